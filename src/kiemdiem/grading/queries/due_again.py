"""Which verdicts no longer rest on what is known: facts that changed since, and results below that did."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.grading.queries import facts


@dataclass(frozen=True)
class Changed:
    """One fact that is another now than when the rules were asked."""

    fact: str
    before: Any
    now: Any


@dataclass(frozen=True)
class DueAgain:
    """A subject about which the rules have to be asked again, and why.

    `below`: those whose results it counts and whose result is newer than its verdict, or is itself due again.
    """

    subject: SeasonSubject
    is_decided: bool
    changed: tuple[Changed, ...]
    below: tuple[SeasonSubject, ...]


def due_again(season: Season, subjects: Iterable[SeasonSubject]) -> dict[int, DueAgain]:
    """Those of the subjects, by id, whose verdict in force would rest on other facts now.

    A decision stands all the same: it changes by regrade only.
    """
    verdicts = _verdicts(season, list(subjects))
    chosen = [verdict.subject for verdict in verdicts]
    rows = _rows_now(season, verdicts)
    below = {pk: group for kind in {s.kind for s in chosen} for pk, group in _below(season, kind, chosen).items()}
    inner = due_again(season, [one for group in below.values() for one in group]) if any(below.values()) else {}
    decided = set(Decision.objects.filter(subject__in=chosen, is_current=True).values_list("subject_id", flat=True))
    moved = _moved_at([one for group in below.values() for one in group])
    found = {}
    for verdict in verdicts:
        subject = verdict.subject
        changed = _changed(json.loads(verdict.facts_json), rows[subject.key])
        newer = [one for one in below.get(subject.pk, ()) if one.pk in inner or _later(moved.get(one.pk), verdict)]
        waits = any(one.pk in inner for one in newer)
        if changed or waits:
            found[subject.pk] = DueAgain(subject, subject.pk in decided, changed, tuple(newer))
    return found


def _later(at: datetime.datetime | None, verdict: Verdict) -> bool:
    return at is not None and at > verdict.made_at


def _verdicts(season: Season, subjects: list[SeasonSubject]) -> list[Verdict]:
    """The verdicts in force under the rulebook of the season; those of one before it are judged anew anyway."""
    rows = Verdict.objects.filter(
        subject__in=subjects, is_current=True, book__effective_sha=season.effective_sha, subject__ended_on__isnull=True
    )
    return list(rows.select_related("subject__unit", "subject__season__unit").defer("result"))


def _rows_now(season: Season, verdicts: Iterable[Verdict]) -> dict[str, Mapping[str, Any]]:
    """The facts as they are known now, of each subject on the day its verdict was asked for."""
    together: dict[tuple[str, datetime.date], list[SeasonSubject]] = defaultdict(list)
    for verdict in verdicts:
        together[verdict.subject.kind, verdict.judged_on].append(verdict.subject)
    return {
        row["subject"]: row
        for (kind, day), subjects in together.items()
        for row in facts.rows_of(season, subjects, kind=kind, on=day)
    }


def _changed(kept: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Changed, ...]:
    return tuple(Changed(fact, kept[fact], now[fact]) for fact in now if fact in kept and kept[fact] != now[fact])


def _below(season: Season, kind: str, subjects: list[SeasonSubject]) -> dict[int, list[SeasonSubject]]:
    declared = cycles.book_of(season).subjects.subject(kind)
    return facts.below_of([one for one in subjects if one.kind == kind], season=season, declared=declared)


def _moved_at(subjects: list[SeasonSubject]) -> dict[int, datetime.datetime]:
    """When the result of each subject last changed: a verdict, or a decision."""
    found: dict[int, datetime.datetime] = {}
    moments = [
        *Verdict.objects.filter(subject__in=subjects, is_current=True).values_list("subject_id", "made_at"),
        *Decision.objects.filter(subject__in=subjects, is_current=True).values_list("subject_id", "keyed_at"),
    ]
    for subject, at in moments:
        found[subject] = max(at, found.get(subject, at))
    return found
