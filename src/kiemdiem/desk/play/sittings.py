"""One review meeting from the roll to the closing, for a cell or a leading body."""

import datetime
from collections.abc import Callable

from kiemdiem.core.process import gates
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers

SAID = "Các ý kiến thống nhất với nội dung trình bày, đề nghị nêu rõ hơn nguyên nhân của hạn chế."
CONCLUDED = "Nhất trí với kết quả kiểm điểm; tiếp thu ý kiến góp ý để bổ sung."
PLACE = "Phòng họp của đơn vị"
LATE = "Đăng ký bổ sung theo lịch chung của cấp trên"
MORNING, NOON, EVENING = datetime.time(7, 30), datetime.time(11, 30), datetime.time(17)
Ballots = Callable[[Stage, Meeting], None]


def fresh(meeting: Meeting) -> Meeting:
    """The meeting as it stands now."""
    return queries.meeting(meeting.key)


def plan(stage: Stage, unit: Unit, *, on: datetime.date) -> Meeting:
    """The review meeting of the unit fixed to a day; registered too late for its week, with a reason."""
    asked = queries.schedule_facts(stage.season, unit, on=on, registered_at=stage.clock.now)
    late = {gate.key for gate in stage.book.process.gates if gate.kind == "registered_weekly"}
    said = gates.may(stage.book, asked)
    reason = LATE if late & {key for each in (said, *said.also) for key in each.gates} else ""
    return commands.plan_meeting(stage.season, unit, on=on, place=PLACE, waiver_reason=reason, **stage.by("vanphong"))


def hold(stage: Stage, meeting: Meeting, *, absent: frozenset[int], ballots: Ballots) -> Meeting:
    """The whole meeting: roll, opening, every line in its order, the ballots, the minutes signed, closed.

    `absent`: the ids of people who do not come.
    """
    day = meeting.planned_on or stage.clock.now.date()
    stage.clock.forward_to(day, hour=8)
    take_roll(stage, meeting, on=day, absent=absent)
    stage.leave("roll_taken", meeting)
    open_it(stage, meeting, on=day)
    stage.leave("begun", meeting)
    for line in queries.lines_of(meeting):
        if line.state == ReviewLine.State.WAITING:
            review(stage, line)
    stage.leave("reviewed", meeting)
    ballots(stage, fresh(meeting))
    stage.leave("voted", meeting)
    last = sit_on(stage, meeting, on=day)
    return close(stage, meeting, on=last)


def half_days(stage: Stage, meeting: Meeting) -> int:
    """How many half days the rulebook wants the meeting to last; one where it does not say."""
    facts = queries.closing_facts(fresh(meeting))
    found = [gate for gate in stage.book.process.gates if gate.kind == "met_long_enough" and gates.stands(gate, facts)]
    return max((int(str(gate.params["half_days"])) for gate in found), default=1)


