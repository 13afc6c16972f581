"""Finding what was written: reports, self-reviews, leaders' papers, comments, opinions, attestations."""

from datetime import date

from django.db.models import Q, QuerySet

from kiemdiem.cycles.models import Season
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews.models import Attestation, Comment, LeaderPaper, Opinion, OrderMark, Report, SelfReview


def report(season: Season, unit: Unit, *, kind: str) -> Report | None:
    """The report of that kind of the unit, when somebody began it."""
    return Report.objects.filter(season=season, unit=unit, kind=kind).first()


def reports_of(season: Season) -> QuerySet[Report]:
    """The reports of the season, by unit."""
    return Report.objects.filter(season=season).select_related("unit").order_by("unit__key", "kind")


def self_review(season: Season, person: Person) -> SelfReview | None:
    """The one self-review of the person, when it was begun."""
    return SelfReview.objects.filter(season=season, person=person).first()


def self_reviews_of(season: Season, *, people: list[int] | None = None) -> QuerySet[SelfReview]:
    """The self-reviews of the season, or of those people, by given name."""
    found = SelfReview.objects.filter(season=season)
    if people is not None:
        found = found.filter(person_id__in=people)
    return found.select_related("person").order_by("person__sort_key", "person__key")


def leader_papers_of(season: Season, person: Person) -> QuerySet[LeaderPaper]:
    """The papers in force about one leader."""
    found = LeaderPaper.objects.filter(season=season, person=person, replaced_by__isnull=True)
    return found.select_related("unit").order_by("kind")


def comments_of(season: Season, *, people: list[int] | None = None) -> QuerySet[Comment]:
    """The comments asked for and not replaced, of the season or about those people."""
    found = Comment.objects.filter(season=season, replaced_by__isnull=True)
    if people is not None:
        found = found.filter(person_id__in=people)
    return found.select_related("person", "asked_unit").order_by("person__sort_key", "kind")


def opinions_about(season: Season, unit: Unit, *, kind: str = "") -> QuerySet[Opinion]:
    """The opinions in force about one body."""
    found = Opinion.objects.filter(season=season, about_unit=unit, replaced_by__isnull=True)
    if kind:
        found = found.filter(kind=kind)
    return found.select_related("from_unit").order_by("from_unit__key")


def attestations_of(season: Season, *, subject: str = "") -> QuerySet[Attestation]:
    """The statements in force, of the season or about one subject."""
    found = Attestation.objects.filter(season=season, replaced_by__isnull=True)
    if subject:
        found = found.filter(subject=subject)
    return found.order_by("subject", "entry_key")


def marks_about(season: Season, unit: Unit) -> QuerySet[OrderMark]:
    """What was prepared out of order at a unit: its reports, and in a cell its members' self-reviews, oldest first."""
    people = season.subjects.filter(unit=unit, kind="member").values("person_id")
    found = OrderMark.objects.filter(Q(report__season=season) | Q(self_review__season=season))
    found = found.filter(Q(report__unit=unit) | Q(self_review__person__in=people))
    return found.select_related("report__unit", "self_review__person").order_by("id")


def waiting_marks(season: Season, *, units: frozenset[int]) -> QuerySet[OrderMark]:
    """What was prepared out of order and waits for the word of one of these bodies, oldest first."""
    found = OrderMark.objects.filter(Q(report__season=season) | Q(self_review__season=season))
    found = found.filter(accepting_unit__in=units, answer=OrderMark.Answer.OPEN)
    return found.select_related("report__unit", "self_review__person").order_by("id")


def delivered_by(report: Report, *, day: date) -> frozenset[int]:
    """The ids of the people who had the report's present version by that day."""
    found = report.deliveries.filter(withdrawn_at__isnull=True, number=report.number, sent_on__lte=day)
    return frozenset(found.values_list("person_id", flat=True))


def last_sent_on(report: Report, *, people: frozenset[int]) -> date | None:
    """The day the last of those people was sent the report; nothing while one of them was not."""
    found = report.deliveries.filter(withdrawn_at__isnull=True, person_id__in=people).order_by("sent_on")
    days: dict[int, date] = {}
    for person, day in found.values_list("person_id", "sent_on"):
        days.setdefault(person, day)
    return max(days.values()) if days and set(days) == set(people) else None
