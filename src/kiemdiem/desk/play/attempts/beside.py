"""What is tried with a review that must be directed and last long enough."""

from kiemdiem.cycles import queries
from kiemdiem.desk.play import bodies, sittings
from kiemdiem.desk.play.attempts import meeting as at_meeting
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers

OFFICER = "canbotochuc"
POINTS = "Làm rõ trách nhiệm đối với nhiệm vụ chậm tiến độ."


def open_undirected(stage: Stage, meeting: Meeting) -> bool:
    """A review is opened although points were given and nobody was sent to direct it; then somebody is."""
    gates = [each.key for each in stage.book.process.gates if each.kind == "working_group"]
    subject = queries.subject_of_unit(stage.season, meeting.unit, kind="cell")
    left = set(gates) & stage.unheard()
    if not left or subject is None or papers.suggestions_of(stage.season, unit=meeting.unit).exists():
        return not left
    committee = bodies.unit_of_kind(stage, "executive_committee")
    on = stage.clock.now.date()
    alone = reviews.Points(text=POINTS, given_on=on, reason="Bổ sung gợi ý")
    reviews.give_suggestion(stage.season, subject, from_unit=committee, points=alone, **stage.by(OFFICER))
    chair, _, secretary = sittings.chairs(stage, meeting, on=on)
    at_meeting.refuse_opening(stage, meeting, chair=chair, secretary=secretary)
    sent = reviews.Points(text=POINTS, given_on=on, group=(chair,), reason="Lập đoàn công tác")
    reviews.give_suggestion(stage.season, subject, from_unit=committee, points=sent, **stage.by(OFFICER))
    return True


def close_a_day_short(stage: Stage, meeting: Meeting) -> bool:
    """Points from above reach the committee in its own review, which is then closed before it lasted long enough."""
    long = [each for each in stage.book.process.gates if each.kind == "met_long_enough" and "suggested" in each.only]
    left = {each.key for each in long} & stage.unheard()
    subject = queries.subject_of_unit(stage.season, meeting.unit, kind="collective")
    if not left or subject is None or meetings.unit_kind(meeting) != "executive_committee":
        return not left
    above = bodies.unit_of_kind(stage, "superior")
    points = reviews.Points(text=POINTS, given_on=stage.clock.now.date())
    reviews.give_suggestion(stage.season, subject, from_unit=above, points=points, **stage.by(OFFICER))
    at_meeting.close_too_soon(stage, meeting)
    return True
