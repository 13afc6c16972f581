"""Kinds of jobs that do what the tests need: work, refuse, break, or take long."""

import time
from pathlib import Path
from typing import Any

from kiemdiem.core.answer import refuse
from kiemdiem.jobs.commands import Turn
from kiemdiem.jobs.kinds import Kind
from kiemdiem.journal import commands as journal


def count(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Tells each of its parts."""
    for number in range(1, facts["parts"] + 1):
        turn.tell(number, facts["parts"])
    return {"sum": facts["parts"]}


def say_no(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Is refused by a rule."""
    raise refuse("Không nhập được.", todo="Hãy sửa tệp.")


def break_down(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Breaks as a program breaks."""
    raise ZeroDivisionError("no parts")


def be_overtaken(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Loses its job to another worker half-way, and tries to write all the same."""
    type(turn.job).objects.filter(pk=turn.job.pk).update(worker="another", tries=2)
    with journal.act("tests.write", by=None, at=turn.now()):
        turn.finish({})
    return {}


def be_stopped(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Is asked to stop half-way."""
    turn.tell(1, 4)
    type(turn.job).objects.filter(pk=turn.job.pk).update(cancel_asked=True)
    turn.tell(2, 4)
    return {}


def write_late(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Says it has begun, takes long the first time, then writes once."""
    begun = Path(facts["begun"])
    first = not begun.exists()
    begun.write_text("begun")
    if first:
        time.sleep(120)
    with journal.act("tests.write", by=None, at=turn.now()):
        turn.finish({"first": first})
    return {}


KINDS = {
    "count": Kind("Đếm", count),
    "say_no": Kind("Bị từ chối", say_no),
    "break_down": Kind("Hỏng", break_down),
    "be_overtaken": Kind("Bị giành mất", be_overtaken),
    "be_stopped": Kind("Bị dừng", be_stopped),
    "write_late": Kind("Ghi muộn", write_late),
    "nightly": Kind("Hằng đêm", count, nightly=True),
}
