"""Opening a meeting, breaking it off and going on, closing it."""

from datetime import date, datetime, time

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access as cycles_access
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.commands import marking, plan_day
from kiemdiem.meetings.commands.paper import place_source
from kiemdiem.meetings.models import AgendaPoint, Meeting, MeetingSession, ReviewLine
from kiemdiem.org import days
from kiemdiem.org.models import Person
from kiemdiem.reviews.commands import FromPaper


def open_meeting(
    meeting: Meeting,
    *,
    held_on: date,
    chair: Person,
    secretary: Person,
    version: int,
    by: Account,
    at: datetime,
    began: time | None = None,
    place: str = "",
    chair_ground: str = "",
    paper: FromPaper | None = None,
    waiver_reason: str = "",
) -> Meeting:
    """The meeting opened, with its lines in their order and the steps of each.

    `paper`: it already took place and is keyed from there; what broke the order then is marked, not refused.
    Raises: Refused before the roll is taken, for a day to come, for a past day without a paper, or when a rule of
    the rulebook says no.
    """
    with journal.act(
        "meetings.open_meeting", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.open_meeting", unit=meeting.unit, at=at)
        cycles_access.must_be_open(meeting.season)
        meeting.state = access.must_stand(meeting, "meetings.open_meeting")
        _must_have_come(held_on, at=at)
        place_source(meeting, paper, day=held_on, by=by, at=at)
        _must_be_present(meeting, chair, secretary)
        meeting.held_on, meeting.began = held_on, began
        meeting.place = place or meeting.place
        meeting.chair, meeting.secretary, meeting.chair_ground = chair, secretary, chair_ground
        meeting.opened_at, meeting.opened_by = at, by
        passed = _opened(meeting, waiver_reason=waiver_reason, by=by, at=at)
        act.happened_on, act.rows = held_on, passed.rows
        act.details = {
            "chair": chair.key, "secretary": secretary.key, "warning": passed.warning, "paper": meeting.paper,
        }  # fmt: skip
    return meeting


def begin_session(meeting: Meeting, *, held_on: date, began: time | None) -> None:
    """The meeting sits; part of opening it or of going on."""
    MeetingSession.objects.create(meeting=meeting, held_on=held_on, began=began)


def end_session(meeting: Meeting, *, ended: time | None) -> None:
    """The meeting sits no more; part of breaking it off or of closing it.

    Raises: Refused for an hour before the session began.
    """
    session = meeting.sessions.filter(ended__isnull=True).last()
    if session is None or ended is None:
        return
    if session.began is not None and ended < session.began:
        raise refuse("Giờ kết thúc trước giờ bắt đầu của buổi họp.", todo="Hãy nhập lại giờ.")
    session.ended = ended
    session.save(update_fields=["ended"])


def _opened(meeting: Meeting, *, waiver_reason: str, by: Account, at: datetime) -> marking.Passed:
    """What the rules said to the opening; the meeting is kept with its lines, some of them held."""
    facts = queries.opening_facts(meeting, waiver_reason=waiver_reason)
    passed = marking.pass_gate(meeting, facts, by=by, at=at)
    if meeting.supplementary_to_id:
        marking.pass_gate(meeting, queries.supplement_facts(meeting), by=by, at=at)
    meeting.chair_ground = meeting.chair_ground.strip() or _ground_on_roll(meeting)
    meeting.save()
    begin_session(meeting, held_on=queries.sitting_on(meeting), began=meeting.began)
    plan_day.follow_day(meeting, queries.sitting_on(meeting))
    lay_agenda(meeting)
    lay_business(meeting)
    marking.hold_lines(meeting, passed)
    return passed


def _ground_on_roll(meeting: Meeting) -> str:
    """Why another than the head chairs, as far as the roll tells it: the head is away."""
    head = queries.head_of(meeting, on=meeting.held_on)
    if head is None or head == meeting.chair or head.pk not in queries.absent_people(meeting):
        return ""
    return f"Người đứng đầu, đồng chí {head.full_name}, vắng mặt; đồng chí {meeting.chair.full_name} chủ trì thay"


def _must_have_come(day: date, *, at: datetime) -> None:
    today = days.day_of(at)
    if day > today:
        raise refuse(
            "Chưa thể họp: ngày họp chưa đến.", why=f"Hôm nay là {today:%d/%m/%Y}.", todo="Hãy chờ đến ngày họp."
        )


def _must_be_present(meeting: Meeting, chair: Person, secretary: Person) -> None:
    roll = queries.roll_of(meeting)
    if not roll or any(each.present is None for each in roll):
        raise refuse("Chưa thể khai mạc: chưa điểm danh xong.", todo="Hãy điểm danh mọi người trong danh sách dự họp.")
    here = {each.person_id for each in roll if each.present}
    for person, part in ((chair, "chủ trì"), (secretary, "thư ký")):
        if person.pk not in here:
            raise refuse(
                f"Chưa thể khai mạc: đồng chí {person.full_name} ({part}) không có mặt theo điểm danh.",
                todo=f"Hãy chọn người {part} khác trong số những người có mặt.",
            )
    if chair.pk == secretary.pk:
        raise refuse("Chủ trì và thư ký phải là hai người.", todo="Hãy chọn thư ký khác.")


def lay_business(meeting: Meeting) -> None:
    """The points of a sitting's business, in the order of the rulebook; nothing for a review."""
    sitting = queries.sitting_of(meeting.season, meeting.kind)
    AgendaPoint.objects.bulk_create(
        AgendaPoint(meeting=meeting, step=step.key, title=step.title, clause=step.clause, position=number)
        for number, step in enumerate(sitting.steps if sitting else (), start=1)
    )


def lay_agenda(meeting: Meeting) -> None:
    """One line for each subject in the order of the rulebook, with the steps of its method; absentees are noted."""
    absent = queries.absent_people(meeting)
    for position, expected in enumerate(queries.expected_lines(meeting), start=1):
        away = expected.subject.person_id in absent
        line = ReviewLine.objects.create(
            meeting=meeting,
            subject=expected.subject,
            printed_name=expected.subject.name,
            rank=expected.rank,
            position=position,
            state=ReviewLine.State.ABSENT if away else ReviewLine.State.WAITING,
            hold_why=absent.get(expected.subject.person_id, "") if away else "",
        )
        AgendaPoint.objects.bulk_create(
            AgendaPoint(
                meeting=meeting,
                line=line,
                step=step.key,
                title=step.title,
                clause=step.clause,
                position=number,
            )
            for number, step in enumerate(queries.steps_for(line), start=1)
        )


def break_off_meeting(
    meeting: Meeting, *, reason: str, version: int, by: Account, at: datetime, ended: time | None = None
) -> Meeting:
    """The meeting broken off; what is concluded stays, the rest goes on another day."""
    with journal.act(
        "meetings.break_off_meeting", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.break_off_meeting", unit=meeting.unit, at=at)
        if not reason.strip():
            raise refuse("Chưa ghi lý do tạm dừng cuộc họp.", todo="Hãy ghi rõ lý do.")
        meeting.state = access.must_stand(meeting, "meetings.break_off_meeting")
        meeting.broken_why = reason.strip()
        meeting.save(update_fields=["state", "broken_why"])
        end_session(meeting, ended=ended)
        act.details = {"reason": meeting.broken_why}
    return meeting


def resume_meeting(
    meeting: Meeting,
    *,
    resumed_on: date,
    version: int,
    by: Account,
    at: datetime,
    began: time | None = None,
    paper: FromPaper | None = None,
) -> Meeting:
    """A broken-off meeting going on, on a day of its own, after the roll was taken again.

    `paper`: it already went on and is keyed from there; one keyed from paper before needs no other.
    Raises: Refused for a day to come, for a past day without a paper, and for one before the opening.
    """
    with journal.act(
        "meetings.resume_meeting", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.resume_meeting", unit=meeting.unit, at=at)
        cycles_access.must_be_open(meeting.season)
        meeting.state = access.must_stand(meeting, "meetings.resume_meeting")
        _must_have_come(resumed_on, at=at)
        if paper is not None or not meeting.from_paper:
            place_source(meeting, paper, day=resumed_on, by=by, at=at)
        if meeting.held_on and resumed_on < meeting.held_on:
            raise refuse("Ngày họp tiếp không thể sớm hơn ngày khai mạc.")
        meeting.resumed_on = resumed_on
        meeting.save(update_fields=["state", "resumed_on", "entered", "paper", "scan"])
        begin_session(meeting, held_on=resumed_on, began=began)
        act.happened_on, act.details = resumed_on, {"paper": meeting.paper}
    return meeting


def close_meeting(
    meeting: Meeting,
    *,
    conclusion: str,
    version: int,
    by: Account,
    at: datetime,
    carried_to: str = "",
    ended: time | None = None,
) -> Meeting:
    """The meeting closed; those held or absent are carried on to the nearest meeting, which `carried_to` names.

    Raises: Refused while a line is neither concluded nor held, a round is not settled, or the minutes are empty.
    """
    with journal.act(
        "meetings.close_meeting", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.close_meeting", unit=meeting.unit, at=at)
        state = access.must_stand(meeting, "meetings.close_meeting")
        meeting.conclusion, meeting.ended, meeting.carried_to = conclusion.strip(), ended, carried_to.strip()
        end_session(meeting, ended=ended)
        passed = marking.pass_gate(meeting, queries.closing_facts(meeting), by=by, at=at)
        meeting.state, meeting.closed_at, meeting.closed_by = state, at, by
        meeting.save()
        plan_day.finish_day(meeting, by=by, at=at)
        act.happened_on, act.rows = meeting.resumed_on or meeting.held_on, passed.rows
        act.details = {"carried": [line.subject.key for line in queries.carried(meeting)], "warning": passed.warning}
    return meeting
