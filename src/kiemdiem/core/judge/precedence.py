"""The order in which exclusions, triggers, votes and standards settle the outcome; fixed once for all rulebooks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlglot import exp

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.trees import Tree, above, all_of, any_of, at_least, case, column, equals, number, unknown
from kiemdiem.core.law.sections.standards import StandardsOf
from kiemdiem.core.scales import Scale

Whens = list[tuple[Tree, Tree]]


@dataclass(frozen=True)
class Precedence:
    """The standards of one subject, the grades that have one (best first), and whether a vote gives the grade."""

    standards: StandardsOf
    scale: Scale | None
    codes: tuple[str, ...]
    has_votes: bool

    def rank(self, code: str) -> int:
        """The rank of a grade."""
        assert self.scale
        return self.scale.rank(code)

    def outcome(self) -> Tree:
        """The rank reached, or the word for why there is none, in the order of precedence."""
        whens = [
            (column("excluded"), number(outcomes.NOT_GRADED)),
            (unknown(column("excluded")), number(outcomes.CANNOT_SAY)),
            (column("waiting"), number(outcomes.WAITING)),
            (unknown(column("waiting")), number(outcomes.CANNOT_SAY)),
        ]
        if not self.codes:  # what the grades ask is not known yet, or done without; who is not graded at all is
            waived = self.standards.complete is False
            return case(whens, number(outcomes.NO_GRADE if waived else outcomes.CANNOT_SAY))
        if self.standards.triggers_come == "first":
            whens += self.trigger_whens()
        whens += self.voted_whens() if self.has_votes else self.plain_whens()
        if self.standards.triggers_come == "last":
            whens += self.trigger_whens()
        residual = self.standards.residual
        return case(whens, number(self.rank(residual) if residual else outcomes.NO_GRADE))

    def trigger_whens(self) -> Whens:
        """A trigger that holds gives the lowest grade; one that is unknown leaves everything open."""
        return [
            (column("triggered"), number(1)),
            (unknown(column("triggered")), number(outcomes.CANNOT_SAY)),
        ]

    def plain_whens(self) -> Whens:
        """Without a vote: the best grade all of whose conditions hold."""
        return self.down_from(lambda rank: None, self.codes)

    def voted_whens(self) -> Whens:
        """With a vote: the voted grade as far as the other conditions allow it."""
        voted = column("voted")
        whens = [
            (equals(voted, outcomes.CANNOT_SAY), number(outcomes.CANNOT_SAY)),
            (equals(voted, outcomes.NONE), number(outcomes.NO_GRADE)),
        ]
        codes = self.codes
        lowest = [code for code in codes if self.rank(code) == 1]
        whens += self.down_from(lambda rank: equals(voted, rank), lowest)
        whens.append((equals(voted, 1), number(outcomes.NO_GRADE)))
        better = [code for code in codes if self.rank(code) > 1]
        if self.standards.vote_above_standard == "vote":
            return [*whens, (above(voted, 1), voted)]
        if self.standards.vote_above_standard == "repeat":
            whens += self.down_from(lambda rank: equals(voted, rank), better)
        else:
            whens += self.down_from(lambda rank: at_least(voted, rank), better)
        if self.standards.residual:
            whens += self.left_over_whens(better)
        return [*whens, (above(voted, 0), number(outcomes.NO_GRADE))]

    def left_over_whens(self, better: Iterable[str]) -> Whens:
        """Voted a better grade while none of those is allowed: the residual, once that is certain."""
        some = any_of([column(f"q{self.rank(code)}") for code in better])
        voted, residual = above(column("voted"), 1), self.rank(self.standards.residual or "")
        return [
            (all_of([voted, exp.Not(this=exp.paren(some))]), number(residual)),
            (all_of([voted.copy(), unknown(some)]), number(outcomes.CANNOT_SAY)),
        ]

    def down_from(self, guard: Callable[[int], Tree | None], codes: Iterable[str]) -> Whens:
        """For each grade, best first: it, if its other conditions hold; nothing can be said, if they are unknown."""
        whens: Whens = []
        for code in codes:
            rank = self.rank(code)
            allowed = column(f"q{rank}")
            guards = [tree for tree in (guard(rank),) if tree is not None]
            whens.append((all_of([*guards, allowed]), number(rank)))
            whens.append((all_of([*(g.copy() for g in guards), unknown(allowed)]), number(outcomes.CANNOT_SAY)))
        return whens
