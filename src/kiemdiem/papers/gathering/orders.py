"""The papers due at each stage of a season, as orders for the writer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, cast

from kiemdiem.core.law.sections.papers import Form
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import queries as grading
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.meetings.queries import MeetingRecord
from kiemdiem.org.models import Unit
from kiemdiem.papers import catalogue
from kiemdiem.papers.gathering import ballots, comments, decisions, leaders, office, packs, reports, reviews, scores
from kiemdiem.papers.gathering import meetings as sittings
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.gathering.tables import cells_sheet, members_sheet
from kiemdiem.papers.ordered import Order
from kiemdiem.reviews import queries as written

P = ParamSpec("P")
CALLED = "Các đồng chí được triệu tập dự họp"


def _of_forms_printed(gather: Callable[P, list[Order]]) -> Callable[P, list[Order]]:
    """The orders without those of forms the rulebook does not print; each tells its form what that form asks for."""

    @wraps(gather)
    def kept(*args: P.args, **kwargs: P.kwargs) -> list[Order]:
        season = cast("Season", args[0])
        forms = {form.key: form for form in catalogue.papers_of(season.rulebook_code).forms}
        return [_fitted(order, forms[order.form_key]) for order in gather(*args, **kwargs) if order.form_key in forms]

    return kept


def _fitted(order: Order, form: Form) -> Order:
    asked = {field.name for field in form.fields}
    return replace(order, values={name: value for name, value in order.values.items() if name in asked})


@_of_forms_printed
def orders_of_plan(season: Season, *, on: date) -> list[Order]:
    """The plan as it was passed."""
    frame = Frame(season, on)
    return [_order(frame, "plan", office.plan_values(frame), season.unit)]


@_of_forms_printed
def orders_of_requests(season: Season, cell: Unit, *, on: date) -> list[Order]:
    """The requests for comments about the members of a cell."""
    frame = Frame(season, on)
    members = {each.person_id: each for each in cycles.members_of(season, cell)}
    asked = written.comments_of(season, people=list(members))
    return [
        _order(
            frame,
            comments.form_key(each),
            comments.comment_values(frame, each, subject=members[each.person_id]),
            cell,
            about=members[each.person_id].key,
        )
        for each in asked
    ]


@_of_forms_printed
def orders_of_cell(season: Season, cell: Unit, *, on: date) -> list[Order]:
    """Every paper of a cell after its meeting of the day: reviews, counting, minutes, reports."""
    frame = Frame(season, on)
    found: list[Order] = []
    for meeting in _held(season, cell, on=on):
        record = meetings.meeting_record(meeting)
        found += _self_reviews(frame, record)
        if meeting.supplementary_to_id is None:
            found += _reports(frame, cell)
        found += _of_meeting(frame, meeting)
        found += _rounds(frame, meeting)
        found.append(_order(frame, "cell_minutes", sittings.cell_minutes_values(frame, record), cell))
    return [*found, *_results(frame, cell)] if found else found


@_of_forms_printed
def orders_of_body(season: Season, unit: Unit, *, on: date) -> list[Order]:
    """Every paper of a leading body after its review of the day, with those about each of its leaders."""
    frame = Frame(season, on)
    found: list[Order] = []
    for meeting in _held(season, unit, on=on):
        record = meetings.meeting_record(meeting)
        found += _reports(frame, unit)
        found += _of_meeting(frame, meeting)
        found += _rounds(frame, meeting)
        found.append(_order(frame, "meeting_minutes", sittings.meeting_minutes_values(frame, record), unit))
        found += _leaders(frame, record)
        found.append(_order(frame, "result_report", reports.result_report_values(frame, record), unit))
    return found


@_of_forms_printed
def orders_of_call(season: Season, meeting: Meeting, *, on: date) -> list[Order]:
    """The invitation that calls a leading body's meeting."""
    return [_invitation(Frame(season, on), meeting)]


@_of_forms_printed
def orders_of_sitting(season: Season, meeting: Meeting, *, on: date) -> list[Order]:
    """Every paper of a sitting that reviewed nobody: invitation, business, roll, scoring, minutes."""
    frame, unit = Frame(season, on), meeting.unit
    minutes = sittings.sitting_minutes_values(frame, meetings.meeting_record(meeting))
    return [
        *_of_meeting(frame, meeting),
        *_rounds(frame, meeting),
        _order(frame, "sitting_minutes", minutes, unit, about=f"meeting:{meeting.key}"),
    ]


