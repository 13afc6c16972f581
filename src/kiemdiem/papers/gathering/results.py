"""Where the members and cells of a season stand, counted for reports: register, grades, those without one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Round
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.grading import queries as grading
from kiemdiem.grading.models import Decision, Proposal
from kiemdiem.grading.queries import Result
from kiemdiem.grading.queries.standings import standing_of, why_excluded
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import queries as org
from kiemdiem.org import words
from kiemdiem.org.models import Unit
from kiemdiem.papers.gathering.frame import Frame

Ended = cycles.Ended
NAMES = {"member": "đảng viên", "cell": "chi bộ", "party_body": "Đảng bộ"}
BASE_NAME = "số đảng viên được xếp loại"
PENDING = "Chờ họp bổ sung hoặc chờ kết quả"
OUTCOMES = {"not_graded": "Không xếp loại", "no_grade": "Chưa mức nào đủ điều kiện", "cannot_say": "Chưa đủ dữ kiện"}


@dataclass(frozen=True)
class Standing:
    """One member with his result and where he ended."""

    result: Result
    ended: str
    why: str


def standings(frame: Frame, *, cell: Unit | None = None) -> list[Standing]:
    """The members of a cell, or of all cells, by given name; those who left before the day left out."""
    subjects = cycles.subjects_of(frame.season, kind="member", unit=cell, on=frame.on)
    found = grading.results_of(subjects.select_related("person", "unit", "season"))
    return [_standing(frame, result) for result in found]


def _standing(frame: Frame, result: Result) -> Standing:
    found = standing_of(result)
    if not result.subject.is_reviewed:
        return Standing(result, found.ended, _kept_out(frame, result.subject))
    if found.ended == Ended.PENDING and result.verdict is not None and result.verdict.grade:
        return Standing(result, Ended.GRADED, "")
    why = found.why or (PENDING if found.ended == Ended.PENDING else "")
    return Standing(result, found.ended, why)


def _kept_out(frame: Frame, subject: SeasonSubject) -> str:
    """Why a member is not reviewed at all: what frees or bars him, in the register's words."""
    kinds = org.standings_of(subject.person, on=frame.on)
    said = [words.STANDINGS[kind] for kind in ("exempt_work", "exempt_activity", "suspended") if kind in kinds]
    return ", ".join((said[0], *(text.lower() for text in said[1:]))) if said else subject.why_not


def graded(found: Iterable[Standing]) -> list[Standing]:
    """Those who have a grade."""
    return [each for each in found if each.ended == Ended.GRADED and each.result.grade]


def figures(frame: Frame, found: Sequence[Standing], *, unit: Unit) -> dict[str, Any]:
    """The figures of the members of an organisation, each grade as a part of those graded."""
    states = org.member_states(unit, on=frame.on)
    with_grade = graded(found)
    counted = Counter(each.result.grade for each in with_grade)
    whole = len(with_grade)
    without = Counter(each.why or OUTCOMES["not_graded"] for each in found if each not in with_grade)
    rows = [
        {"mark": "1", "title": "Tổng số đảng viên trong danh sách", "count": len(states)},
        {"mark": "1.1", "title": "Đảng viên chính thức", "count": sum(state.is_official for state in states)},
        {"mark": "1.2", "title": "Đảng viên dự bị", "count": sum(not state.is_official for state in states)},
        {"mark": "2", "title": "Chưa hoặc không xếp loại", "count": sum(without.values())},
        *(
            {"mark": f"2.{n}", "title": why, "count": count}
            for n, (why, count) in enumerate(sorted(without.items()), start=1)
        ),
        {"mark": "3", "title": "Đã xếp loại", "count": whole, "share": (whole, whole)},
        *(
            {"mark": f"3.{n}", "title": level.name, "count": counted[level.code], "share": (counted[level.code], whole)}
            for n, level in enumerate(frame.scale("member").levels, start=1)
        ),
    ]
    return {"figures": rows, "base_name": BASE_NAME}


def outside_grades(frame: Frame, people: list[int]) -> dict[int, str]:
    """The grade each person got as a civil servant this year, in words, by id of person."""
    source = next(
        (each for each in frame.book.sources.facts if each.subject == "member" and each.record.kind == "outside_grade"),
        None,
    )
    if source is None:
        return {}
    scale = frame.book.subjects.scale(frame.book.subjects.subject("member").fact(source.fact).scale or "")
    found = org.outside_results(year=frame.season.year, people=people).filter(kind=source.record.result)
    return {each.person_id: scale.name(each.grade) for each in found}


def won(frame: Frame, cell: Unit) -> dict[int, dict[int, str]]:
    """What each member won in each round of his cell, by id of subject and number of the round."""
    rounds = Round.objects.filter(season=frame.season, meeting__unit=cell, state="locked", is_scored=False)
    found: dict[int, dict[int, str]] = {}
    for round_ in rounds.select_related("season", "meeting__unit").order_by("held_on", "id"):
        for result in ballots.results_of(round_):
            name = frame.grade("member", result.winner) or "Không đủ số phiếu"
            found.setdefault(result.line.subject_id, {})[round_.number] = name
    return found


def said(frame: Frame, result: Result) -> str:
    """The grade the rules gave a subject, or what they could say instead."""
    verdict = result.verdict
    if verdict is None:
        return PENDING
    return frame.grade(result.subject.kind, verdict.grade) or OUTCOMES.get(verdict.outcome, verdict.outcome)


def remark(standing: Standing) -> str:
    """Why somebody has no grade, or on what his grade waits."""
    return standing.why or why_excluded(standing.result)


def counted_at(frame: Frame, meeting: Meeting, *, model: type[Decision] | type[Proposal]) -> list[str]:
    """How many of each kind of subject got which grade at a meeting, as its body put forward or decided that day."""
    on = {"decided_on": meeting.held_on} if model is Decision else {"proposed_on": meeting.held_on}
    rows = model.objects.filter(season=frame.season, body=meeting.unit, **on).values_list("subject__kind", "grade")
    counted = Counter(rows)
    return [
        f"{NAMES.get(kind, kind)} – {level.name}: {counted[kind, level.code]}"
        for kind in sorted({kind for kind, _ in counted})
        for level in frame.scale(kind).levels
        if counted[kind, level.code]
    ]


def units_graded(frame: Frame, *, kind: str) -> list[Result]:
    """The organisations of a kind with their results, by name."""
    found = SeasonSubject.objects.filter(season=frame.season, kind=kind, ended_on__isnull=True)
    return grading.results_of(found.select_related("unit", "season").order_by("sort_key", "key"))
