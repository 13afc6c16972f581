"""Asking the rules of an act: refused, allowed, marked as out of order, or holding the lines of some people only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, Refused
from kiemdiem.core.law.sections.proceedings import Gate
from kiemdiem.core.process import facts as shapes
from kiemdiem.core.process import gates
from kiemdiem.meetings import queries
from kiemdiem.meetings.models import Meeting, OrderMark, ReviewLine
from kiemdiem.reviews.commands import marks


@dataclass(frozen=True)
class Passed:
    """What the rules said to an act that goes on. Shape: `holds` by the person's key, why and by which rows."""

    warning: str = ""
    rows: tuple[str, ...] = ()
    holds: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def pass_gate(meeting: Meeting, facts: Any, *, by: Account, at: datetime, line: ReviewLine | None = None) -> Passed:
    """What the rules said; what happened out of order on paper is marked with the body that may accept it.

    Raises: Refused when a rule says no to the act itself.
    """
    warnings, rows = [], []
    holds: dict[str, tuple[str, str]] = {}
    answers = list(queries.answers(meeting.season, facts, recording=queries.is_recording(meeting)))
    _must_all(answers)
    for gate, answer in answers:
        if not answer.allowed and gate.kind in queries.HOLDING_KINDS:
            holds |= {key: (said, ",".join(answer.rows)) for key, said in _held_by(gate, answer, facts)}
            continue
        if answer.warning:
            warnings.append(answer.warning)
            rows += answer.rows
        if answer.out_of_order:
            _mark(meeting, answer, act=gate.act, line=line, by=by, at=at)
    return Passed(warning=" ".join(warnings), rows=tuple(dict.fromkeys(rows)), holds=holds)


def _must_all(answers: Sequence[tuple[Gate, Answer]]) -> None:
    """Passes when no gate refuses the act itself; what only holds some people's lines is told beside a refusal."""
    found = gates.together(answer for gate, answer in answers if gate.kind not in queries.HOLDING_KINDS)
    if not found.allowed:
        holding = tuple(a for gate, a in answers if gate.kind in queries.HOLDING_KINDS and (a.warning or not a.allowed))
        raise Refused(replace(found, also=(*found.also, *holding)))


def _held_by(gate: Gate, answer: Answer, facts: shapes.OpenMeeting) -> Iterator[tuple[str, str]]:
    """The people whose lines a gate holds, with the sentence for each."""
    if gate.kind == "civil_grades_known":
        for person in facts.civil_grades_missing:
            yield person.key, f"Chưa có kết quả phân loại cán bộ, công chức, viên chức ({answer.clause})."
        return
    for leader in facts.leaders:
        if leader.result_on is None or leader.result_on > facts.meeting_on:
            yield leader.person, f"Chưa có kết quả kiểm điểm ở nơi giữ chức vụ ({answer.clause})."


def hold_lines(meeting: Meeting, passed: Passed) -> None:
    """Holds the waiting lines of those people; the rest of the meeting goes on."""
    for line in meeting.lines.filter(state=ReviewLine.State.WAITING).select_related("subject__person"):
        person = line.subject.person
        if person and person.key in passed.holds:
            why, rows = passed.holds[person.key]
            line.state, line.hold_why, line.hold_rows = ReviewLine.State.HELD, why, rows
            line.save(update_fields=["state", "hold_why", "hold_rows"])


def _mark(
    meeting: Meeting, answer: Answer, *, act: str, line: ReviewLine | None, by: Account, at: datetime
) -> OrderMark:
    """The note that something took place out of order, put before the body that may accept it."""
    told = marks.told_by(answer, act=act, season=meeting.season, by=by, at=at)
    return OrderMark.objects.create(meeting=meeting, line=line, **told)
