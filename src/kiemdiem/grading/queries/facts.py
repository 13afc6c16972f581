"""One row of facts a subject: what the records, the ballots and the results below say, as the judge wants it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kiemdiem.core.judge.children import Child, count_children
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections import subjects as law
from kiemdiem.core.law.sections.sources import FactSource
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Place, Season, SeasonSubject
from kiemdiem.grading.queries import acts, bodies, people, posts, stays
from kiemdiem.grading.queries.asked import Asked, asked
from kiemdiem.grading.queries.results import Result, results_of
from kiemdiem.rulebooks import engine

WHOLE = "party_body"
READERS: Mapping[str, Callable[[Any, Asked], dict[int, object]]] = {
    "standing": people.standing,
    "months_since": people.months_since,
    "work": people.work,
    "outside_grade": people.outside_grade,
    "award": people.award,
    "serving_discipline": people.serving_discipline,
    "reviewed": acts.reviewed,
    "attested": acts.attested,
    "commended": acts.commended,
    "suggested": acts.suggested,
    "penalty": people.penalty,
    "units_below": bodies.units_below,
    "disciplined_posts": bodies.disciplined_posts,
    "disciplined_members": bodies.disciplined_members,
    "register": bodies.register,
    "reorganised": bodies.reorganised,
    "outside_known": people.outside_known,
    "offence_elsewhere": people.offence_elsewhere,
    "leave": stays.leave,
    "takes_part": stays.takes_part,
    "former_cell_months": stays.former_cell_months,
    "holds_post": posts.holds_post,
    "led_grade": posts.led_grade,
    "results_differ": posts.results_differ,
}


def rows_of(season: Season, subjects: Iterable[SeasonSubject], *, kind: str, on: datetime.date) -> list[dict[str, Any]]:
    """The rows of facts of subjects of one kind, in their order; what nobody knows yet is null."""
    book = cycles.book_of(season)
    declared = book.subjects.subject(kind)
    issued_on = datetime.date.fromisoformat(book.identity.issued_on)
    question = asked(season, subjects, on=on, issued_on=issued_on)
    columns = _columns(book, declared, question)
    groups = _groups(season, declared, question)
    counts = _counts(book, declared, season=season, question=question)
    return [
        {
            "subject": subject.key,
            **groups[subject.pk],
            **{fact.key: columns.get(fact.key, {}).get(subject.pk) for fact in declared.facts},
            **counts.get(subject.pk, {}),
        }
        for subject in question.subjects
    ]


def _columns(book: Rulebook, declared: law.Subject, question: Asked) -> dict[str, dict[int, Any]]:
    """The value of every fact by subject: votes and points from the ballots, the others from their source."""
    facts = {fact.key for fact in declared.facts}
    found: dict[str, dict[int, Any]] = dict(acts.counted(book, question, subject=declared.key))
    for fact, values in found.items():
        found[fact] = {subject: _pair(value) for subject, value in values.items()}
    for source in book.sources.facts:
        if source.subject == declared.key and source.fact in facts:
            found[source.fact] = _read(book, source, question)
    return found


def _pair(value: object) -> object:
    """Points as the judge writes them; other values as they are."""
    return {"sum": value[0], "slips": value[1]} if isinstance(value, tuple) else value


def _read(book: Rulebook, source: FactSource, question: Asked) -> dict[int, object]:
    if source.record.kind == "linked":
        return bodies.linked(source.record, question, scales={scale.key: scale for scale in book.subjects.scales})
    if source.record.kind == "rated":
        scale = book.subjects.scale(book.subjects.subject(source.subject).fact(source.fact).scale or "")
        return acts.rated(source.record, question, fact=source.fact, scale=scale)
    return READERS[source.record.kind](source.record, question)


def _groups(season: Season, declared: law.Subject, question: Asked) -> dict[int, dict[str, str]]:
    """The organisation of each kind a subject belongs to, by its key; a leader's collective is where he is voted on.

    The authority is the body that manages the person, else the organisation of the season.
    """
    voted = {
        place.subject_id: place.unit.key
        for place in Place.objects.filter(subject__in=question.ids, is_ballot=True).select_related("unit")
    }
    managing = people.managing_bodies(question)
    found = {}
    for subject in question.subjects:
        known = {
            "cell": subject.unit.key,
            WHOLE: season.unit.key,
            "collective": voted.get(subject.pk, subject.unit.key),
            "authority": managing.get(subject.pk, season.unit.key),
        }
        found[subject.pk] = {group: known.get(group, subject.unit.key) for group in declared.groups}
    return found


def _counts(book: Rulebook, declared: law.Subject, *, season: Season, question: Asked) -> dict[int, dict[str, int]]:
    """The figures counted from the results below each subject; decided grades count before computed ones."""
    if declared.children is None:
        return {}
    below = [one for group in below_of(question.subjects, season=season, declared=declared).values() for one in group]
    results = results_of(below)
    with engine.cursor() as cursor:
        found = count_children(
            book,
            declared.key,
            children=[child_of(result, by=declared.children.by) for result in results],
            cursor=cursor,
            dialect=engine.dialect(),
        )
    nobody = dict.fromkeys((count.key for count in declared.children.counts), 0)
    return {subject.pk: found.get(subject.unit.key, nobody) for subject in question.subjects}


def below_of(
    subjects: Iterable[SeasonSubject], *, season: Season, declared: law.Subject
) -> dict[int, list[SeasonSubject]]:
    """The subjects whose results each of these counts, by its id; a whole committee counts all of its season."""
    children = declared.children
    if children is None:
        return {}
    units = {subject.unit.key: subject.pk for subject in subjects}
    rows = SeasonSubject.objects.filter(season=season, kind=children.subject, ended_on__isnull=True)
    if children.by != WHOLE:
        rows = rows.filter(unit__key__in=units)
    found: dict[int, list[SeasonSubject]] = {pk: [] for pk in units.values()}
    for one in rows.select_related("unit", "season__unit").order_by("sort_key", "key"):
        group = group_of(one, children.by)
        if group in units:
            found[units[group]].append(one)
    return found


def group_of(subject: SeasonSubject, by: str) -> str:
    """The key of the organisation in which a subject is counted: the whole committee, or the own one."""
    return subject.season.unit.key if by == WHOLE else subject.unit.key


def child_of(result: Result, *, by: str) -> Child:
    """A result as the organisation above counts it: what was decided, else what the rules gave, else still to come."""
    group = group_of(result.subject, by)
    if result.grade:
        return Child(group, "graded", result.grade)
    if is_pending(result):
        return Child(group, "cannot_say")
    return Child(group, "not_graded")


def is_pending(result: Result) -> bool:
    """Whether a subject's result is still to come: nothing judged yet, not reviewed yet, or no grade could be given."""
    if result.decision is not None or not result.subject.is_graded:
        return False
    verdict = result.verdict
    if verdict is None:
        return True
    return verdict.outcome in ("cannot_say", "no_grade") or "waiting" in verdict.result.get("flags", ())
