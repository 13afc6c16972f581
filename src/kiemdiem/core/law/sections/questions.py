"""What the text leaves open: questions with their readings, and gaps that the operator fills."""

from datetime import date
from typing import Any, Literal

from pydantic import model_validator

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section, Text


class Reading(Frozen):
    """One way to read the clause."""

    key: Key
    text: Text
    default: bool = False


class Printed(Frozen):
    """A slip of the pen in the document: what is printed and what is read instead."""

    printed: Text
    read: Text


class Interpretation(Entry):
    """A question the text leaves open and its readings, exactly one of them the default.

    `rows` are the rows it settles, `amb` its number in the catalogue of open questions; `general`: asked of all
    rulebooks. `concerns` names the part of the work where the answer takes effect.
    """

    amb: Text
    question: Text
    general: bool = False
    concerns: Literal["judge", "ballot", "process", "plan", "papers", "organisation"] = "process"
    readings: tuple[Reading, ...]
    slips: tuple[Printed, ...] = ()

    @model_validator(mode="after")
    def one_default(self) -> "Interpretation":
        """Exactly one reading is the default and no reading has two meanings.

        Raises: ValueError otherwise.
        """
        if sum(reading.default for reading in self.readings) != 1:
            raise ValueError("phải có đúng một cách hiểu mặc định → viết default: true ở một cách hiểu")
        keys = [reading.key for reading in self.readings]
        if len(set(keys)) != len(keys):
            raise ValueError("hai cách hiểu trùng khóa → đặt khóa khác")
        return self

    @property
    def default(self) -> str:
        """The key of the default reading."""
        return next(reading.key for reading in self.readings if reading.default)


class Interpretations(Section):
    """All open questions of the rulebook."""

    interpretations: tuple[Interpretation, ...] = ()

    def defaults(self) -> dict[str, str]:
        """The default reading of every question."""
        return {question.key: question.default for question in self.interpretations}


class Waiver(Frozen):
    """The act by which a committee does without the content of a gap: which body, by which document, of which day."""

    body: Text
    document: Text
    issued_on: date


class Gap(Entry):
    """Content the text takes from another act. `fills`: the JSON Schema of what the operator enters.

    `waivable`: the committee may do without it by an act of its own; what rests on it is then decided with reasons.
    """

    source: Text
    fills: dict[str, Any]
    blocks: Text
    waivable: bool = False


class Gaps(Section):
    """All gaps of the rulebook."""

    gaps: tuple[Gap, ...] = ()


SECTIONS: dict[str, type[Section]] = {"interpretations.yaml": Interpretations, "gaps.yaml": Gaps}
