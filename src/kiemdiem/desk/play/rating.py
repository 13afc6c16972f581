"""Ratings of organisations by the parties the rulebook names: asked for, and handed in to whoever gathers them."""

from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import AskRating, ReceiveRating
from kiemdiem.cycles.models import SeasonSubject, SeasonUnit
from kiemdiem.desk.play import votes
from kiemdiem.desk.play.stage import Stage
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import Rating

CLERK = "vanphong"
KINDS = ("cell", "party_body")


def ask_all(stage: Stage) -> None:
    """Every rating asked for by a body the rulebook lets ask, of each party it names."""
    if not any(gate.act == "ask_rating" for gate in stage.book.process.gates):
        return
    found = SeasonSubject.objects.filter(season=stage.season, kind__in=KINDS, is_graded=True).select_related("unit")
    for subject in found.order_by("kind", "key"):
        for party in queries.parties_of(stage.season, subject):
            sender = sender_of(stage, subject, party=party)
            if sender is not None:
                commands.ask_ratings(
                    stage.season, subject, parties=[party.unit], asked_from=sender.unit,
                    asked_on=stage.clock.now.date(), **stage.by(CLERK),
                )  # fmt: skip


def near(stage: Stage, subject: SeasonSubject) -> list[SeasonUnit]:
    """The organisations of the season, those within the subject's own first."""
    found = stage.season.units.select_related("unit").order_by("path")
    return sorted(found, key=lambda unit: f"/{subject.unit.key}/" not in f"/{unit.path}/")


def sender_of(stage: Stage, subject: SeasonSubject, *, party: SeasonUnit) -> SeasonUnit | None:
    """The nearest body the rulebook lets ask the party."""
    for unit in near(stage, subject):
        asked = AskRating(subject_kind=subject.kind, from_kind=unit.kind, body_kind=party.kind)
        if gates.may(stage.book, asked).allowed:
            return unit
    return None


def receive_all(stage: Stage) -> None:
    """Every rating asked for handed in, each criterion at the level colleagues hold of the organisation."""
    for rating in Rating.objects.filter(season=stage.season).select_related("subject__unit", "party").order_by("key"):
        to = address_of(stage, rating)
        if to is None:
            continue
        levels = {
            each.key: each.levels[min(votes.held(rating.subject), len(each.levels) - 1)][0]
            for each in queries.criteria_rated(stage.book, rating.subject.kind)
        }
        sheet = commands.RatingSheet(levels, received_on=stage.clock.now.date(), sent_to=to.unit)
        commands.receive_rating(rating, sheet=sheet, version=rating.version, **stage.by(CLERK))


def address_of(stage: Stage, rating: Rating) -> SeasonUnit | None:
    """The nearest body the rulebook has the rating sent to; nothing where that is none of the season."""
    kinds = {unit.unit_id: unit.kind for unit in stage.season.units.all()}
    for unit in near(stage, rating.subject):
        party = kinds.get(rating.party_id, "superior")
        asked = ReceiveRating(subject_kind=rating.subject.kind, body_kind=party, to_kind=unit.kind)
        if gates.may(stage.book, asked).allowed:
            return unit
    return None
