"""What differs between two rulebooks, entry by entry: paired by what they ask, not by their ids.

Two acts number and name the same thing differently. Entries are paired within one slot (the part of the book, the kind
of entry, whom it is about, the grade or act it counts for) by their values, their key and their wording, best first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kiemdiem.core.law.comparing import Side, is_single, sides_of
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import Gate
from kiemdiem.core.law.strictness import LOOSER, OTHERWISE, STRICTER, Yard, added, stricter, yard_of

Kind = Literal["stricter", "looser", "added", "removed", "otherwise", "moved", "reworded"]
KINDS: tuple[Kind, ...] = ("stricter", "looser", "added", "removed", "otherwise", "moved", "reworded")
ALIKE = 50  # of 100 and more: from here on two entries of one slot are taken for the same
DIRECTIONS: Mapping[int, Kind] = {STRICTER: "stricter", LOOSER: "looser"}
Pair = tuple[Side | None, Side | None]


@dataclass(frozen=True)
class Change:
    """One difference. `effect`: for an entry more or less, whether that makes the rules stricter (1) or looser (-1)."""

    kind: Kind
    before: Placed | None
    after: Placed | None
    effect: int = 0

    @property
    def placed(self) -> Placed:
        """The entry it is about, as the second book has it where it does."""
        found = self.after or self.before
        assert found
        return found


def difference(before: Rulebook, after: Rulebook) -> tuple[Change, ...]:
    """Everything the second book adds, drops or changes, part by part; what is the same is left out."""
    old, new = sides_of(before, after)
    yard = yard_of(before, after)
    parts = list(dict.fromkeys(side.placed.part for side in (*new, *old)))
    order = {id(side): number for number, side in enumerate((*new, *old))}
    pairs = sorted(paired(old, new), key=lambda pair: (parts.index(one_of(pair).placed.part), order[id(one_of(pair))]))
    return tuple(change for pair in pairs if (change := changed(*pair, yard=yard)))


def one_of(pair: Pair) -> Side:
    """The side that is there, the second before the first."""
    found = pair[1] or pair[0]
    assert found
    return found


def paired(old: Sequence[Side], new: Sequence[Side]) -> Iterator[Pair]:
    """Each entry with its like: first within its slot, then wherever the same is asked; without one, alone."""
    slots: dict[tuple[str, ...], tuple[list[Side], list[Side]]] = {}
    for number, sides in enumerate((old, new)):
        for side in sides:
            slots.setdefault(side.slot, ([], []))[number].append(side)
    left: tuple[list[Side], list[Side]] = ([], [])
    for first, second in slots.values():
        found = matched(first, second)
        yield from found
        taken = {id(side) for pair in found for side in pair}
        left[0].extend(side for side in first if id(side) not in taken)
        left[1].extend(side for side in second if id(side) not in taken)
    elsewhere = [(one, two) for one, two in same_elsewhere(*left)]
    yield from elsewhere
    taken = {id(side) for pair in elsewhere for side in pair}
    yield from ((side, None) for side in left[0] if id(side) not in taken)
    yield from ((None, side) for side in left[1] if id(side) not in taken)


def matched(first: Sequence[Side], second: Sequence[Side]) -> list[tuple[Side, Side]]:
    """The pairs of one slot that are alike, the most alike first; nobody stands in two."""
    scored = [(likeness(one, two), -a, -b) for a, one in enumerate(first) for b, two in enumerate(second)]
    found: list[tuple[Side, Side]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for score, a, b in sorted(scored, reverse=True):
        if score >= ALIKE and a not in used[0] and b not in used[1]:
            used[0].add(a)
            used[1].add(b)
            found.append((first[-a], second[-b]))
    return found


def likeness(one: Side, two: Side) -> int:
    """How much alike two entries of one slot are: by values, key and wording."""
    score = 50 if is_single(one.entry) else 0
    score += 35 if one.entry.key == two.entry.key else 0
    score += 45 * overlap(one.words, two.words) // 100
    if isinstance(one.entry, Condition) and isinstance(two.entry, Condition):
        score += 60 if one.meaning == two.meaning else 20 * overlap(one.tokens, two.tokens) // 100
        return score + (40 if one.entry.is_vote and two.entry.is_vote else 0)
    return score + (20 if one.meaning == two.meaning else 0)


def overlap(one: frozenset[str], two: frozenset[str]) -> int:
    """How many words two texts share, in percent of all their words."""
    return 100 * len(one & two) // len(one | two) if one | two else 0


def same_elsewhere(old: Iterable[Side], new: Iterable[Side]) -> Iterator[tuple[Side, Side]]:
    """The conditions and gates that ask the same for another grade or act."""
    waiting: dict[tuple[str, ...], list[Side]] = {}
    for side in old:
        if isinstance(side.entry, Condition | Gate):
            waiting.setdefault(side.asks, []).append(side)
    for side in new:
        if waiting.get(side.asks):
            yield waiting[side.asks].pop(0), side


def changed(one: Side | None, two: Side | None, *, yard: Yard) -> Change | None:
    """What became of an entry; nothing when nothing did."""
    if one is None or two is None:
        side = one_of((one, two))
        effect = OTHERWISE if side.is_lowest else added(side.placed, is_alternative=side.is_alternative)
        if two is None:
            return Change("removed", side.placed, None, -effect)
        return Change("added", None, side.placed, effect)
    kind = kind_of(one, two, yard=yard)
    return Change(kind, one.placed, two.placed) if kind else None


def kind_of(one: Side, two: Side, *, yard: Yard) -> Kind | None:
    """In which way two entries that are alike differ, if they do."""
    if one.meaning != two.meaning:
        direction = OTHERWISE if two.is_lowest else stricter(one.compared, two.compared, yard=yard)
        if direction is not None:
            return DIRECTIONS.get(direction, "otherwise")
    if one.slot != two.slot:
        return "moved"
    if one.words != two.words:
        return "reworded"
    return "moved" if one.entry.clause != two.entry.clause else None
