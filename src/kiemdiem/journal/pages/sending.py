"""An act on a whole list is looked over before it is kept; no script is needed."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.http import HttpRequest

from kiemdiem.journal.rehearsing import rehearse
from kiemdiem.web.forms import Form


class Stage(StrEnum):
    """How far the sending of a form has come."""

    FILL = "fill"
    LOOK = "look"
    DONE = "done"


def stage_of(request: HttpRequest, form: Form, *, act: Callable[[dict[str, Any]], Any]) -> Stage:
    """Being filled in, being looked over, or done.

    What the rules would refuse is refused before it is looked over: the act is tried and taken back.
    """
    step = request.POST.get("step")
    if step == "change":
        return Stage.FILL
    if step == "send":
        return Stage.DONE if form.carry_out(lambda answers: act(dict(answers))) else Stage.FILL
    tried = form.carry_out(lambda answers: rehearse(lambda: act(dict(answers))))
    return Stage.LOOK if tried else Stage.FILL
