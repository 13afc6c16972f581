"""The standards of one subject as one tree for the database, built once for a rulebook in force.

Four selections over one row per subject: `known` (facts, unusable ones blanked), `asked` (one truth value per
condition), `met` (exclusions, triggers and each grade's votes and other conditions), `voted` (the voted grade and the
ceiling), and on top the outcome: a grade's rank, or one of the three words below.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlglot import exp

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.columns import Column, columns_of, known_column
from kiemdiem.core.judge.precedence import Precedence
from kiemdiem.core.judge.trees import Tree, all_of, any_of, bits, case, column, number, truth, unknown
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.scopes import scope_of
from kiemdiem.core.law.sections.standards import StandardsOf
from kiemdiem.core.law.sections.subjects import Subject
from kiemdiem.core.law.terms import Scope
from kiemdiem.core.scales import Scale

BITS = 62


@dataclass(frozen=True)
class Asked:
    """One condition of the plan: its place (exclusion, trigger, cap, remark or a grade), its number, the facts read."""

    number: int
    place: str
    condition: Condition
    facts: tuple[str, ...]
    parts: tuple["Asked", ...] = ()
    waits: bool = False

    @property
    def name(self) -> str:
        """The column of its truth value."""
        return f"c{self.number}"


@dataclass(frozen=True)
class Plan:
    """The tree of one subject with what is needed to fill it and to read its result."""

    subject: Subject
    scale: Scale | None
    standards: StandardsOf
    columns: tuple[Column, ...]
    asked: tuple[Asked, ...]
    tree: exp.Select
    masks: int
    has_votes: bool
    has_ground: bool

    @cached_property
    def every(self) -> tuple[tuple[Asked, Asked | None, bool], ...]:
        """Every condition with the one it is a part of, and whether it reads points, which are a pair."""
        points = {fact.key for fact in self.subject.facts if fact.type == "points"}
        inside = [(one, top if one is not top else None) for top in self.asked for one in (top, *top.parts)]
        return tuple((one, top, not points.isdisjoint(one.facts)) for one, top in inside)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each fact and each counted figure is called, by its column."""
        children = self.subject.children
        counts = {count.key: count.text for count in children.counts} if children else {}
        return {fact.key: fact.text for fact in self.subject.facts} | counts


