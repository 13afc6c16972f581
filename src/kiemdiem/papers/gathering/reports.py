"""What the reports and tables of results print: of a cell, of a leading body, of the whole committee."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Round
from kiemdiem.cycles import queries as cycles
from kiemdiem.grading import queries as grading
from kiemdiem.grading.models import Commendation
from kiemdiem.grading.queries import Result
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.queries import REVIEW, MeetingRecord
from kiemdiem.org.models import Unit
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering import leaders, meetings, results, scores
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.gathering.results import Standing

STATES = {"met": "Đạt", "not_met": "Không đạt", "cannot_say": "Chưa đủ dữ kiện"}
RECOGNISED, PROPOSED = "đã công nhận", "đề nghị, chưa công nhận"
NO_GRADE = "chưa tự phân loại"


def _report(frame: Frame, unit: Unit, *, also: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        **frames.head(frame, unit),
        **frames.symbol(frame, unit, ledger="BC"),
        **frames.signed(frame, unit),
        **frames.recipients(frame, unit, also=also),
    }


def provisional(found: Sequence[Standing]) -> str:
    """The note on figures that may still change; empty when nobody is waited for."""
    waiting = sum(each.ended == results.Ended.PENDING for each in found)
    return f"Số liệu tạm tính: còn {waiting} đảng viên chờ họp bổ sung hoặc chờ kết quả." if waiting else ""


def member_report_values(frame: Frame, cell: Unit) -> dict[str, Any]:
    """The report of a cell on the grades of its members."""
    found = results.standings(frame, cell=cell)
    agencies = results.outside_grades(frame, [each.result.subject.person_id for each in found])
    votes = results.won(frame, cell)
    return {
        **_report(frame, cell),
        **results.figures(frame, found, unit=cell),
        "members": [_member(frame, each, agencies=agencies, votes=votes) for each in found],
        "provisional": provisional(found),
    }


def _member(
    frame: Frame, each: Standing, *, agencies: dict[int, str], votes: dict[int, dict[int, str]]
) -> dict[str, Any]:
    person = each.result.subject.person
    rounds = votes.get(each.result.subject.pk, {})
    return {
        "full_name": each.result.subject.name,
        "birth_year": person.birth_on.year if person.birth_on else None,
        "civil_servant_grade": agencies.get(person.pk, ""),
        "round_1": rounds.get(1, ""),
        "round_2": rounds.get(2, ""),
        "grade": results.said(frame, each.result),
        "remark": results.remark(each),
    }


def conditions(frame: Frame, result: Result) -> list[dict[str, str]]:
    """Each condition of each grade and how it stands, as the judge found it."""
    if result.verdict is None:
        return []
    scale = frame.scale(result.subject.kind)
    entries = {entry.key: entry.text for entry in frame.book.entries}
    return [
        {
            "title": f"{scale.name(each.place)}: {entries.get(each.entry, each.sentence)}",
            "state": STATES[each.state],
            "clause": each.clause,
        }
        for each in grading.kept(result.verdict).findings
        if each.place in scale.codes and not each.within
    ]


def quality_report_values(frame: Frame, cell: Unit, *, scored: Round) -> dict[str, Any]:
    """The report of a cell on its own quality: its points, the conditions of the grades, its members."""
    found = results.standings(frame, cell=cell)
    result = grading.result_of(cycles.subject_of_unit(frame.season, cell, kind="cell"))
    slip = scores.slip_of(frame, scored)
    return {
        **_report(frame, cell),
        "items": scores.part_means(scored, slip),
        "mean": scores.points(scored, slip),
        "conditions": conditions(frame, result),
        "grade": (result.verdict.grade if result.verdict else "") or None,
        **results.figures(frame, found, unit=cell),
        "provisional": provisional(found),
    }


def standing_of(found: Sequence[Result]) -> str:
    """What the grades of a table are worth: recognised, or only proposed."""
    return RECOGNISED if any(each.decision for each in found) else PROPOSED


def _signed_by_proposer(frame: Frame) -> dict[str, Any]:
    """The tables go out in the name of the body that proposes the grades, where the committee has one."""
    standing = frame.unit_of_kind("standing_committee")
    return frames.signed(frame, frame.season.unit, body=frame.name(standing) if standing else "")


def members_table_values(frame: Frame) -> dict[str, Any]:
    """The table of all members with what their cell proposed and what was recognised."""
    found = results.standings(frame)
    agencies = results.outside_grades(frame, [each.result.subject.person_id for each in found])
    found.sort(key=lambda each: (frame.name(each.result.subject.unit), each.result.subject.sort_key))
    return {
        **frames.head(frame, frame.season.unit),
        **_signed_by_proposer(frame),
        "standing": standing_of([each.result for each in found]),
        "members": [_table_row(frame, each, agencies=agencies) for each in found],
    }


def _table_row(frame: Frame, each: Standing, *, agencies: dict[int, str]) -> dict[str, Any]:
    subject, decision = each.result.subject, each.result.decision
    return {
        "full_name": subject.name,
        "birth_year": subject.person.birth_on.year if subject.person.birth_on else None,
        "cell": frame.name(subject.unit),
        "civil_servant_grade": agencies.get(subject.person_id, ""),
        "proposed": results.said(frame, each.result),
        "decided": frame.grade("member", decision.grade) if decision else "",
        "remark": (decision.reason if decision and decision.departs else "") or results.remark(each),
    }


def aggregate_values(frame: Frame) -> dict[str, Any]:
    """The table of all cells: their members by grade, their points, what was proposed and recognised."""
    found = results.units_graded(frame, kind="cell")
    codes = frame.scale("member").codes
    everybody = results.standings(frame)
    rows = [_cell_row(frame, each, codes=codes, everybody=everybody) for each in found]
    totals = [sum(row["per_grade"][place]["count"] for row in rows) for place in range(len(codes))]
    return {
        **frames.head(frame, frame.season.unit),
        **_signed_by_proposer(frame),
        "standing": standing_of(found),
        "grades": [
            {"label": frame.grade("member", code), "sum": total} for code, total in zip(codes, totals, strict=True)
        ],
        "cells": rows,
        **{f"{key}_sum": sum(row[key] for row in rows) for key in ("register", "graded", "not_graded")},
    }


def _cell_row(frame: Frame, each: Result, *, codes: Sequence[str], everybody: Sequence[Standing]) -> dict[str, Any]:
    cell = each.subject.unit
    own = [one for one in everybody if one.result.subject.unit_id == cell.pk]
    counted = Counter(one.result.grade for one in results.graded(own))
    return {
        "cell": frame.name(cell),
        "register": len(own),
        "graded": counted.total(),
        "per_grade": [{"count": counted[code]} for code in codes],
        "not_graded": len(own) - counted.total(),
        "mean": points_of(frame, cell),
        "proposed": results.said(frame, each),
        "decided": frame.grade("cell", each.decision.grade) if each.decision else "",
    }


def scoring_of(frame: Frame, unit: Unit) -> Round | None:
    """The last counted scoring of an organisation."""
    rounds = Round.objects.filter(season=frame.season, meeting__unit=unit, state="locked", is_scored=True)
    return rounds.select_related("season", "meeting__unit").order_by("id").last()


def points_of(frame: Frame, unit: Unit) -> int | None:
    """The points an organisation was given on its slips; nothing before they are counted."""
    last = scoring_of(frame, unit)
    return scores.points(last, scores.slip_of(frame, last)) if last else None


def report_up_values(frame: Frame) -> dict[str, Any]:
    """The report of the committee to the one above it."""
    root = frame.season.unit
    found = results.standings(frame)
    cells = results.units_graded(frame, kind="cell")
    own = next(iter(results.units_graded(frame, kind="party_body")), None)
    counted = Counter(each.grade for each in cells)
    praised = Commendation.objects.filter(season=frame.season, is_current=True).select_related("subject")
    above = next((each.title for each in frame.book.notices.recipients if each.for_report), "")
    return {
        **_report(frame, root, also=("Các chi bộ trực thuộc",)),
        **results.figures(frame, found, unit=root),
        "addressee": above or frame.book.identity.superior,
        "overview": overview(frame, cells=len(cells), members=len(found)),
        "collectives": [{"title": frame.name(each.unit), "held_on": each.held_on} for each in collectives_held(frame)],
        "cells": [
            {"title": level.name, "count": counted[level.code], "share": (counted[level.code], len(cells))}
            for level in frame.scale("cell").levels
        ],
        "commended": [each.subject.name for each in praised.order_by("subject__sort_key")],
        **party_body_values(frame, own),
    }


def party_body_values(frame: Frame, own: Result | None) -> dict[str, Any]:
    """What was proposed for the party body, what its slips came to, and what it calls itself."""
    if own is None:
        return {"party_body_grade": NO_GRADE}
    scored = grading.scoring_of(own.subject)
    decision = grading.self_classified(own.subject)
    return {
        "party_body_proposed": frame.grade("party_body", own.proposal.grade) if own.proposal else "",
        "party_body_points": scores.points(scored, scores.slip_of(frame, scored)) if scored else None,
        "party_body_grade": (frame.grade("party_body", decision.grade) if decision else "") or NO_GRADE,
    }


def collectives_held(frame: Frame) -> list[Meeting]:
    """The reviews of leading bodies that are closed, by day."""
    found = Meeting.objects.filter(season=frame.season, kind=REVIEW, state=Meeting.State.CLOSED)
    held = found.filter(supplementary_to__isnull=True)
    held = held.select_related("unit").order_by("held_on", "id")
    return [each for each in held if frame.kind(each.unit) != "cell"]


def overview(frame: Frame, *, cells: int, members: int) -> str:
    """How the year's review was carried out, in figures."""
    plan = getattr(frame.season, "plan", None)
    by_plan = f"Thực hiện Kế hoạch số {plan.number} ngày {plan.passed_on:%d/%m/%Y}, " if plan and plan.passed_on else ""
    bodies = len(collectives_held(frame))
    return (
        f"{by_plan}{committee(frame)} đã chỉ đạo {bodies} tập thể lãnh đạo và {cells} chi bộ trực thuộc kiểm điểm, "
        f"đánh giá, phân loại chất lượng; có {members} đảng viên thuộc diện kiểm điểm trong năm {frame.season.year}."
    )


