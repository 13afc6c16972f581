"""What each grade asks, what excludes, what fails, what caps (`standards.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section
from kiemdiem.core.law.kinds import SomeCondition
from kiemdiem.core.law.kinds.condition import Condition


class Exclusion(Frozen):
    """Who is not graded. `waits`: not yet, and the subject stays on the pending list."""

    condition: SomeCondition
    waits: bool = False


class Cap(Frozen):
    """A condition under which no grade above `at_most` is given."""

    condition: SomeCondition
    at_most: str


class Standard(Entry):
    """What one grade asks. `includes`: whoever is to have this grade must fulfil that one's conditions too."""

    grade: str
    includes: str | None = None
    conditions: tuple[SomeCondition, ...] = ()


class Band(Entry):
    """The points of one grade, whole points as printed; the last band starts at 0, the first has no end."""

    grade: str
    at_least: Annotated[int, Field(ge=0)]
    below: int | None = None


class Bands(Entry):
    """The whole range of points of a subject, cut into grades."""

    of: Key
    highest: int
    bands: tuple[Band, ...]


class StandardsOf(Frozen):
    """All standards of one subject.

    `triggers`: conditions that give the lowest grade, tested before the standards or, if `triggers_come: last`, after.
    `residual`: the grade of whoever meets no standard, only where the rulebook says so.
    `vote_above_standard`: what becomes of a voted grade whose other conditions are not met.
    """

    subject: Key
    exclusions: tuple[Exclusion, ...] = ()
    triggers: tuple[SomeCondition, ...] = ()
    triggers_come: Literal["first", "last"] = "first"
    caps: tuple[Cap, ...] = ()
    standards: tuple[Standard, ...] = ()
    bands: tuple[Bands, ...] = ()
    residual: str | None = None
    vote_above_standard: Literal["ceiling", "vote", "repeat"] = "ceiling"
    needs_gap_filled: Key | None = None

    def conditions(self) -> tuple[tuple[str, Condition], ...]:
        """Every top condition with its place: `exclusion`, `trigger`, `cap` or the grade it belongs to."""
        return (
            *(("exclusion", item.condition) for item in self.exclusions),
            *(("trigger", item) for item in self.triggers),
            *(("cap", item.condition) for item in self.caps),
            *((standard.grade, item) for standard in self.standards for item in standard.conditions),
        )


class Standards(Section):
    """The standards of every graded subject."""

    standards: tuple[StandardsOf, ...]

    def of(self, subject: str) -> StandardsOf:
        """The standards of a subject; empty ones when the rulebook has none."""
        for standards in self.standards:
            if standards.subject == subject:
                return standards
        return StandardsOf(subject=subject)


SECTIONS: dict[str, type[Section]] = {"standards.yaml": Standards}
