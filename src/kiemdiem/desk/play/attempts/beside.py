"""What is tried with points to review and ratings, and with a review that must be directed and last long enough."""

from typing import Any

from kiemdiem.core.process.facts import AskRating, ReceiveRating, SuggestReview
from kiemdiem.cycles import queries
from kiemdiem.desk.play import bodies, sittings
from kiemdiem.desk.play.attempts import meeting as at_meeting
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers
from kiemdiem.reviews.models import Rating

OFFICER = "canbotochuc"
POINTS = "Làm rõ trách nhiệm đối với nhiệm vụ chậm tiến độ."


def suggest_by_another(stage: Stage, _: Any) -> bool:
    """A cell gives points to its own member."""
    cell = queries.cells_of(stage.season)[0].unit
    member = queries.members_of(stage.season, cell)[0]
    if stage.would_say(SuggestReview(subject_kind=member.kind, body_kind="cell")):
        points = reviews.Points(text=POINTS, given_on=stage.clock.now.date())
        stage.refused(
            "reviews.give_suggestion",
            member.key,
            attempt=lambda: reviews.give_suggestion(
                stage.season, member, from_unit=cell, points=points, **stage.by(OFFICER)
            ),
        )
    return True


def ask_others(stage: Stage, _: Any) -> bool:
    """A cell asks another cell to rate it."""
    cell, other = (each.unit for each in queries.cells_of(stage.season)[:2])
    subject = queries.subject_of_unit(stage.season, cell, kind="cell")
    asked = AskRating(subject_kind="cell", from_kind="cell", body_kind="cell")
    if subject is not None and stage.would_say(asked):
        stage.refused(
            "reviews.ask_ratings",
            subject.key,
            attempt=lambda: reviews.ask_ratings(
                stage.season, subject, parties=[other], asked_from=cell, asked_on=stage.clock.now.date(),
                **stage.by(OFFICER),
            ),
        )  # fmt: skip
    return True


def hand_ratings_elsewhere(stage: Stage, _: Any) -> bool:
    """A party hands its sheet to a cell."""
    rating = Rating.objects.filter(season=stage.season).select_related("subject__unit", "party").first()
    if rating is None:
        return not stage.unheard("receive_rating")
    cell = queries.cells_of(stage.season)[0].unit
    kind = queries.season_unit(stage.season, rating.party).kind
    if stage.would_say(ReceiveRating(subject_kind=rating.subject.kind, body_kind=kind, to_kind="cell")):
        levels = dict(rating.levels.values_list("fact", "level"))
        sheet = reviews.RatingSheet(levels=levels, received_on=stage.clock.now.date(), sent_to=cell, reason="Gửi lại")
        stage.refused(
            "reviews.receive_rating",
            rating.subject.key,
            attempt=lambda: reviews.receive_rating(rating, sheet=sheet, **stage.by(OFFICER)),
        )
    return not stage.unheard("receive_rating")


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
