"""An act is looked over before it is kept, and confirmed under its number afterwards; no script is needed."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.grading import commands
from kiemdiem.journal import queries as journal
from kiemdiem.web import phrases
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import AnswerRow


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
    tried = form.carry_out(lambda answers: commands.rehearse(lambda: act(dict(answers))))
    return Stage.LOOK if tried else Stage.FILL


def confirmed(season: Season, act: str, *, by: Account) -> HttpResponse:
    """On to the confirmation of the act just kept."""
    entries = journal.entries_of_season(season.key).filter(act=act, keyed_by=by.pk)
    return redirect("grading:done", season.key, entries.order_by("-seq").values_list("seq", flat=True)[0])


def answers_of(form: Form) -> list[AnswerRow]:
    """The answers of a form as they are looked over, files apart."""
    shown = [bound for bound in form.visible_fields() if not isinstance(bound.field, django_forms.FileField)]
    return [AnswerRow(bound.label, words_of(bound.field, form.cleaned_data.get(bound.name))) for bound in shown]


def words_of(field: django_forms.Field, value: Any) -> str:
    """One answer in words: a day as it is written, a choice by its name, several one under another."""
    if isinstance(field, django_forms.DateField):
        return phrases.day(value) if value else ""
    if isinstance(field, django_forms.ChoiceField):
        names = {str(key): str(label) for key, label in field.choices}
        return "\n".join(names[each] for each in (value if isinstance(value, list) else [value]) if each)
    return str(value or "")