def plan_of(book: Rulebook, subject_key: str) -> Plan:
    """The plan of a subject under a rulebook in force.

    Raises: KeyError for an unknown subject.
    """
    subject = book.subjects.subject(subject_key)
    scale = book.subjects.scale(subject.scale) if subject.scale else None
    standards = book.standards.of(subject_key)
    standards = standards.on(scale.codes) if scale else standards
    scope = scope_of(book, subject)
    asked = tuple(numbered(standards, scope))
    columns = columns_of(subject)
    builder = Builder(standards, scale, asked)
    count = 1 + max((one.number for top in asked for one in (top, *top.parts)), default=-1)
    masks = -(-count // BITS)
    keys = ["subject", *subject.groups]
    known = exp.select(*keys, *(known_column(subject, column) for column in columns[len(keys) :])).from_("facts")
    ranks = sorted({name for quota in book.quotas.of(subject_key) for name in (*quota.ranked_by, quota.chosen) if name})
    passed = [*keys, *ranks]
    tests = [exp.alias_(one.condition.tree(scope)[0], one.name) for top in asked for one in (top, *top.parts)]
    inner = exp.select(*passed, *tests).from_(known.subquery("known"))
    layers = builder.layers(inner, passed=passed, masks=masks, count=count)
    return Plan(subject, scale, standards, columns, asked, layers, masks, builder.has_votes, builder.has_ground)


def numbered(standards: StandardsOf, scope: Scope) -> Iterable[Asked]:
    """Every condition with its number; those inside another follow it."""
    waiting = {item.condition.key for item in standards.exclusions if item.waits}
    number = 0
    for place, condition in standards.conditions():
        parts = tuple(
            Asked(number + 1 + offset, place, part, part.tree(scope)[1])
            for offset, part in enumerate(condition.parts())
        )
        yield Asked(number, place, condition, condition.tree(scope)[1], parts, condition.key in waiting)
        number += 1 + len(parts)


class Builder:
    """Lays the selections over one another for one subject."""

    def __init__(self, standards: StandardsOf, scale: Scale | None, asked: Sequence[Asked]):
        self.standards = standards
        self.scale = scale
        self.asked = asked
        self.ranks = {code: scale.rank(code) for code in scale.codes} if scale else {}
        self.of_grade = {one.grade: one for one in standards.standards}
        self.has_votes = any(one.condition.is_vote for one in asked)
        lowest = scale.lowest if scale else ""
        self.has_ground = self.has_votes and bool(self.conditions(lowest, votes=False))

    def layers(self, inner: exp.Select, *, passed: Sequence[str], masks: int, count: int) -> exp.Select:
        """The selections from the truth values up to the outcome."""
        mask_names = [f"{name}_{part}" for part in range(masks) for name in ("met", "unknown")]
        met = [exp.alias_(tree, name) for name, tree in self.summaries()]
        names = [name for name, _ in self.summaries()]
        second = exp.select(*passed, *mask_columns(count), *met).from_("asked")
        results = [exp.alias_(self.voted(), "voted"), exp.alias_(self.ceiling(), "ceiling")]
        third = exp.select(*passed, *mask_names, *names, *results).from_(second.subquery("met"))
        ground = exp.alias_(self.ground(), "ground")
        codes = tuple(self.graded_codes())
        precedence = Precedence(self.standards, self.scale, codes, self.has_votes)
        outcome = exp.alias_(precedence.outcome(), "reached")
        top = exp.select(*passed, *mask_names, "voted", "ceiling", ground, outcome)
        return top.from_(third.subquery("voted")).with_("asked", as_=inner)

    def summaries(self) -> list[tuple[str, Tree]]:
        """Whether any exclusion or trigger holds, and for each grade whether its votes and its other conditions do."""
        found = [
            ("excluded", any_of(self.places("exclusion", waits=False))),
            ("waiting", any_of(self.places("exclusion", waits=True))),
            ("triggered", any_of(self.places("trigger"))),
        ]
        for code in self.graded_codes():
            rank = self.ranks[code]
            found.append((f"v{rank}", self.votes_of(code)))
            found.append((f"q{rank}", self.others_of(code)))
        return found

    def places(self, place: str, *, waits: bool = False) -> list[Tree]:
        """The truth values of one place; of exclusions, those for good or those that only wait."""
        return [column(one.name) for one in self.asked if one.place == place and one.waits == waits]

    def graded_codes(self) -> list[str]:
        """The grades that have a standard, best first."""
        return [code for code in self.ranks if code in self.of_grade]

    def conditions(self, code: str, *, votes: bool) -> list[Asked]:
        """The votes, or the other conditions, of a grade and of the grade it includes."""
        found = [one for one in self.asked if one.place == code and one.condition.is_vote == votes]
        standard = self.of_grade.get(code)
        if standard and standard.includes:
            found += [one for one in self.conditions(standard.includes, votes=votes) if not one.condition.own]
        return found

    def votes_of(self, code: str) -> Tree:
        """Whether the votes give the grade."""
        found = self.conditions(code, votes=True)
        return all_of([column(one.name) for one in found]) if found or not self.has_votes else truth(False)

    def others_of(self, code: str) -> Tree:
        """Whether everything but the votes allows the grade."""
        trees: list[Tree] = [column(one.name) for one in self.conditions(code, votes=False)]
        for cap in self.standards.caps:
            if self.ranks[code] > self.ranks[cap.at_most]:
                name = next(one.name for one in self.asked if one.condition is cap.condition)
                trees.append(exp.Not(this=column(name)))
        return all_of(trees)

    def voted(self) -> Tree:
        """The rank of the best grade whose votes suffice, none, or unknown."""
        if not self.has_votes:
            return number(outcomes.NONE)
        whens: list[tuple[Tree, Tree]] = []
        for code in self.graded_codes():
            rank = self.ranks[code]
            whens.append((column(f"v{rank}"), number(rank)))
            whens.append((unknown(column(f"v{rank}")), number(outcomes.CANNOT_SAY)))
        return case(whens, number(outcomes.NONE))

    def ceiling(self) -> Tree:
        """The rank of the best grade that everything but the votes allows, none, or unknown."""
        whens: list[tuple[Tree, Tree]] = []
        for code in self.graded_codes():
            rank = self.ranks[code]
            whens.append((column(f"q{rank}"), number(rank)))
            whens.append((unknown(column(f"q{rank}")), number(outcomes.CANNOT_SAY)))
        return case(whens, number(outcomes.NONE))

    def ground(self) -> Tree:
        """Whether there is a ground for the lowest grade: 1, 0, or unknown; 0 where no vote needs one."""
        if not self.has_ground:
            return number(0)
        lowest = column("q1")
        return case([(lowest, number(1)), (unknown(lowest), number(outcomes.CANNOT_SAY))], number(0))


def mask_columns(count: int) -> list[Tree]:
    """Two whole numbers per 62 conditions: which hold, and which are unknown."""
    columns: list[Tree] = []
    for part in range(-(-count // BITS)):
        names = [f"c{n}" for n in range(part * BITS, min(count, (part + 1) * BITS))]
        columns.append(exp.alias_(bits([column(name) for name in names]), f"met_{part}"))
        columns.append(exp.alias_(bits([unknown(column(name)) for name in names]), f"unknown_{part}"))
    return columns
