"""Where an entry of a rulebook is used: by which conditions, ballots, dossiers and questions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.scopes import scope_of
from kiemdiem.core.law.sections.proceedings import DossierItem, Sitting, Term
from kiemdiem.core.law.sections.subjects import Fact, Subject
from kiemdiem.core.law.settle import mentioned
from kiemdiem.core.law.terms import Scope

Named = tuple[str, str, str]  # the kind of entry, its subject ("" where it has none), its key


def named(placed: Placed) -> Named:
    """How others name an entry: counted figures and facts of one subject are one sort of thing."""
    kind = type(placed.entry).__name__
    if kind in ("Fact", "Count"):
        return "Fact", placed.subject, placed.entry.key
    return kind, "", placed.entry.key


def uses(book: Rulebook, placed: Iterable[Placed]) -> Mapping[Named, tuple[Placed, ...]]:
    """The entries of the book, in their places, that use each entry; those that nobody uses are left out."""
    scopes = {one.key: scope_of(book, one) for one in book.subjects.subjects}
    filled_from = gaps_of_entries(book)
    found: dict[Named, list[Placed]] = {}
    for one in placed:
        gaps = filled_from.get(one.entry.key, ())
        for name in dict.fromkeys((*named_by(one, scopes), *(("Gap", "", gap) for gap in gaps))):
            found.setdefault(name, []).append(one)
    return {name: tuple(users) for name, users in found.items()}


def named_by(placed: Placed, scopes: Mapping[str, Scope]) -> Iterator[Named]:
    """What one entry names of others."""
    entry = placed.entry
    yield from (("Interpretation", "", question) for question in entry.under)
    if isinstance(entry, Condition):
        facts = entry.tree(scopes[placed.subject])[1] if placed.subject in scopes else ()
        yield from (("Fact", placed.subject, fact) for fact in facts)
    elif placed.part in ("quotas", "ballots", "sources"):
        yield from (("Fact", placed.subject, word) for word in words_of(entry))
    if isinstance(entry, Subject | Fact) and entry.scale:
        yield ("Scale", "", entry.scale)
    if isinstance(entry, DossierItem) and entry.form:
        yield ("Form", "", entry.form)
    if isinstance(entry, Term | Sitting):
        yield ("PlanItem", "", entry.after if isinstance(entry, Term) else entry.plan_item)


def words_of(value: object) -> Iterator[str]:
    """Every word among the values of an entry; entries inside it speak for themselves."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from () if isinstance(item, Entry) else words_of(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("key", "clause", "text", "rows", "under"):
                yield from words_of(getattr(value, name))


def gaps_of_entries(book: Rulebook) -> Mapping[str, Sequence[str]]:
    """The gaps each entry is filled from, by the entry's key: told by the files, before anything was filled in."""
    found: dict[str, Sequence[str]] = {}
    for content in book.folder.values():
        collect(content, found)
    return found


def collect(value: Any, found: dict[str, Sequence[str]]) -> None:
    """Adds the gaps of every entry of a file's content."""
    if isinstance(value, Mapping):
        gaps = mentioned(value)[1]
        if gaps and isinstance(value.get("key"), str) and "clause" in value:
            found[value["key"]] = gaps
        for item in value.values():
            collect(item, found)
    elif isinstance(value, list):
        for item in value:
            collect(item, found)
