"""The layout of papers by edition of the rule on it: page, margins and the type of every style."""

from datetime import date
from functools import cache
from typing import Literal

from pydantic import model_validator
from ruamel.yaml import YAML

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.papers import shipped

STYLES = (
    "superior",
    "organ",
    "star",
    "number",
    "draft",
    "party",
    "place_date",
    "paper_name",
    "about",
    "rule",
    "addressee",
    "body",
    "ground",
    "dash",
    "plain",
    "centre",
    "large",
    "heading_1",
    "heading_2",
    "heading_3",
    "authority",
    "position",
    "remark",
    "signer",
    "recipients",
    "recipient",
    "note",
    "code",
    "running",
    "page_number",
    "table",
    "table_small",
    "ballot",
)


class Page(Frozen):
    """Margins of a page in millimetres."""

    top: int
    bottom: int
    left: int
    right: int


class Style(Frozen):
    """How a line of one style is set.

    Units: `size`, `line`, `before` and `after` in points (`line` 0 = the natural height), `first` in millimetres.
    """

    size: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Literal["left", "right", "centre", "justify"] = "left"
    line: int = 0
    before: int = 0
    after: int = 0
    first: int = 0
    keep: bool = False


class Layout(Frozen):
    """One edition: the rule it follows, the days and families of papers it holds for, and its measures.

    Shape: `known` names what the rule itself was read to say; the rest follows the next edition and is not checked.
    """

    edition: Text
    basis: Text
    families: tuple[str, ...]
    from_on: date
    until_on: date | None = None
    font: Text
    page: Page
    page_number_mm: int
    heading: tuple[Text, ...]
    star: bool
    separator: str
    ground_start: str
    ground_last: str
    known: tuple[str, ...] = ()
    styles: dict[str, Style]

    @model_validator(mode="after")
    def _has_every_style(self) -> "Layout":
        wrong = sorted(set(STYLES) ^ set(self.styles))
        if wrong:
            raise ValueError(f"layout {self.edition}: styles missing or unknown: {', '.join(wrong)}")
        return self

    def holds(self, on: date, family: str) -> bool:
        """Whether it is in force on that day for that family of papers."""
        return family in self.families and self.from_on <= on and (self.until_on is None or on < self.until_on)


@cache
def shipped_layouts() -> tuple[Layout, ...]:
    """Every edition shipped with the program, by name."""
    reader = YAML(typ="safe")
    return tuple(Layout.model_validate(reader.load(text)) for _, text in sorted(shipped.layout_texts().items()))


def layout_for(on: date, family: str) -> Layout:
    """The layout in force on the day of a paper.

    Raises: Refused when no shipped edition holds that day.
    """
    fitting = [layout for layout in shipped_layouts() if layout.holds(on, family)]
    if len(fitting) != 1:
        raise refuse(
            f"Chưa in được giấy tờ đề ngày {on:%d/%m/%Y}.",
            why="Phần mềm không có thể thức văn bản áp dụng cho ngày này.",
            todo="Sửa ngày của giấy tờ hoặc dùng mẫu Word của đơn vị.",
        )
    return fitting[0]
