"""The papers of a rulebook: each form as typed fields and a list of blocks, written once for every output."""

from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from kiemdiem.core.law.entry import Entry, Frozen, Section, Text
from kiemdiem.core.law.sections.blocks import (
    REFERENCE,
    SHAPES,
    AnyBlock,
    Choices,
    Contents,
    Dotted,
    FieldSpec,
    Grounds,
    Name,
    PaperSize,
    Repeat,
    Signatures,
    Table,
)


class SizeByLines(Frozen):
    """The sheet to print on when the rows of a field are many: the first size whose `upto` is not exceeded."""

    over: Name
    sizes: tuple[tuple[int, PaperSize], ...]


class WideByColumns(Frozen):
    """The paper is turned to landscape when so many columns stand in its table: rows of the field `over`."""

    over: Name
    least: int


class Form(Entry):
    """One form: its code, whether its inside is the official one, its fields and its blocks."""

    code: str = ""
    variant: str = ""
    official: bool = False
    family: Literal["party", "state", "party_form"] = "party_form"
    ledger: str = ""
    secret: bool = False
    paper: PaperSize = "A4"
    paper_by: SizeByLines | None = None
    landscape: bool = False
    landscape_by: WideByColumns | None = None
    margins_mm: tuple[int, int, int, int] | None = None
    fields: tuple[FieldSpec, ...] = ()
    blocks: tuple[AnyBlock, ...]

    @model_validator(mode="after")
    def _references_are_declared(self) -> "Form":
        problems = sorted({*unknown_references(self), *_twice(self.fields)})
        if problems:
            raise ValueError(f"form {self.key}: " + "; ".join(problems))
        return self


class Pack(Frozen):
    """Several forms composed into one print-out, in this order."""

    key: Name
    text: Text
    forms: tuple[Name, ...]


class Papers(Section):
    """The forms of a rulebook and the print-outs composed of them."""

    forms: tuple[Form, ...] = ()
    packs: tuple[Pack, ...] = ()


SECTIONS: dict[str, type[Section]] = {"papers.yaml": Papers}


def form_of(papers: Papers, key: str) -> Form | None:
    """The form of that key, or None."""
    return next((form for form in papers.forms if form.key == key), None)


def _twice(fields: tuple[FieldSpec, ...]) -> Iterator[str]:
    names = [field.name for field in fields]
    yield from (f"the field {name} is declared twice" for name in names if names.count(name) > 1)


def unknown_references(form: Form) -> Iterator[str]:
    """What a form's blocks mention and its fields do not declare."""
    yield from _unknown_in(form.blocks, {field.name: field for field in form.fields})
    known = {field.name for field in form.fields}
    for name, by in (("paper_by", form.paper_by), ("landscape_by", form.landscape_by)):
        if by and by.over not in known:
            yield f"{name} names the unknown field {by.over}"


def _unknown_in(blocks: tuple[AnyBlock, ...], known: dict[str, FieldSpec]) -> Iterator[str]:
    for block in blocks:
        yield from (f"{block.block} names the unknown field {name}" for name in _names_in(block) if name not in known)
        inner = _seen_by(block, known)
        yield from (f"{block.block} names the unknown field {each}" for each in _each_in(block) if each not in inner)
        for template in _templates_in(block):
            yield from _unknown_in_template(template, inner)
        if isinstance(block, Repeat):
            yield from _unknown_in(block.blocks, inner)


def _seen_by(block: AnyBlock, known: dict[str, FieldSpec]) -> dict[str, FieldSpec]:
    """The fields a block's templates may refer to: the form's own and those of the rows it runs over."""
    inner = dict(known)
    for name in (*_rows_in(block), *_each_in(block)):
        inner.update({field.name: field for field in inner[name].fields} if name in inner else {})
    return inner


def _unknown_in_template(template: str, known: dict[str, FieldSpec]) -> Iterator[str]:
    for name, form in REFERENCE.findall(template):
        if name in {"n", "total"}:
            continue
        if name not in known:
            yield f"{{{name}}} is not a field"
        elif form and form not in SHAPES[known[name].shape]:
            yield f"{{{name}:{form}}} is no form of the shape {known[name].shape}"


def _names_in(block: AnyBlock) -> Iterator[str]:
    yield from (name for name in (block.when, block.unless, getattr(block, "special", None)) if name)
    if isinstance(block, Dotted | Choices | Contents | Grounds):
        yield block.field
    if isinstance(block, Signatures) and block.recipients:
        yield block.recipients
    yield from _rows_in(block)


def _rows_in(block: AnyBlock) -> Iterator[str]:
    if isinstance(block, Repeat):
        yield block.over
    if isinstance(block, Table):
        yield from (name for name in (block.over, *(column.over for column in block.columns)) if name)


def _each_in(block: AnyBlock) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (column.each for column in block.columns if column.each)


def _templates_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _templates_in(item)
    elif isinstance(value, Frozen) and not isinstance(value, Repeat):
        for name in type(value).model_fields:
            if name not in {"when", "unless", "over", "each", "field", "block", "set", "special", "recipients"}:
                yield from _templates_in(getattr(value, name))
