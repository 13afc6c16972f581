"""What each grade asks, what excludes, what fails, what caps (`standards.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section
from kiemdiem.core.law.kinds import SomeCondition
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.kinds.points import Points


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


class Ladder(Entry):
    """Grades given by points alone: the mark from which each level of the scale is reached, best level first."""

    of: Key
    marks: Annotated[tuple[int, ...], Field(min_length=2)]

    def standards(self, codes: tuple[str, ...]) -> tuple[Standard, ...]:
        """The standard of each level: points from its mark."""
        pairs = enumerate(zip(codes, self.marks, strict=True), start=1)
        return tuple(self.standard(number, code, mark) for number, (code, mark) in pairs)

    def standard(self, number: int, code: str, mark: int) -> Standard:
        """The standard of one level."""
        key, rows, clause = f"{self.key}.{number}", self.rows, self.clause
        points = Points(
            key=f"{key}.points",
            rows=rows,
            clause=clause,
            text=f"Đạt từ {mark} điểm",
            kind="points",
            of=self.of,
            at_least=mark,
        )
        return Standard(key=key, rows=rows, clause=clause, text=self.text, grade=code, conditions=(points,))


class StandardsOf(Entry):
    """All standards of one subject.

    `triggers`: conditions that give the lowest grade, tested before the standards or, if `triggers_come: last`, after.
    `complete`: nothing while what the grades ask stands in another act that nobody has filled in; until then there are
    exclusions only, and no grade is given. False once the committee does without that act: no grade is computed, and
    the competent body decides with its reasons.
    `remarks`: conditions that change no grade and are pointed out when they hold.
    `ladder`: grades by points alone, in place of standards.
    `residual`: the grade of whoever meets no standard, only where the rulebook says so.
    `vote_above_standard`: what becomes of a voted grade whose other conditions are not met.
    """

    subject: Key
    complete: bool | None = True
    exclusions: tuple[Exclusion, ...] = ()
    triggers: tuple[SomeCondition, ...] = ()
    triggers_come: Literal["first", "last"] = "first"
    caps: tuple[Cap, ...] = ()
    standards: tuple[Standard, ...] = ()
    bands: tuple[Bands, ...] = ()
    residual: str | None = None
    vote_above_standard: Literal["ceiling", "vote", "repeat"] = "ceiling"
    remarks: tuple[SomeCondition, ...] = ()
    ladder: Ladder | None = None

    def on(self, codes: tuple[str, ...]) -> "StandardsOf":
        """These standards on a scale: the ladder, if there is one, written out as a standard per level."""
        if self.ladder is None:
            return self
        return self.model_copy(update={"standards": self.ladder.standards(codes), "ladder": None})

    def conditions(self) -> tuple[tuple[str, Condition], ...]:
        """Every top condition of the book with its place: `exclusion`, `trigger`, `cap` or the grade it belongs to."""
        return (
            *(("exclusion", item.condition) for item in self.exclusions),
            *(("trigger", item) for item in self.triggers),
            *(("cap", item.condition) for item in self.caps),
            *((standard.grade, item) for standard in self.standards for item in standard.conditions),
            *(("remark", item) for item in self.remarks),
        )


class Standards(Section):
    """The standards of every graded subject."""

    standards: tuple[StandardsOf, ...]

    def of(self, subject: str) -> StandardsOf:
        """The standards of a subject; empty ones when the rulebook has none."""
        for standards in self.standards:
            if standards.subject == subject:
                return standards
        return StandardsOf(key=f"standards.{subject}", clause="–", text="Không có tiêu chuẩn", subject=subject)


SECTIONS: dict[str, type[Section]] = {"standards.yaml": Standards}
