"""What is tried at a meeting: the wrong chair, a step out of turn, a conclusion without words, closing too soon."""

from kiemdiem.core.process import facts as shapes
from kiemdiem.desk.play import sittings
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Person

CLERK = "vanphong"


def open_under_another(stage: Stage, meeting: Meeting) -> bool:
    """Somebody chairs in the presence of the head."""
    present = [each.person for each in queries.present_voters(sittings.fresh(meeting))]
    head = queries.head_of(meeting, on=meeting.planned_on)
    others = [person for person in present if person != head]
    if head in present and len(others) > 1:
        asked = sittings.fresh(meeting)
        asked.chair = others[-1]
        if stage.would_say(queries.opening_facts(asked)):
            refuse_opening(stage, meeting, chair=others[-1], secretary=others[-2])
    return not stage.unheard("open_meeting")


def refuse_opening(stage: Stage, meeting: Meeting, *, chair: Person, secretary: Person) -> None:
    """The clerk opens the meeting today with this chair, and is turned down."""
    now = sittings.fresh(meeting)
    stage.refused(
        "meetings.open_meeting",
        meeting.key,
        attempt=lambda: commands.open_meeting(
            now, held_on=stage.clock.now.date(), chair=chair, secretary=secretary, version=now.version,
            **stage.by(CLERK),
        ),
    )  # fmt: skip


def take_steps_out_of_turn(stage: Stage, meeting: Meeting) -> bool:
    """Steps are ticked before those that go first, and the chair leads his own review."""
    for line in one_of_each(meeting):
        for point in line.steps.order_by("position"):
            if stage.would_say(queries.step_facts(line, point)):
                line.refresh_from_db()
                stage.refused(
                    "meetings.complete_step",
                    f"{meeting.key} {point.step}",
                    attempt=lambda point=point, line=line: commands.complete_step(
                        point, version=line.version, **stage.by(CLERK)
                    ),
                )
    return not stage.unheard("advance_step")


def one_of_each(meeting: Meeting) -> list[ReviewLine]:
    """The first waiting line of each place in the order of the meeting, and the chair's own."""
    first: dict[int, ReviewLine] = {}
    found = waiting(meeting)
    for line in found:
        first.setdefault(line.rank, line)
    chair = sittings.fresh(meeting).chair_id
    own = [line for line in found if line.subject.person_id == chair and line not in first.values()]
    return [*first.values(), *own]


def take_points_out_of_turn(stage: Stage, meeting: Meeting) -> bool:
    """A point of a sitting's business is ticked before those that go first."""
    for point in queries.points_of(meeting):
        if stage.would_say(queries.point_facts(point)):
            now = sittings.fresh(meeting)
            stage.refused(
                "meetings.complete_point",
                f"{meeting.key} {point.step}",
                attempt=lambda point=point, now=now: commands.complete_point(
                    point, version=now.version, **stage.by(CLERK)
                ),
            )
    return not stage.unheard("advance_step")


def waiting(meeting: Meeting) -> list[ReviewLine]:
    """The lines of the meeting still to be reviewed."""
    return [line for line in queries.lines_of(sittings.fresh(meeting)) if line.state == ReviewLine.State.WAITING]


def conclude_without_words(stage: Stage, meeting: Meeting) -> bool:
    """A line is concluded before its steps, without a word of conclusion and without what is owed about the person."""
    for line in waiting(meeting):
        if not stage.unheard("conclude_line"):
            break
        if stage.would_say(queries.conclusion_facts(line)):
            line.refresh_from_db()
            stage.refused(
                "meetings.conclude_line",
                line.subject.key,
                attempt=lambda line=line: commands.conclude_line(
                    line, conclusion="", version=line.version, **stage.by(CLERK)
                ),
            )
    return not stage.unheard("conclude_line")


def close_too_soon(stage: Stage, meeting: Meeting) -> bool:
    """The meeting is closed with lines, rounds or announcements open, without minutes, and nobody carried on."""
    now = sittings.fresh(meeting)
    if stage.would_say(closing(now)):
        stage.refused(
            "meetings.close_meeting",
            meeting.key,
            attempt=lambda: commands.close_meeting(now, conclusion="", version=now.version, **stage.by(CLERK)),
        )
    return not stage.unheard("close_meeting")


def closing(meeting: Meeting) -> shapes.CloseMeeting:
    """The facts of closing the meeting as it stands."""
    return queries.closing_facts(meeting)


def supplement_without_them(stage: Stage, meeting: Meeting) -> bool:
    """The supplementary meeting is opened although none of those it is held for came."""
    on = meeting.planned_on
    held = {line.subject.person_id for line in queries.held_lines(stage.season, unit=meeting.unit)}
    sittings.take_roll(stage, meeting, on=on, absent=frozenset(held))
    present = [each.person for each in queries.present_voters(sittings.fresh(meeting))]
    head = queries.head_of(meeting, on=on)
    if head not in present or len(present) < 2:
        return False
    other = next(person for person in present if person != head)
    refuse_opening(stage, meeting, chair=head, secretary=other)
    return not stage.unheard("hold_supplementary")
