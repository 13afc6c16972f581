"""What is tried while the season is prepared: papers without their sections, too late, twice; days that do not fit."""

import datetime
from typing import Any

from kiemdiem.core.answer import Answer
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.cycles.queries.steps import WINDOW
from kiemdiem.desk.play import setting
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import commands as meeting_commands
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers
from kiemdiem.reviews.models import Report, SelfReview

CLERK, OTHER_CLERK = "vanphong", "vanphong2"
A_DAY = datetime.timedelta(days=1)


def collectives(stage: Stage) -> list[Unit]:
    """The collectives of the season by key."""
    found = SeasonSubject.objects.filter(season=stage.season, kind="collective").select_related("unit")
    return [subject.unit for subject in found.order_by("key")]


def today(stage: Stage) -> datetime.date:
    """The assumed day."""
    return stage.clock.now.date()


def empty_report(stage: Stage, unit: Unit) -> Report:
    """The collective's report, begun with nothing in it."""
    kind = papers.report_kinds(stage.season, unit)[0].key
    return reviews.write_report(stage.season, unit, kind=kind, sections={}, **stage.by(CLERK))


def send_an_empty_report(stage: Stage, _: Any) -> bool:
    """A report without its sections goes to one of many, the day before the meeting."""
    unit = collectives(stage)[0]
    report = empty_report(stage, unit)
    called = called_by(stage, unit)
    sending = reviews.Sending(people=called[:1], sent_on=today(stage), proof="signed_list")
    stage.refused(
        "reviews.deliver_report",
        unit.key,
        attempt=lambda: reviews.deliver_report(
            report, sending=sending, meeting_on=today(stage) + A_DAY, recipients=called, version=report.version,
            **stage.by(CLERK),
        ),
    )  # fmt: skip
    return True


def called_by(stage: Stage, unit: Unit) -> tuple[Person, ...]:
    """Everybody the unit's review calls."""
    return tuple(each.person for each in meetings.called_to(Meeting(season=stage.season, unit=unit), on=today(stage)))


def revise_before_the_meeting(stage: Stage, _: Any) -> bool:
    """A report is completed before its meeting was held."""
    unit = collectives(stage)[0]
    kind = papers.report_kinds(stage.season, unit)[0].key
    report = papers.report(stage.season, unit, kind=kind)
    revision = reviews.Revision(sections={}, reason="Bổ sung", happened_on=today(stage))
    stage.refused(
        "reviews.revise_report",
        unit.key,
        attempt=lambda: reviews.revise_report(
            report, revision=revision, final=True, version=report.version, **stage.by(CLERK)
        ),
    )
    return True


def hand_in_an_empty_self_review(stage: Stage, _: Any) -> bool:
    """A self-review is handed in with nothing in it."""
    written = reviews.write_self_review(stage.season, a_member(stage), sections={}, **stage.by(CLERK))
    hand_in(stage, written)
    return True


def a_member(stage: Stage) -> Person:
    """The first member reviewed in the first cell."""
    first = stage.units[setting.cells(stage)[0][0]]
    return next(subject.person for subject in cycles.members_of(stage.season, first) if subject.is_reviewed)


def hand_in(stage: Stage, written: SelfReview) -> None:
    """The clerk hands the self-review in today and is turned down."""
    stage.refused(
        "reviews.submit_self_review",
        written.person.key,
        attempt=lambda: reviews.submit_self_review(
            written, submitted_on=today(stage), version=written.version, **stage.by(CLERK)
        ),
    )


def hand_in_twice(stage: Stage, _: Any) -> bool:
    """A self-review that was handed in is handed in again, after its last day."""
    written = papers.self_review(stage.season, a_member(stage))
    if written is None or stage.clock.now.date() <= preparation_ends(stage):
        return False
    hand_in(stage, written)
    return True


def preparation_ends(stage: Stage) -> datetime.date:
    """The last day of preparing; the first of all days where the plan has none."""
    days = [step.last_on for step in cycles.steps_of_kind(stage.season, "preparation")]
    return max(days, default=datetime.date.min)


def confirm_before_the_review(stage: Stage, _: Any) -> bool:
    """The cell confirms a self-review before it was concluded on and completed."""
    written = papers.self_review(stage.season, a_member(stage))
    stage.refused(
        "reviews.confirm_self_review",
        written.person.key,
        attempt=lambda: reviews.confirm_self_review(
            written, confirmer="Chi ủy chi bộ", confirmed_on=today(stage), version=written.version,
            **stage.by(OTHER_CLERK),
        ),
    )  # fmt: skip
    return True


