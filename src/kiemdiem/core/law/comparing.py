"""The entries of two rulebooks made comparable: facts and grades that are called alike get one name."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kiemdiem.core.law.entry import Entry, entries_in
from kiemdiem.core.law.kinds.any_of import AnyOf
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.outline import Placed, outline
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.ballots import Ballot, Round, ScoreSlip
from kiemdiem.core.law.sections.proceedings import Gate
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.law.sections.standards import Band, Bands, Ladder, Standard, StandardsOf
from kiemdiem.core.law.sections.subjects import Count, Fact, Subject
from kiemdiem.core.law.spelling import canonical
from kiemdiem.core.names import search_key
from kiemdiem.core.scales import Scale

WORDING = frozenset({"key", "rows", "clause", "text", "under", "title"})
SINGLE = (Quota, Band, Bands, Ladder, Standard, StandardsOf, Subject, Ballot, ScoreSlip, Round)
# What else tells a slot from another for some kinds of entry.
OWN: Mapping[type[Entry], Callable[[Any], str]] = {
    Gate: lambda one: one.kind,
    Round: lambda one: str(one.number),
    Band: lambda one: one.grade,
    Quota: lambda one: str(bool(one.chosen)),
}
RENAMED = frozenset({"standards", "quotas", "ballots", "subjects"})
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
Names = Mapping[str, str]


@dataclass(frozen=True)
class Side:
    """One entry of one of two books, and what it is compared by: itself with the names the first book uses.

    `is_alternative`: one of several conditions of which one is enough. `is_lowest`: a condition of the lowest grade,
    for which harder is neither stricter nor looser.
    """

    placed: Placed
    compared: Placed
    is_alternative: bool
    is_lowest: bool

    @property
    def entry(self) -> Entry:
        """The entry with the names the first book uses."""
        return self.compared.entry

    @cached_property
    def meaning(self) -> str:
        """Its values, without its id, its wording, and what stands inside it."""
        return canonical(values_of(self.entry))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its wording, marks aside."""
        title = getattr(self.entry, "title", "")
        return frozenset(re.findall(r"\w+", search_key(f"{self.entry.text} {title}")))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The names and numbers among its values."""
        return frozenset(re.findall(r"\w+", self.meaning))

    @property
    def asks(self) -> tuple[str, ...]:
        """What it asks of whom, wherever it stands."""
        return self.placed.part, type(self.entry).__name__, self.placed.subject, self.meaning

    @cached_property
    def slot(self) -> tuple[str, ...]:
        """Where its like stands in another book."""
        placed, entry = self.compared, self.entry
        kind = "Condition" if isinstance(entry, Condition) else type(entry).__name__
        own = OWN[type(entry)](entry) if type(entry) in OWN else ""
        return placed.part, kind, placed.subject, placed.place, placed.limit, own, str(self.is_alternative)


def is_single(entry: Entry) -> bool:
    """Whether a slot holds one entry of this kind only, so that its like is known by its place."""
    return isinstance(entry, SINGLE)


def values_of(entry: Entry) -> dict[str, Any]:
    """The plain values of an entry."""
    names = [name for name in type(entry).model_fields if name not in WORDING and not entries_in(getattr(entry, name))]
    dumped = entry.model_dump(mode="json", include=set(names), exclude_defaults=True)
    return {name: value for name, value in dumped.items() if value not in (None, [], {}, "")}


def sides_of(before: Rulebook, after: Rulebook) -> tuple[list[Side], list[Side]]:
    """The entries of both books, those of the second under the names of the first."""
    subjects = after.subjects.subjects
    names = {one.key: {**facts_by_text(before, one), **grades_by_rank(before, after, subject=one)} for one in subjects}
    return sides(before, {}), sides(after, names)


def sides(book: Rulebook, names: Mapping[str, Names]) -> list[Side]:
    """The entries, each under the names of its subject."""
    found, alternatives = [], set[tuple[str, str]]()
    lowest = {(one.key, scale.lowest) for one in book.subjects.subjects if (scale := scale_of(book, one.key))}
    for one in outline(book):
        if isinstance(one.entry, AnyOf):
            alternatives |= {(one.subject, part.key) for part in one.entry.of}
        is_alternative = isinstance(one.entry, Condition) and (one.subject, one.entry.key) in alternatives
        is_lowest = (one.subject, one.place) in lowest
        found.append(Side(one, renamed(one, names.get(one.subject, {})), is_alternative, is_lowest))
    return found


def renamed(placed: Placed, names: Names) -> Placed:
    """The entry with other names for the same things; most have none to change."""
    if not names or placed.part not in RENAMED or isinstance(placed.entry, Fact | Count | Subject):
        return placed
    kept = {name: getattr(placed.entry, name) for name in WORDING if hasattr(placed.entry, name)}
    dumped = placed.entry.model_dump(exclude=set(kept))
    entry = type(placed.entry).model_validate({**with_names(dumped, names), **kept})
    return replace(placed, entry=entry, place=names.get(placed.place, placed.place), limit=names.get(placed.limit, ""))


def with_names(value: Any, names: Names) -> Any:
    """A value with every word that has another name under that name."""
    if isinstance(value, str):
        return WORD.sub(lambda found: names.get(found[0], found[0]), value)
    if isinstance(value, dict):
        return {name: item if name in WORDING else with_names(item, names) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(with_names(item, names) for item in value)
    return value


def scale_of(book: Rulebook, subject: str) -> Scale | None:
    """The scale on which a book grades a kind of subject, if it does."""
    named = {scale.key: scale for scale in book.subjects.scales}
    return next((named.get(one.scale or "") for one in book.subjects.subjects if one.key == subject), None)


def facts_by_text(before: Rulebook, subject: Subject) -> Names:
    """The names the first book uses for facts of a subject that both describe in the same words."""
    other = next((one for one in before.subjects.subjects if one.key == subject.key), None)
    if other is None:
        return {}
    taken = {fact.key for fact in other.facts}
    by_text = {search_key(fact.text): fact.key for fact in other.facts}
    found = {fact.key: by_text[search_key(fact.text)] for fact in subject.facts if search_key(fact.text) in by_text}
    return {key: name for key, name in found.items() if key not in taken}


def grades_by_rank(before: Rulebook, after: Rulebook, *, subject: Subject) -> Names:
    """The grades of the first book for those of the second that stand at the same height of a scale as long."""
    scales = scale_of(before, subject.key), scale_of(after, subject.key)
    if scales[0] is None or scales[1] is None or len(scales[0].codes) != len(scales[1].codes):
        return {}
    pairs = zip(scales[1].codes, scales[0].codes, strict=True)
    return {new: old for new, old in pairs if new not in scales[0].codes and old not in scales[1].codes}
