"""What a paper is made of: typed fields, and blocks that refer to them."""

import re
from typing import Annotated, Literal

from pydantic import Field as Limits
from pydantic import StringConstraints, model_validator

from kiemdiem.core.law.entry import Frozen, Text

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
PaperSize = Literal["A5", "A4", "A3"]
Align = Literal["left", "right", "centre", "justify"]
REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z]+))?\}")

SHAPES: dict[str, frozenset[str]] = {
    "text": frozenset({"upper"}),
    "paragraphs": frozenset(),
    "number": frozenset({"padded"}),
    "date": frozenset({"long", "year"}),
    "time": frozenset(),
    "points": frozenset(),
    "ratio": frozenset({"percent", "part", "whole"}),
    "flag": frozenset({"mark"}),
    "choice": frozenset({"upper"}),
    "texts": frozenset(),
    "rows": frozenset(),
    "contents": frozenset(),
}


class FieldSpec(Frozen):
    """One thing a form needs to be told.

    Shape: `points` are hundredths, a `ratio` is (part, whole), `rows` carry their own `fields`, a `choice` is the key
        of one of its `options`, `contents` map the keys of content items to what was written under them. `dots` is
        the room for writing by hand, in signs of three dots; 0 leaves it to the shape.
    """

    name: Name
    shape: Literal[
        "text",
        "paragraphs",
        "number",
        "date",
        "time",
        "points",
        "ratio",
        "flag",
        "choice",
        "texts",
        "rows",
        "contents",
    ]
    label: Text
    optional: bool = False
    by_hand: bool = False
    dots: Annotated[int, Limits(ge=0, le=40)] = 0
    options: tuple["Option", ...] = ()
    fields: tuple["FieldSpec", ...] = ()

    @model_validator(mode="after")
    def _shape_has_its_parts(self) -> "FieldSpec":
        if (self.shape == "rows") != bool(self.fields):
            raise ValueError(f"field {self.name}: exactly a field of shape rows lists its own fields")
        if self.options and self.shape != "choice":
            raise ValueError(f"field {self.name}: only a choice has options")
        return self


class Option(Frozen):
    """One answer of a choice and the words printed for it."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    label: Text


class Block(Frozen):
    """One piece of a paper, printed when the field `when` has a value, or the field `unless` has none."""

    when: Name | None = None
    unless: Name | None = None


class TitleBlock(Block):
    """The head of a paper: superior and issuing organ, number; the Party's name, place and date."""

    block: Literal["title_block"]
    superior: Text
    organ: Text
    number: str = ""
    place_date: str = ""


class PaperName(Block):
    """The name of the type of paper and what it is about."""

    block: Literal["name"]
    text: Text
    about: tuple[Text, ...] = ()
    rule: bool = False


class Heading(Block):
    """A heading of a part of the paper."""

    block: Literal["heading"]
    text: Text
    level: Literal[1, 2, 3] = 1


class Paragraph(Block):
    """Running text with field references; `**…**` is bold and `__…__` italic."""

    block: Literal["paragraph"]
    text: Text
    style: Literal["body", "dash", "centre", "addressee", "ground", "plain", "large"] = "body"


class Dotted(Block):
    """A label with its value, or dotted lines to write on."""

    block: Literal["dotted"]
    label: Text
    field: Name
    lines: Annotated[int, Limits(ge=1, le=40)] = 1


class Choices(Block):
    """The options of a choice with a drawn box before each, the chosen one crossed."""

    block: Literal["choices"]
    label: str = ""
    field: Name
    inline: bool = False


class Column(Frozen):
    """One column of a table; with `over` it is printed once for every row of that field.

    Shape: `each` names a field of the table's own rows that answers `over` place by place; `total` is the cell of the
        closing row.
    """

    title: Text
    cell: str = ""
    width: Annotated[int, Limits(ge=1, le=200)] = 10
    align: Align = "left"
    over: Name | None = None
    each: Name | None = None
    box: bool = False
    total: str = ""


class Table(Block):
    """A table of literal rows, or one row for every entry of the field `over`.

    Units: `row_mm` is the least height of a row, `blank` the number of empty rows added for writing by hand.
    """

    block: Literal["table"]
    columns: tuple[Column, ...]
    over: Name | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    blank: Annotated[int, Limits(ge=0, le=60)] = 0
    row_mm: Annotated[int, Limits(ge=4, le=40)] = 6
    style: Literal["table", "table_small", "ballot"] = "table"
    ruled: bool = True
    head: bool = True


class Signature(Frozen):
    """One place to sign: authority, position, a remark in brackets and the name."""

    authority: Text
    position: str = ""
    remark: str = ""
    name: str = ""


class Signatures(Block):
    """Who receives the paper (the texts of the field `recipients`), and who signs it, side by side."""

    block: Literal["signatures"]
    recipients: Name | None = None
    signs: tuple[Signature, ...]


class Grounds(Block):
    """The legal grounds, one a line, set out as the layout in force wants it."""

    block: Literal["grounds"]
    field: Name


class PageBreak(Block):
    """A new page."""

    block: Literal["page_break"]


class Note(Block):
    """A remark in small type."""

    block: Literal["note"]
    text: Text


class Contents(Block):
    """Every content item of a set of the rulebook's criteria, with what was written under it or lines to write on.

    Shape: `special` names the flag under which items asked of some people only are printed too.
    """

    block: Literal["contents"]
    set: Annotated[str, StringConstraints(min_length=1)]
    field: Name
    lines: Annotated[int, Limits(ge=1, le=10)] = 3
    special: Name | None = None


class Repeat(Block):
    """The same blocks once for every row of a field; `together`: what belongs to one row stays on one page."""

    block: Literal["repeat"]
    over: Name
    together: bool = False
    blocks: tuple["AnyBlock", ...]


AnyBlock = Annotated[
    TitleBlock
    | PaperName
    | Heading
    | Paragraph
    | Dotted
    | Choices
    | Table
    | Signatures
    | PageBreak
    | Note
    | Contents
    | Grounds
    | Repeat,
    Limits(discriminator="block"),
]
