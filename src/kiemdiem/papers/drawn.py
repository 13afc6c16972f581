"""A paper ready to be set: lines, tables and signatures with every word in place. Both writers draw exactly this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiemdiem.papers.layouts import Page

HEAD_OUTDENT_MM = 15  # the two halves of a title block need more width than the text below them

BOUND_ROWS = 2  # of a table right above signatures, on their page


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one look: text, a box to cross, or dots to the end of the line."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    box: Literal["", "empty", "crossed"] = ""
    dots: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in a style of the layout; `align` and `keep` only where they depart from it."""

    style: str
    runs: Runs
    align: str = ""
    keep: bool = False
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class Head:
    """The two halves of a title block; a rule is drawn under the last of the Party's lines."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    ruled: int
    kind: str = "head"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    runs: Runs
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Units: `widths` are parts of the width of the text, `row_mm` the least height of a row.
    Shape: a `whole` table stays on one page, with what follows it; of a `signed` one the last rows stay with the
        signatures under it.
    """

    widths: tuple[int, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: str
    row_mm: int
    ruled: bool
    whole: bool = False
    signed: bool = False
    kind: str = "grid"

    def bound_from(self) -> int:
        """The first row that stays with what follows."""
        return 0 if self.whole else max(0, len(self.rows) - BOUND_ROWS * self.signed)


@dataclass(frozen=True, slots=True)
class Signs:
    """Recipients on the left, and one column of lines for each who signs."""

    recipients: tuple[Line, ...]
    columns: tuple[tuple[Line, ...], ...]
    kind: str = "signs"


@dataclass(frozen=True, slots=True)
class Break:
    """The rest begins on a new page."""

    kind: str = "break"


Piece = Line | Head | Grid | Signs | Break


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper: its page, what runs on top of every page, what stands at the foot of the first, and its pieces."""

    paper: str
    landscape: bool
    page: Page
    code: str
    running: str
    footing: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A content item of the rulebook's criteria, with its parts; a `special` one is asked of some people only."""

    key: str
    text: str
    parts: tuple["Prompt", ...] = ()
    special: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What a paper must say about itself: of a demo, with sample figures, not yet passed."""

    demo: bool = False
    sample: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What a form refers to beside its own fields: content items by the key of their set, and the marks."""

    contents: Mapping[str, tuple[Prompt, ...]] = field(default_factory=dict)
    marks: Marks = Marks()
