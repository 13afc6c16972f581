"""Points to review and ratings: who rates whom, by which criteria, what came in, and whose level counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.sources import FromRating
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject, SeasonUnit
from kiemdiem.org.models import Unit
from kiemdiem.reviews.models import RatedLevel, Rating, Suggestion


@dataclass(frozen=True)
class CriterionRated:
    """One criterion that parties rate: its fact, its words, its levels best first, and who counts how much."""

    key: str
    text: str
    levels: tuple[tuple[str, str], ...]
    record: FromRating


def criteria_rated(book: Rulebook, kind: str) -> tuple[CriterionRated, ...]:
    """The criteria of a kind of subject that parties rate, in the rulebook's order."""
    subject = next((each for each in book.subjects.subjects if each.key == kind), None)
    if subject is None:
        return ()
    records = {each.fact: each.record for each in book.sources.facts if each.subject == kind}
    found = []
    for fact in subject.facts:
        record = records.get(fact.key)
        if isinstance(record, FromRating) and fact.scale:
            levels = tuple((level.code, level.name) for level in book.subjects.scale(fact.scale).levels)
            found.append(CriterionRated(fact.key, fact.text, levels, record))
    return tuple(found)


def grades_of(book: Rulebook, kind: str) -> tuple[tuple[str, str], ...]:
    """The grades of a kind of subject, best first, as pairs of code and name; none while its scale is a gap."""
    subject = next((each for each in book.subjects.subjects if each.key == kind), None)
    if subject is None or not subject.scale:
        return ()
    return tuple((level.code, level.name) for level in book.subjects.scale(subject.scale).levels)


def parties_of(season: Season, subject: SeasonSubject) -> list[SeasonUnit]:
    """The bodies the rulebook has rate a subject, by name; never the subject itself."""
    mandates = cycles.book_of(season).process.mandates
    kinds = {each.body for each in mandates if each.verb == "assesses" and subject.kind in each.subjects}
    found = season.units.filter(kind__in=kinds).exclude(unit=subject.unit).select_related("unit")
    return list(found.order_by("sort_key", "pk"))


def rated_subjects(season: Season, unit: Unit) -> list[SeasonSubject]:
    """The subjects that are this unit and that parties rate."""
    book = cycles.book_of(season)
    found = season.subjects.filter(unit=unit, person__isnull=True, ended_on__isnull=True).select_related("unit")
    return [each for each in found.order_by("key") if criteria_rated(book, each.kind)]


def ratings_of(season: Season, subject: SeasonSubject) -> QuerySet[Rating]:
    """The ratings asked about a subject, by party."""
    return (
        Rating.objects.filter(season=season, subject=subject).select_related("party", "sent_to").order_by("party__key")
    )


def levels_given(season: Season, subjects: Iterable[int]) -> dict[tuple[int, str], dict[str, str]]:
    """By subject and criterion, the level each kind of party gave in the sheets handed in.

    Where several bodies of one kind rated, the one whose key comes first speaks for the kind.
    """
    kinds = {each.unit_id: each.kind for each in SeasonUnit.objects.filter(season=season)}
    rows = RatedLevel.objects.filter(rating__season=season, rating__subject__in=list(subjects))
    rows = rows.filter(rating__received_on__isnull=False).order_by("rating__party__key")
    found: dict[tuple[int, str], dict[str, str]] = {}
    for subject, party, fact, level in rows.values_list("rating__subject_id", "rating__party_id", "fact", "level"):
        found.setdefault((subject, fact), {}).setdefault(kinds.get(party, ""), level)
    return found


def suggestions_of(season: Season, *, unit: Unit | None = None) -> QuerySet[Suggestion]:
    """The points to review in force, of the season or given to a unit and its members."""
    found = Suggestion.objects.filter(season=season, replaced_by__isnull=True)
    if unit is not None:
        found = found.filter(subject__unit=unit)
    return found.select_related("subject__person", "from_unit").order_by("subject__sort_key", "from_unit__key")


def suggested_to(season: Season, subjects: Iterable[SeasonSubject]) -> frozenset[int]:
    """The ids of those of the subjects to whom points were given; to a person, in whichever capacity."""
    chosen = list(subjects)
    pairs = set(suggestions_of(season).values_list("subject_id", "subject__person_id"))
    given, people = {subject for subject, _ in pairs}, {person for _, person in pairs if person}
    return frozenset(each.pk for each in chosen if each.pk in given or each.person_id in people)
