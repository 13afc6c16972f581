"""What is tried with points to review and with ratings: given, asked and handed in by the wrong body or to it."""

from typing import Any

from kiemdiem.core.process.facts import AskRating, ReceiveRating, SuggestReview
from kiemdiem.cycles.models import SeasonSubject, SeasonUnit
from kiemdiem.desk.play import rating as asking
from kiemdiem.desk.play.stage import Stage
from kiemdiem.reviews import commands
from kiemdiem.reviews.models import Rating

CLERK = "vanphong"
KINDS = ("cell", "party_body", "collective", "member")


def firsts(stage: Stage) -> list[SeasonSubject]:
    """The first graded subject of each kind."""
    found = SeasonSubject.objects.filter(season=stage.season, is_graded=True).select_related("unit", "person")
    firsts_of = [found.filter(kind=kind).order_by("key").first() for kind in KINDS]
    return [subject for subject in firsts_of if subject is not None]


def units(stage: Stage) -> list[SeasonUnit]:
    """One organisation of each kind of the season."""
    found: dict[str, SeasonUnit] = {}
    for unit in stage.season.units.select_related("unit").order_by("path"):
        found.setdefault(unit.kind, unit)
    return list(found.values())


def suggest_to_others(stage: Stage, _: Any) -> bool:
    """Points are given by a body that does not manage whom they are given to."""
    points = commands.Points("Làm rõ trách nhiệm", given_on=stage.clock.now.date())
    for subject in firsts(stage):
        for body in units(stage):
            if stage.would_say(SuggestReview(subject_kind=subject.kind, body_kind=body.kind)):
                stage.refused(
                    "reviews.give_suggestion",
                    subject.key,
                    attempt=lambda subject=subject, body=body: commands.give_suggestion(
                        stage.season, subject, from_unit=body.unit, points=points, **stage.by(CLERK)
                    ),
                )
    return True


def ask_wrongly(stage: Stage, _: Any) -> bool:
    """A rating is asked by a body, or of one, that the rulebook does not name."""
    for subject in firsts(stage):
        for sender in units(stage):
            for party in units(stage):
                asked = AskRating(subject_kind=subject.kind, from_kind=sender.kind, body_kind=party.kind)
                if stage.unheard("ask_rating") and stage.would_say(asked):
                    stage.refused(
                        "reviews.ask_ratings",
                        subject.key,
                        attempt=lambda subject=subject, sender=sender, party=party: commands.ask_ratings(
                            stage.season, subject, parties=[party.unit], asked_from=sender.unit,
                            asked_on=stage.clock.now.date(), **stage.by(CLERK),
                        ),
                    )  # fmt: skip
    return True


def ask_one_of_each(stage: Stage) -> None:
    """One rating asked about a subject of each kind whose gate was not heard and that nobody rates yet."""
    gates = [gate for gate in stage.book.process.gates if gate.key in stage.unheard("receive_rating")]
    wanted = {kind for gate in gates for kind in gate.only.get("subject_kind", ())}
    rated = set(Rating.objects.filter(season=stage.season).values_list("subject__kind", flat=True))
    for subject in firsts(stage):
        if subject.kind in wanted - rated:
            party = next(unit for unit in units(stage) if unit.unit_id != subject.unit_id)
            sender = asking.sender_of(stage, subject, party=party)
            if sender is not None:
                commands.ask_ratings(
                    stage.season, subject, parties=[party.unit], asked_from=sender.unit,
                    asked_on=stage.clock.now.date(), **stage.by(CLERK),
                )  # fmt: skip


def hand_in_elsewhere(stage: Stage, _: Any) -> bool:
    """A rating is handed in to a body that does not gather them."""
    ask_one_of_each(stage)
    kinds = {unit.unit_id: unit.kind for unit in stage.season.units.all()}
    for rating in Rating.objects.filter(season=stage.season).select_related("subject", "party").order_by("key"):
        for body in units(stage):
            party = kinds.get(rating.party_id, "superior")
            asked = ReceiveRating(subject_kind=rating.subject.kind, body_kind=party, to_kind=body.kind)
            if stage.unheard("receive_rating") and stage.would_say(asked):
                sheet = commands.RatingSheet({}, received_on=stage.clock.now.date(), sent_to=body.unit)
                stage.refused(
                    "reviews.receive_rating",
                    rating.subject.key,
                    attempt=lambda rating=rating, sheet=sheet: commands.receive_rating(
                        rating, sheet=sheet, version=rating.version, **stage.by(CLERK)
                    ),
                )
    return not stage.unheard("receive_rating")
