"""Which of two entries that ask the same thing asks for more: stricter, looser, or merely otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from kiemdiem.core.law.kinds.condition import Condition, parts_of
from kiemdiem.core.law.kinds.every import Every
from kiemdiem.core.law.kinds.holds import Holds
from kiemdiem.core.law.kinds.points import Points
from kiemdiem.core.law.kinds.share import Share
from kiemdiem.core.law.kinds.votes import Votes
from kiemdiem.core.law.outline import CAP, EXCLUSION, REMARK, TRIGGER, WAITS, Placed
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.ballots import Round
from kiemdiem.core.law.sections.proceedings import Gate, Term
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.law.sections.standards import Band
from kiemdiem.core.scales import Scale

STRICTER, LOOSER, OTHERWISE = 1, -1, 0
BASES = ("all_graded", "reached_good", "stayed_good")
ROUNDINGS = ("up", "nearest", "down")
DENOMINATORS = ("valid", "returned", "present", "enrolled")
LEVELS, RECORDINGS = ("warn", "refuse"), ("mark", "refuse")
# Parameters of gates that are more when they are larger, and those that are more when they are smaller.
RISING, FALLING = ("days", "least", "tellers"), ("percent", "most", "rounds", "times")
LOWER_BOUNDS: Mapping[type[exp.Expr], bool] = {exp.GT: True, exp.GTE: True, exp.LT: False, exp.LTE: False}


@dataclass(frozen=True)
class Yard:
    """What is measured with: the scale of each fact that is a level, and how large each number of voters is.

    Units: voters by their place in DENOMINATORS, the smallest number first.
    """

    scales: Mapping[str, Scale]
    voters: Mapping[str, int]


def yard_of(*books: Rulebook) -> Yard:
    """What the facts of some rulebooks are measured with."""
    scales: dict[str, Scale] = {}
    voters: dict[str, int] = {}
    for book in books:
        named = {scale.key: scale for scale in book.subjects.scales}
        facts = [fact for subject in book.subjects.subjects for fact in subject.facts]
        scales |= {fact.key: named[fact.scale] for fact in facts if fact.scale in named}
        for one in (each for ballot in book.ballots.ballots for each in ballot.rounds):
            voters |= {getattr(one, name): height for height, name in enumerate(DENOMINATORS) if getattr(one, name)}
    return Yard(scales, voters)


def stricter(before: Placed, after: Placed, *, yard: Yard) -> int | None:
    """Whether the second asks for more than the first; nothing when it asks the same in other figures.

    What gives the lowest grade or caps a grade is stricter the sooner it holds; what excludes is neither.
    """
    one, two = before.entry, after.entry
    if isinstance(one, Condition) and isinstance(two, Condition):
        told = list(harder(one, two, yard=yard))
        return None if set(told) == {None} else turned(together(told), after)
    compare = COMPARED.get(type(two))
    return together(compare(one, two)) if compare and type(one) is type(two) else OTHERWISE


def added(placed: Placed, *, is_alternative: bool) -> int:
    """What one entry more does: a condition more of a grade is stricter, one more way to meet it looser."""
    if not isinstance(placed.entry, Condition):
        return STRICTER if isinstance(placed.entry, Quota) else OTHERWISE
    if placed.place in (TRIGGER, CAP):
        return STRICTER
    return turned(LOOSER if is_alternative else STRICTER, placed)


def turned(direction: int, placed: Placed) -> int:
    """What is harder to meet, said for the grade."""
    if placed.place in (EXCLUSION, WAITS, REMARK):
        return OTHERWISE
    return -direction if placed.place in (TRIGGER, CAP) else direction


def together(found: Iterable[int | None]) -> int:
    """The direction all differences have in common; otherwise when one goes another way or cannot be told."""
    told = [one for one in found if one is not None]
    return told[0] if told and len(set(told)) == 1 else OTHERWISE


def by_order(before: Any, after: Any, *, order: tuple[Any, ...]) -> int | None:
    """By the place in an order from loose to strict; nothing when they are the same."""
    if before == after:
        return None
    if before not in order or after not in order:
        return OTHERWISE
    return STRICTER if order.index(after) > order.index(before) else LOOSER


def by_number(before: int | None, after: int | None, *, rising: bool = True) -> int | None:
    """By a number; one that is missing asks nothing."""
    if before == after:
        return None
    if before is None or after is None:
        return STRICTER if before is None else LOOSER
    return STRICTER if (after > before) == rising else LOOSER


def harder(before: Condition, after: Condition, *, yard: Yard) -> Iterator[int | None]:
    """Whether the second is harder to meet, one answer for each thing that differs."""
    yield by_guard(before.given, after.given, narrower=LOOSER)
    yield by_guard(before.only_if, after.only_if, narrower=STRICTER)
    yield None if before.own == after.own else (LOOSER if after.own else STRICTER)
    match before, after:
        case (Votes() | Share(), Votes() | Share()):
            yield from by_fraction(before, after, yard=yard)
        case Points(), Points():
            yield None if before.of == after.of else OTHERWISE
            yield by_number(before.at_least, after.at_least)
            yield by_number(before.below, after.below, rising=False)
        case Every(), Every():
            yield None if before.of == after.of else OTHERWISE
            yield by_level(before.at_least, after.at_least, yard=yard)
        case Holds(), Holds():
            yield by_expression(before.when, after.when, yard=yard)
        case _:
            yield None if type(before) is type(after) else OTHERWISE


def by_guard(before: str | None, after: str | None, *, narrower: int) -> int | None:
    """A guard that was not there before narrows; another one is otherwise."""
    if before == after:
        return None
    if before is None or after is None:
        return narrower if before is None else -narrower
    return OTHERWISE


def by_fraction(before: Votes | Share, after: Votes | Share, *, yard: Yard) -> Iterator[int | None]:
    """By the fraction, and by the larger number it is taken of; `more than` a half is more than `at least` a half."""
    yield None if before.count == after.count else OTHERWISE
    if before.of != after.of:
        heights = [yard.voters.get(each.of) for each in (before, after)]
        yield OTHERWISE if None in heights else by_number(*heights)
    one, two = before.more_than or before.at_least, after.more_than or after.at_least
    if one is None or two is None:
        others = [set(each.more_than_each_of) if isinstance(each, Votes) else set() for each in (before, after)]
        yield None if one == two and others[0] == others[1] else OTHERWISE
        return
    (up, down), (other_up, other_down) = parts_of(one), parts_of(two)
    yield by_number(up * other_down, other_up * down)
    if up * other_down == other_up * down:
        yield by_order(bool(before.more_than), bool(after.more_than), order=(False, True))


def by_level(before: str, after: str, *, yard: Yard) -> int | None:
    """By the level on whichever scale has both."""
    if before == after:
        return None
    scale = next((one for one in yard.scales.values() if {before, after} <= set(one.codes)), None)
    return by_number(scale.rank(before), scale.rank(after)) if scale else OTHERWISE


def by_expression(before: str, after: str, *, yard: Yard) -> int | None:
    """By a bound that moved, or by parts joined with AND or OR that came or went."""
    if before == after:
        return None
    try:
        one, two = sqlglot.parse_one(before, read="duckdb"), sqlglot.parse_one(after, read="duckdb")
    except SqlglotError:
        return OTHERWISE
    for joined, more in ((exp.And, STRICTER), (exp.Or, LOOSER)):
        first, second = parts_in(one, joined), parts_in(two, joined)
        if first < second or second < first:
            return more if first < second else -more
    return by_bound(one, two, yard=yard)


def parts_in(node: exp.Expr, joined: type[exp.Expr]) -> frozenset[str]:
    """The parts joined with AND, or with OR; the whole where it is not."""
    return frozenset(part.sql() for part in node.flatten()) if isinstance(node, joined) else frozenset({node.sql()})


def by_bound(one: exp.Expr, two: exp.Expr, *, yard: Yard) -> int:
    """By the bound of the same fact: a number or a level."""
    if not (isinstance(one, exp.Binary) and isinstance(two, exp.Binary)) or one.this != two.this:
        return OTHERWISE
    lower = LOWER_BOUNDS.get(type(one))
    if lower is None or LOWER_BOUNDS.get(type(two)) is not lower:
        return OTHERWISE
    marks = [mark_of(each, scale=yard.scales.get(one.this.name)) for each in (one, two)]
    if marks[0] is None or marks[1] is None:
        return OTHERWISE
    return by_number(marks[0], marks[1], rising=lower) or OTHERWISE


def mark_of(node: exp.Binary, *, scale: Scale | None) -> int | None:
    """The bound in halves, so that `> 5` stands above `>= 5`; nothing when it is no number and no level."""
    side, step = node.expression, {exp.GT: 1, exp.LT: -1}.get(type(node), 0)
    if isinstance(side, exp.Literal) and not side.is_string and side.this.isdigit():
        return 2 * int(side.this) + step
    if scale and isinstance(side, exp.Column) and side.name in scale.codes:
        return 2 * scale.rank(side.name) + step
    return None


def quotas(before: Quota, after: Quota) -> Iterator[int | None]:
    """By the percentage, what it is taken of, the odd part, and what small groups get."""
    same = ("grade", "group", "chosen", "ties", "falls_to", "ranked_by", "base_grade")
    yield None if all(getattr(before, name) == getattr(after, name) for name in same) else OTHERWISE
    yield by_number(before.percent, after.percent, rising=False)
    yield by_order(before.base, after.base, order=BASES)
    yield by_order(before.rounding, after.rounding, order=ROUNDINGS)
    if before.small_group != after.small_group:
        one, two = before.small_group, after.small_group
        yield OTHERWISE if one and two else (LOOSER if two else STRICTER)


def bands(before: Band, after: Band) -> Iterator[int | None]:
    """By the lowest points of the grade."""
    yield by_number(before.at_least, after.at_least)


def rounds(before: Round, after: Round) -> Iterator[int | None]:
    """By what is needed of what."""
    same = ("number", "candidates", "slips", "after", "invalid_marks")
    yield None if all(getattr(before, name) == getattr(after, name) for name in same) else OTHERWISE
    (up, down), (other_up, other_down) = parts_of(before.needed), parts_of(after.needed)
    yield by_number(up * other_down, other_up * down)
    yield by_order(before.denominator, after.denominator, order=DENOMINATORS)


def gates(before: Gate, after: Gate) -> Iterator[int | None]:
    """By what becomes of what is against it, by its numbers, and by where it is not asked."""
    yield by_order(before.level, after.level, order=LEVELS)
    yield by_order(before.recording, after.recording, order=RECORDINGS)
    yield None if before.only == after.only else OTHERWISE
    for name in sorted({*before.params, *after.params}):
        one, two = before.params.get(name), after.params.get(name)
        if one != two:
            if name in (*RISING, *FALLING) and isinstance(one, int) and isinstance(two, int):
                yield by_number(one, two, rising=name in RISING)
            else:
                yield OTHERWISE


def terms(before: Term, after: Term) -> Iterator[int | None]:
    """By the number of days."""
    same = ("after", "owed_by", "owed_to", "via")
    yield None if all(getattr(before, name) == getattr(after, name) for name in same) else OTHERWISE
    yield by_number(before.days, after.days, rising=False)


COMPARED: Mapping[type, Callable[[Any, Any], Iterator[int | None]]] = {
    Quota: quotas,
    Band: bands,
    Round: rounds,
    Gate: gates,
    Term: terms,
}