def sit_on(stage: Stage, meeting: Meeting, *, on: datetime.date) -> datetime.date:
    """The meeting sits on for as many days as it must last; its last day."""
    day = on
    for _ in range((half_days(stage, meeting) - 1) // 2):
        commands.break_off_meeting(
            meeting, reason="Hết ngày, hội nghị họp tiếp hôm sau", ended=EVENING, version=fresh(meeting).version,
            **stage.by("vanphong"),
        )  # fmt: skip
        day += datetime.timedelta(days=1)
        stage.clock.forward_to(day, hour=8)
        commands.resume_meeting(
            meeting, resumed_on=day, began=MORNING, version=fresh(meeting).version, **stage.by("vanphong")
        )
    return day


def take_roll(stage: Stage, meeting: Meeting, *, on: datetime.date, absent: frozenset[int]) -> None:
    """Everybody called is present but those named."""
    roll = commands.draw_roll(meeting, on=on, version=fresh(meeting).version, **stage.by("vanphong"))
    present = {each.pk: each.person_id not in absent for each in roll}
    reasons = {each.pk: "Có lý do" for each in roll if each.person_id in absent}
    commands.take_roll(meeting, present, absences=reasons, version=fresh(meeting).version, **stage.by("vanphong"))


def chairs(stage: Stage, meeting: Meeting, *, on: datetime.date) -> tuple[Person, Person, Person]:
    """Who chairs, who chairs the chair's own review, and who writes: the head, his stand-in, a third."""
    present = [each.person for each in queries.roll_of(meeting) if each.present and each.capacity == "voter"]
    head = queries.head_of(meeting, on=on)
    order = [person for person in (head, *queries.stand_ins_of(meeting, on=on), *present) if person in present]
    chosen = list(dict.fromkeys(order))
    return chosen[0], chosen[1], chosen[2]


def open_it(stage: Stage, meeting: Meeting, *, on: datetime.date) -> Meeting:
    """The meeting open under its chair."""
    chair, _, secretary = chairs(stage, meeting, on=on)
    return commands.open_meeting(
        meeting,
        held_on=on,
        chair=chair,
        secretary=secretary,
        began=MORNING,
        chair_ground="" if chair == queries.head_of(meeting, on=on) else "Người đứng đầu vắng, cấp phó chủ trì",
        version=fresh(meeting).version,
        **stage.by("vanphong"),
    )


def review(stage: Stage, line: ReviewLine) -> None:
    """One line taken through the method's steps and concluded; a gate that fails holds this line only."""
    meeting = fresh(line.meeting)
    own = line.subject.person_id is not None and line.subject.person_id == meeting.chair_id
    _, other, _ = chairs(stage, meeting, on=meeting.held_on)
    for point in line.steps.order_by("position"):
        line.refresh_from_db()
        commands.complete_step(
            point, version=line.version, text=SAID, chair=other if own else None, **stage.by("vanphong")
        )
    commands.write_entry(
        meeting, SAID, kind="contribution", line=line, speaker="Đại biểu dự họp", **stage.by("vanphong")
    )
    line.refresh_from_db()
    commands.conclude_line(
        line, conclusion=CONCLUDED, response="Tiếp thu các ý kiến.", degree="Hạn chế nhỏ, chưa gây hậu quả",
        effect="Ảnh hưởng không đáng kể", version=line.version, **stage.by("vanphong"),
    )  # fmt: skip
    if line.subject.kind == "member":
        complete_self_review(stage, line)


def complete_self_review(stage: Stage, line: ReviewLine) -> None:
    """The self-review completed after the comments and confirmed by the cell; its conclusion presented it."""
    written = papers.self_review(stage.season, line.subject.person)
    if written is None:
        return
    today = stage.clock.now.date()
    revision = reviews.Revision(sections=written.sections, reason="Tiếp thu ý kiến tại chi bộ", happened_on=today)
    reviews.complete_self_review(written, revision=revision, version=written.version, **stage.by("vanphong"))
    written.refresh_from_db()
    reviews.confirm_self_review(
        written,
        confirmer="Chi ủy chi bộ",
        confirmed_on=today,
        done=papers.done_with(written, on=today),
        version=written.version,
        **stage.by("vanphong2"),
    )


def close(stage: Stage, meeting: Meeting, *, on: datetime.date) -> Meeting:
    """The meeting closed, its minutes signed by both."""
    closed = commands.close_meeting(
        meeting,
        conclusion="Hội nghị thống nhất các nội dung đã kết luận.",
        carried_to="Cuộc họp chi bộ gần nhất khi đồng chí có mặt",
        ended=EVENING if half_days(stage, meeting) > 1 else NOON,
        version=fresh(meeting).version,
        **stage.by("vanphong"),
    )
    for part, person in (("chair", closed.chair), ("secretary", closed.secretary)):
        commands.sign_minutes(closed, part, person=person, signed_on=on, **stage.by("vanphong"))
    return fresh(meeting)