def plan_on(stage: Stage, unit: Unit, on: datetime.date, *, kind: str = meetings.REVIEW) -> None:
    """The clerk fixes a meeting to a day and is turned down."""
    stage.refused(
        "meetings.plan_meeting",
        f"{unit.key} {on}",
        attempt=lambda: meeting_commands.plan_meeting(stage.season, unit, on=on, kind=kind, **stage.by(CLERK)),
    )


def plan_outside_the_days(stage: Stage, _: Any) -> bool:
    """A cell and every collective meet on a day the plan does not have; one of these had its report sent just now."""
    window = cycles.steps_of_kind(stage.season, WINDOW).first()
    plan_on(stage, stage.units[setting.cells(stage)[0][0]], window.last_on + 2 * A_DAY)
    units = collectives(stage)
    send_report(stage, units[0])
    for unit in units:
        plan_on(stage, unit, today(stage) + A_DAY)
    for unit in (each.unit for each in stage.season.units.select_related("unit").order_by("path")):
        for sitting in meetings.sittings_by(stage.season, unit):
            asked = meetings.schedule_facts(stage.season, unit, on=today(stage) + A_DAY, kind=sitting.kind)
            if stage.would_say(asked):
                plan_on(stage, unit, today(stage) + A_DAY, kind=sitting.kind)
    return True


def send_report(stage: Stage, unit: Unit) -> None:
    """The unit's report sent to everybody its review calls."""
    called = called_by(stage, unit)
    report = papers.reports_of(stage.season).filter(unit=unit).first()
    step = next(step for step in cycles.meeting_steps(stage.season, unit=unit) if step.done_on is None)
    reviews.deliver_report(
        report,
        sending=reviews.Sending(people=called, sent_on=today(stage), proof="signed_list", proof_text="Sổ ký nhận"),
        meeting_on=step.from_on,
        recipients=called,
        version=report.version,
        **stage.by(CLERK),
    )


def move_without_a_reason(stage: Stage, _: Any) -> bool:
    """A meeting is moved without a reason to a day outside the plan, too soon after its report went out."""
    meeting = Meeting.objects.filter(season=stage.season, state=Meeting.State.PLANNED).order_by("planned_on").first()
    move(stage, meeting, today(stage) + A_DAY)
    return not stage.unheard("move_meeting", kind="reason_given")


def move(stage: Stage, meeting: Meeting, on: datetime.date, *, reason: str = "") -> None:
    """The clerk moves a meeting and is turned down."""
    stage.refused(
        "meetings.move_meeting",
        f"{meeting.key} {on}",
        attempt=lambda: meeting_commands.move_meeting(
            meeting, on, reason=reason, version=meeting.version, **stage.by(CLERK)
        ),
    )


def clash(stage: Stage, _: Any) -> bool:
    """A cell meets on the day of a meeting that wants the same people."""
    last = Meeting.objects.filter(season=stage.season, state=Meeting.State.PLANNED).order_by("-planned_on").first()
    for place, _ in setting.cells(stage):
        unit = stage.units[place]
        if stage.would_say(meetings.schedule_facts(stage.season, unit, on=last.planned_on)):
            plan_on(stage, unit, last.planned_on)
            break
    return True


def move_onto_another(stage: Stage, unit: Unit) -> bool:
    """A cell's meeting is moved onto the day of a meeting that wants the same people."""
    meeting = meetings.newest_of_unit(stage.season, unit)
    planned = Meeting.objects.filter(season=stage.season, state=Meeting.State.PLANNED).exclude(pk=meeting.pk)
    for on in sorted(set(planned.values_list("planned_on", flat=True))):
        answer = meetings.may_move(meeting, on, reason="Trùng lịch")
        if not answer.allowed and stage.unheard("move_meeting") & said_by(answer):
            move(stage, meeting, on, reason="Trùng lịch")
    return not stage.unheard("move_meeting")


def said_by(answer: Answer) -> set[str]:
    """The gates that spoke in an answer."""
    return {gate for each in (answer, *answer.also) for gate in each.gates}


def move_past_the_next_step(stage: Stage, unit: Unit) -> bool:
    """A cell's meeting is moved to the day the committee's next step begins."""
    meeting = meetings.newest_of_unit(stage.season, unit)
    window = cycles.steps_of_kind(stage.season, WINDOW).first()
    above = cycles.next_step_above(stage.season, after=window.last_on)
    move(stage, meeting, above.from_on, reason="Chưa bố trí được địa điểm")
    return True
