"""How many of a group may have a grade, or be chosen (`quotas.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section
from kiemdiem.core.places import Rounding

Base = Literal["reached_good", "stayed_good", "all_graded"]


class SmallGroup(Frozen):
    """A group too small for the percentage: how many places it has, below which number of what.

    `of`: that number is the base of the percentage, or everybody of the group.
    `beside_share`: the places are the least there are, stand in place of the percentage, or are the most there are.
    """

    at_least: Annotated[int, Field(ge=0)]
    below: int | None = None
    of: Literal["base", "group"] = "base"
    beside_share: Literal["least", "instead", "most"] = "least"


class Quota(Entry):
    """A share of a group that may not be exceeded.

    `grade` is limited among the `group` (a group column) to `percent` of the base, which counts those of the grade
    `base_grade` or better before the lift (`reached_good`), after it (`stayed_good`), or all graded.
    With `chosen` set, those of the grade for whom the fact is true are limited instead, and nobody is ranked.
    """

    subject: Key
    grade: str
    base_grade: str
    group: Key
    percent: Annotated[int, Field(gt=0, le=100)]
    base: Base
    rounding: Rounding = "down"
    small_group: SmallGroup | None = None
    chosen: Key | None = None
    ranked_by: tuple[Key, ...] = ()
    ties: Literal["repeat", "committee"] = "repeat"
    falls_to: str | None = None


class Quotas(Section):
    """The quotas of all subjects, in the order they are applied."""

    quotas: tuple[Quota, ...] = ()

    def of(self, subject: str) -> tuple[Quota, ...]:
        """The quotas of a subject."""
        return tuple(quota for quota in self.quotas if quota.subject == subject)


SECTIONS: dict[str, type[Section]] = {"quotas.yaml": Quotas}
