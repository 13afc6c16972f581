"""Who issued the rulebook, when, on what basis, and in what state it is (`rulebook.yaml`)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from kiemdiem.core.law.entry import Entry, Key, Section, Text


def as_day(text: str) -> str:
    """The day as it is written, NNNN-TT-NN.

    Raises: ValueError when it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"'{text}' không phải một ngày → viết NNNN-TT-NN, ví dụ 2017-12-31") from None


Day = Annotated[str, AfterValidator(as_day)]


class Basis(Entry):
    """An act the rulebook stands on: its number and symbol, issuer and day."""

    number: Text
    issuer: Text
    issued_on: Day


class Identity(Section):
    """The rulebook's own act. `number` is null while it is blank in the document."""

    code: Key
    title: Text
    rows: tuple[str, ...] = ()
    clause: Text
    issuer: Text
    superior: Text | Literal[""] = ""
    number: Text | None = None
    symbol: Text | Literal[""] = ""
    issued_on: Day
    year: Annotated[int, Field(ge=1930, le=2200)]
    kind: Literal["plan", "guidance", "letter", "regulation"]
    status: Literal["draft", "issued"]
    status_label: str = ""
    extends: Key | None = None
    basis: tuple[Basis, ...] = ()


SECTIONS: dict[str, type[Section]] = {"rulebook.yaml": Identity}