@_of_forms_printed
def orders_of_tables(season: Season, *, on: date) -> list[Order]:
    """The two tables of results of the whole committee, on paper and as sheets."""
    frame = Frame(season, on)
    people, cells = reports.members_table_values(frame), reports.aggregate_values(frame)
    return [
        _order(frame, "members_table", people, season.unit, tables=(members_sheet(people),)),
        _order(frame, "aggregate_report", cells, season.unit, tables=(cells_sheet(cells),)),
    ]


@_of_forms_printed
def orders_of_season(season: Season, *, on: date) -> list[Order]:
    """The papers of the whole committee at the end: decisions, tables as recognised, the report to the one above."""
    frame = Frame(season, on)
    up = _order(frame, "report_up", reports.report_up_values(frame), season.unit)
    return [*orders_of_tables(season, on=on), up]


@_of_forms_printed
def orders_of_decisions(season: Season, *, on: date) -> list[Order]:
    """The decisions that recognise the grades, one for each kind of subject decided."""
    frame = Frame(season, on)
    found = []
    for kind in decisions.SUBJECTS:
        made = decisions.decided(frame, kind=kind)
        if made:
            found.append(_order(frame, "decision", decisions.decision_values(frame, made, kind=kind), season.unit))
    return found


@_of_forms_printed
def orders_of_notices(season: Season, cell: Unit, *, on: date) -> list[Order]:
    """The notices to the members of a cell of what was decided on them, and the list they sign."""
    frame = Frame(season, on)
    members = list(cycles.members_of(season, cell, on=on))
    told = [each for each in grading.results_of(members) if each.decision is not None]
    found = [
        _order(frame, "result_notice", decisions.result_notice_values(frame, each), season.unit, about=each.subject.key)
        for each in told
    ]
    if told:
        values = decisions.notice_roll_values(frame, cell, results=told)
        found.append(_order(frame, "notice_roll", values, season.unit, about=f"unit:{cell.key}"))
    return found


@_of_forms_printed
def orders_of_scoring(season: Season, unit: Unit, *, kind: str, on: date) -> list[Order]:
    """The slip on which an organisation is scored, blank, when its scale is known."""
    frame = Frame(season, on)
    slip = frame.book.ballots.score_slip(kind)
    if slip is None:
        return []
    values = scores.score_slip_values(frame, unit, slip=slip)
    return [_order(frame, ballots.slip_form(frame, slip.form, variant=kind), values, unit)]


def _order(
    frame: Frame, form_key: str, values: Mapping[str, Any], unit: Unit, *, about: str = "", tables: tuple[Any, ...] = ()
) -> Order:
    return Order(form_key, values, unit, frame.on, about=about or f"unit:{unit.key}", tables=tables)


def _held(season: Season, unit: Unit, *, on: date) -> list[Meeting]:
    """The reviews of the unit that were held on the day and are over."""
    found = meetings.meetings_of(season).filter(unit=unit, kind=meetings.REVIEW, held_on=on, state=Meeting.State.CLOSED)
    return list(found.select_related("season", "unit", "chair", "secretary"))


def _self_reviews(frame: Frame, record: MeetingRecord) -> Iterator[Order]:
    """The self-review of each member whose review was concluded."""
    unit = record.meeting.unit
    done = [each.line for each in record.lines if each.line.state == ReviewLine.State.DONE]
    people = [line.subject.person_id for line in done if line.subject.person_id]
    texts = {each.person_id: each for each in written.self_reviews_of(frame.season, people=people)}
    for line in done:
        if line.subject.kind == "member":
            review = texts.get(line.subject.person_id)
            values = reviews.self_review_values(frame, line.subject, review=review, line=line)
            yield _order(frame, "self_review", values, unit, about=line.subject.key)


