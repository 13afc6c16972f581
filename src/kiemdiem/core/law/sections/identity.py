"""Who issued the rulebook, when, on what basis, and in what state it is (`rulebook.yaml`)."""

from typing import Literal

from kiemdiem.core.law.entry import Entry, Key, Section, Text


class Basis(Entry):
    """An act the rulebook stands on: its number and symbol, issuer and day."""

    number: Text
    issuer: Text
    issued_on: str


class Identity(Section):
    """The rulebook's own act. `number` is null while it is blank in the document."""

    code: Key
    title: Text
    rows: tuple[str, ...] = ()
    clause: Text
    issuer: Text
    superior: Text = ""
    number: Text | None = None
    symbol: Text = ""
    issued_on: str
    year: int
    kind: Literal["plan", "guidance", "letter", "regulation"]
    status: Literal["draft", "issued"]
    status_label: str = ""
    extends: Key | None = None
    basis: tuple[Basis, ...] = ()


SECTIONS: dict[str, type[Section]] = {"rulebook.yaml": Identity}
