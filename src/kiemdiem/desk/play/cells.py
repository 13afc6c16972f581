"""A cell's own meeting: two rounds on its members, the slips on the cell, what people attest, the verdicts."""

import datetime

from kiemdiem.core.law.sections.subjects import Fact
from kiemdiem.cycles.models import PlanStep, SeasonSubject
from kiemdiem.desk.play import setting, sittings, votes
from kiemdiem.desk.play.stage import Stage
from kiemdiem.grading import commands as grading
from kiemdiem.meetings import commands as meeting_commands
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Unit
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers

AWAY = ("absent", "exempt", "deceased", "moved")
A_DAY = datetime.timedelta(days=1)
MEETINGS_A_DAY = 2
# What is stated where a number is asked: so many tasks set, and as many done.
MET = 10
SUPPLEMENT_AFTER = datetime.timedelta(days=2)


def days(stage: Stage) -> list[tuple[datetime.date, Unit]]:
    """The cells in the order of their days in the plan."""
    units = [stage.units[place] for place, _ in setting.cells(stage)]
    steps = PlanStep.objects.filter(season=stage.season, kind="meeting", unit__in=units).select_related("unit")
    found = list(steps.order_by("from_on", "position", "key"))
    free = [step.unit for step in found if step.from_on != step.last_on]
    first = after_bodies(stage)
    return [
        (first + datetime.timedelta(days=free.index(step.unit) // MEETINGS_A_DAY), step.unit)
        if step.unit in free
        else (step.from_on, step.unit)
        for step in found
    ]


def after_bodies(stage: Stage) -> datetime.date:
    """The day after the last review of a leading body that no sitting follows at once."""
    decides = [each.held_by for each in stage.book.process.sittings]
    kinds = {kind for held_by in decides for kind in held_by}
    planned = meetings.meetings_of(stage.season).filter(kind=meetings.REVIEW, planned_on__isnull=False)
    others = planned.exclude(unit__in=stage.season.units.filter(kind__in={"cell", *kinds}).values("unit_id"))
    last = others.order_by("planned_on").last()
    return (last.planned_on if last is not None else stage.clock.now.date()) + A_DAY


def hold(stage: Stage, cell: Unit, *, on: datetime.date) -> Meeting:
    """The cell's meeting of the season, with its verdicts at the end."""
    meeting = sittings.plan(stage, cell, on=on)
    stage.leave("cell_called", cell)
    closed = sittings.hold(stage, meeting, absent=away_from(stage, cell, AWAY), ballots=vote)
    judge(stage, cell, why="Kết quả cuộc họp chi bộ")
    return closed


def away_from(stage: Stage, cell: Unit, cases: tuple[str, ...]) -> frozenset[int]:
    """The ids of the cell's people in one of the cases; who is exempt comes where the rulebook reviews him too."""
    found = {stage.people[one.number].pk: one.case for one in stage.members_of(cell.key) if one.case in cases}
    reviewed = set(
        SeasonSubject.objects.filter(
            season=stage.season, kind="member", person__in=found, is_reviewed=True
        ).values_list("person_id", flat=True)
    )
    return frozenset(pk for pk, case in found.items() if case != "exempt" or pk not in reviewed)


def ballot_of(stage: Stage, subject: str) -> str:
    """The ballot of the rulebook on a kind of subject."""
    return next(ballot.key for ballot in stage.book.ballots.ballots if ballot.subject == subject)


def vote(stage: Stage, meeting: Meeting) -> None:
    """What is stated of each subject reviewed, then every ballot and score slip of the meeting."""
    for line in meetings.lines_of(meeting):
        if line.state == ReviewLine.State.DONE:
            attest(stage, line.subject)
    votes.vote_on_all(stage, meeting, stated=attest)


def attest(stage: Stage, subject: SeasonSubject) -> None:
    """States once what no machine may judge of a subject, in the name of its committee."""
    for asked in papers.attestations_asked(stage.season, subject):
        source = next(
            (s for s in stage.book.sources.facts if s.subject == subject.kind and s.fact == asked.entry.key), None
        )
        if asked.attestation is not None or getattr(source and source.record, "once_reviewed", None) is not None:
            continue
        statement = reviews.Statement(
            entry_key=asked.key,
            holds=not is_fault(stage, subject.kind, asked.entry),
            level=level(stage, subject, codes=[code for code, _ in asked.levels]),
            amount=MET if asked.is_number else None,
            stated_by="Chi ủy chi bộ",
            stated_on=stage.clock.now.date(),
        )
        reviews.attest(stage.season, subject, statement=statement, **stage.by("vanphong"))


def is_fault(stage: Stage, kind: str, fact: Fact) -> bool:
    """Whether a statement is a ground of the lowest grade or of a trigger, as the standards read it."""
    scale = stage.book.subjects.subject(kind).scale
    lowest = stage.book.subjects.scale(scale).lowest if scale else ""
    conditions = stage.book.standards.of(kind).conditions()
    grounds = [condition.model_dump_json() for place, condition in conditions if place in ("trigger", lowest)]
    return any(fact.key in ground for ground in grounds)


def level(stage: Stage, subject: SeasonSubject, *, codes: list[str]) -> str:
    """The level stated of a subject: of a member by what colleagues hold of him, of a cell the best or the second."""
    if not codes:
        return ""
    if subject.person is None:
        return codes[votes.held(subject)]
    return codes[min(stage.character_of(subject.person).quality, len(codes) - 1)]


def judge(stage: Stage, cell: Unit, *, why: str) -> None:
    """The verdicts on the cell's members and on the cell."""
    grading.judge_cell(stage.season, cell, why=why, judged_on=stage.clock.now.date(), **stage.by("vanphong"))


def supplement(stage: Stage, meeting: Meeting) -> Meeting | None:
    """The supplementary meeting for those held or absent who can come by then; nothing when there is nobody."""
    lines = meetings.held_lines(stage.season, unit=meeting.unit)
    able = [
        line for line in lines if stage.character_of(line.subject.person).case not in ("exempt", "deceased", "moved")
    ]
    if not able:
        return None
    on = (meeting.held_on or stage.clock.now.date()) + SUPPLEMENT_AFTER
    stage.clock.forward_to(on, hour=14)
    extra = meeting_commands.plan_supplement(meeting, on=on, **stage.by("vanphong"))
    away = away_from(stage, meeting.unit, AWAY[1:])
    stage.leave("supplement_called", extra)
    closed = sittings.hold(stage, extra, absent=away, ballots=vote)
    judge(stage, meeting.unit, why="Kết quả họp bổ sung")
    return closed