def _reports(frame: Frame, unit: Unit) -> Iterator[Order]:
    """The reports the unit wrote beforehand."""
    values = {
        "collective_report": reviews.collective_report_values,
        "leadership_report": reviews.leadership_report_values,
    }
    for report in written.reports_of(frame.season).filter(unit=unit, kind__in=list(values)):
        yield _order(frame, report.kind, values[report.kind](frame, report), unit)


def _of_meeting(frame: Frame, meeting: Meeting) -> Iterator[Order]:
    """The order of business and the roll, and in a cell what was read out and the card of votes needed."""
    if frame.kind(meeting.unit) != "cell":
        yield _invitation(frame, meeting)
    yield _order(frame, "order_of_business", sittings.order_values(frame, meeting), meeting.unit)
    yield _order(frame, "roll", sittings.roll_values(frame, meeting), meeting.unit)
    if frame.kind(meeting.unit) == "cell":
        if packs.votes_on_members(frame):
            yield _order(frame, "threshold_card", packs.threshold_values(frame, meeting), meeting.unit)
        read = sittings.comments_to_read_values(frame, meeting)
        if read["comments"]:
            yield _order(frame, "comments_to_read", read, meeting.unit)


def _invitation(frame: Frame, meeting: Meeting) -> Order:
    values = sittings.invitation_values(frame, meeting, addressee=CALLED)
    return _order(frame, "invitation", values, meeting.unit, about=f"meeting:{meeting.key}")


def _rounds(frame: Frame, meeting: Meeting) -> Iterator[Order]:
    """For each round: one slip, the tellers' sheet, the minutes of counting."""
    unit = meeting.unit
    for round_ in sittings.locked(meeting):
        key = ballots.form_key(frame, round_)
        if round_.is_scored:
            slip, issued, scored = scores.slip_of(frame, round_), round_.issued or 0, scores.unit_scored(round_)
            tally = scores.score_tally_values(frame, scored, slip=slip, slips=issued)
            yield _order(frame, key, scores.score_slip_values(frame, scored, slip=slip), unit)
            yield _order(frame, "score_tally_sheet", tally, unit)
            yield _order(frame, "score_minutes", scores.score_minutes_values(frame, round_), unit)
        else:
            yield _order(frame, key, ballots.slip_values(frame, round_), unit)
            yield _order(frame, "tally_sheet", ballots.tally_sheet_values(frame, round_), unit)
            yield _order(frame, "counting_minutes", ballots.counting_minutes_values(frame, round_), unit)


def _results(frame: Frame, cell: Unit) -> Iterator[Order]:
    """The two reports of a cell on its results, as they stand on the day."""
    yield _order(frame, "member_quality_report", reports.member_report_values(frame, cell), cell)
    scored = reports.scoring_of(frame, cell)
    if scored is not None:
        yield _order(frame, "quality_report", reports.quality_report_values(frame, cell, scored=scored), cell)


def _leaders(frame: Frame, record: MeetingRecord) -> Iterator[Order]:
    """The papers about each leader voted on at the meeting."""
    unit = record.meeting.unit
    results = reports.leader_results(record.meeting)
    rounds = [each for each in sittings.locked(record.meeting) if not each.is_scored]
    for each in record.lines:
        subject = each.line.subject
        if subject.pk not in results:
            continue
        yield from _leader(frame, subject, line=each.line, unit=unit, result=results[subject.pk])
    if rounds:
        yield _order(frame, "leader_ballot_summary", ballots.ballot_summary_values(frame, rounds), unit)


def _leader(frame: Frame, subject: SeasonSubject, *, line: ReviewLine, unit: Unit, result: Any) -> Iterator[Order]:
    about = subject.key
    member = cycles.subject_of(frame.season, subject.person)
    cell = member.unit if member else subject.unit
    said = leaders.collective_comment_values(frame, subject, unit=unit, line=line, result=result)
    told = leaders.result_notice_values(frame, subject, unit=unit, cell=cell, line=line, result=result)
    own = leaders.self_assessment_values(frame, subject, unit=unit)
    lives = leaders.residence_comment_values(frame, subject, cell=cell)
    for key, values in (
        ("leader_self_assessment", own),
        ("leader_residence_comment", lives),
        ("leader_collective_comment", said),
        ("leader_result_notice", told),
    ):
        yield _order(frame, key, values, unit, about=about)