def committee(frame: Frame) -> str:
    """The committee as the report names it."""
    return frames.committee_name(frame)


def result_report_values(frame: Frame, record: MeetingRecord) -> dict[str, Any]:
    """The report of a leading body on its own review and its leaders' votes."""
    unit = record.meeting.unit
    own = next((each.line for each in record.lines if each.line.subject.person_id is None), None)
    votes = leader_results(record.meeting)
    standing = frame.unit_of_kind("standing_committee")
    return {
        **_report(frame, unit),
        "addressee": frame.name(standing) if standing else committee(frame),
        "collective": frame.name(unit),
        "held_on": record.held_on,
        "present": (record.count.present, record.count.convened),
        "conclusion": own.conclusion if own else record.meeting.conclusion,
        "leaders": [
            {
                "full_name": each.line.printed_name,
                "post": frames.posts(frame, each.line.subject.person, party=False)
                or frames.posts(frame, each.line.subject.person, party=True)
                or "—",
                "conclusion": each.line.conclusion or each.line.hold_why or meetings.AWAY,
                "votes": leaders.votes_text(frame, votes[each.line.subject_id])
                if each.line.subject_id in votes
                else "Bỏ phiếu ở nơi khác theo quy định",
            }
            for each in record.lines
            if each.line.subject.person_id is not None
        ],
        "base_name": next((each.denominator_name for each in votes.values()), ballots.DENOMINATORS["enrolled"]),
    }


def leader_results(meeting: Meeting) -> dict[int, ballots.Result]:
    """The result of each leader voted on at the meeting, by id of subject; a repeat stands for its lines."""
    rounds = [each for each in meetings.locked(meeting) if not each.is_scored]
    return {result.line.subject_id: result for each in rounds for result in ballots.results_of(each)}
