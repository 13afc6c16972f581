"""Reads of rulebooks: the shipped ones, the one a committee applies, its open questions and who signed for them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from kiemdiem.core.law import loader
from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.rulebook import Rulebook, canonical
from kiemdiem.core.law.sections.questions import Gap, Interpretation
from kiemdiem.core.law.settle import is_waived
from kiemdiem.org import tree
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import shelf
from kiemdiem.rulebooks.models import AttachedAct, Overlay, Signature
from kiemdiem.rulebooks.queries import own


@dataclass(frozen=True)
class Overlays:
    """What a committee laid over a book: a reading by question, a filling by gap."""

    readings: Mapping[str, str]
    gaps: Mapping[str, Any]


@dataclass(frozen=True)
class Choice:
    """One open question of a committee's book: the reading in force, who chose it, and where it takes effect."""

    question: Interpretation
    chosen: str
    overlay: Overlay | None
    entries: tuple[Entry, ...]

    @property
    def is_default(self) -> bool:
        """The reading is the book's own."""
        return self.chosen == self.question.default


@dataclass(frozen=True)
class Filling:
    """One gap of a committee's book, and what the committee entered, if it has."""

    gap: Gap
    content: Any
    overlay: Overlay | None

    @property
    def is_open(self) -> bool:
        """Nothing has been entered yet."""
        return self.overlay is None

    @property
    def is_waived(self) -> bool:
        """The committee does without the act the gap points to."""
        return is_waived(self.content)


def codes() -> tuple[str, ...]:
    """The codes of the shipped rulebooks, in order."""
    return tuple(shelf.codes())


def season_codes() -> tuple[str, ...]:
    """The codes of the shipped rulebooks by which a season can be run, in order."""
    return tuple(shelf.season_codes())


def titles_for(units: Iterable[int], *, on: date, every: bool = False) -> list[tuple[str, str]]:
    """The books these units may choose from, by code with their title.

    `every`: also those by which no season can be run.
    Shape: the shipped ones, then those of their own and of the committees above them, once a version is frozen.
    """
    shipped = [(code, shelf.title(code)) for code in (codes() if every else season_codes())]
    kept = [book for book in own.own_books(tree.all_above(units, on=on)) if own.newest(book) is not None]
    found = [(rulebook(book.code), book.origin) for book in kept]
    return shipped + [
        (book.code, f"{book.identity.title} ({book.code})")
        for book, origin in found
        if every or shelf.runs_a_season(book, papers_of=origin)
    ]


def rulebook(
    code: str, *, version: int = 0, readings: Mapping[str, str] | None = None, gaps: Mapping[str, Any] | None = None
) -> Rulebook:
    """The rulebook under these readings (others at their default) and fillings; loaded once and kept.

    `version`: which frozen version of a committee's own book, the newest unless it is named.
    Raises: Refused when there is no such book; RulebookProblems for an unknown reading or a filling that does not fit.
    """
    kept = None if code in codes() else own.stored(code, version)
    mark = (kept.pk, kept.sha) if kept else (0, "")
    return _settled(code, mark, canonical(dict(readings or {})), canonical(dict(gaps or {})))


@lru_cache(maxsize=64)
def _settled(code: str, mark: tuple[int, str], readings: str, gaps: str) -> Rulebook:
    """`mark`: the frozen version of an own book, by its row and its fingerprint."""
    book = shelf.rulebook(code) if mark == (0, "") else own.built(*mark)
    chosen, filled = json.loads(readings), json.loads(gaps)
    return loader.effective(book, readings=chosen, gaps=filled) if chosen or filled else book


@lru_cache(maxsize=16)
def frozen(text: str) -> Rulebook:
    """The rulebook kept as canonical JSON, such as the one a season froze."""
    return Rulebook.model_validate_json(text)


def overlays(unit: Unit, code: str) -> Overlays:
    """What the committee laid over the book and still holds."""
    return laid_by(_in_force(unit, code))


def laid_by(rows: Iterable[Overlay]) -> Overlays:
    """What these rows lay over a book."""
    rows = list(rows)
    return Overlays(
        readings={row.name: row.value for row in rows if row.kind == Overlay.Kind.READING},
        gaps={row.name: json.loads(row.value) for row in rows if row.kind == Overlay.Kind.GAP},
    )


def _in_force(unit: Unit, code: str) -> list[Overlay]:
    found = Overlay.objects.filter(unit=unit, rulebook=code, replaced_by__isnull=True)
    return list(found.select_related("made_by").order_by("name"))


def rulebook_of(unit: Unit, code: str) -> Rulebook:
    """The effective rulebook of the committee: the book under its readings and fillings."""
    laid = overlays(unit, code)
    return rulebook(code, readings=laid.readings, gaps=laid.gaps)


def choices(unit: Unit | None, code: str) -> list[Choice]:
    """Every open question of the book, with the committee's reading, or the default where it chose none."""
    book = rulebook_of(unit, code) if unit else rulebook(code)
    laid = {row.name: row for row in _in_force(unit, code) if row.kind == Overlay.Kind.READING} if unit else {}
    under: dict[str, list[Entry]] = {}
    for entry in book.entries:
        for question in entry.under:
            under.setdefault(question, []).append(entry)
    return [
        Choice(
            question=question,
            chosen=book.reading(question.key),
            overlay=laid.get(question.key),
            entries=tuple(under.get(question.key, ())),
        )
        for question in book.interpretations.interpretations
    ]


def fillings(unit: Unit | None, code: str) -> list[Filling]:
    """Every gap of the book, with what the committee entered."""
    book = rulebook_of(unit, code) if unit else rulebook(code)
    laid = {row.name: row for row in _in_force(unit, code) if row.kind == Overlay.Kind.GAP} if unit else {}
    return [Filling(gap=gap, content=book.filled.get(gap.key), overlay=laid.get(gap.key)) for gap in book.gaps.gaps]


def signature(unit: Unit, code: str) -> Signature | None:
    """The newest signature under exactly the readings and fillings that stand now."""
    sha = rulebook_of(unit, code).sha256
    found = Signature.objects.filter(unit=unit, rulebook=code, effective_sha=sha)
    return found.order_by("-signed_at", "-pk").first()


def history(unit: Unit, code: str) -> list[Overlay]:
    """Every choice of the committee on the book, newest first, replaced ones included."""
    found = Overlay.objects.filter(unit=unit, rulebook=code).select_related("made_by", "replaced_by")
    return list(found.order_by("-made_at", "-pk"))


def rows_of(code: str, name: str) -> tuple[str, ...]:
    """The rows a question or a gap of the book settles; none for a name the book does not have."""
    book = rulebook(code)
    named = [*book.interpretations.interpretations, *book.gaps.gaps]
    return next((entry.rows for entry in named if entry.key == name), ())


def attached_act(code: str) -> AttachedAct | None:
    """The act that an officer attached to the book, if one did."""
    found = AttachedAct.objects.filter(rulebook=code, replaced_by__isnull=True)
    return found.select_related("file", "attached_by").first()
