"""What every entry of a rulebook has in common, and the convention by which a file becomes a section.

A rulebook folder is a handful of YAML files. Each file is one *section*: a subclass of `Section`, listed under its
file name in the `SECTIONS` mapping of its module (`sections/<module>.py`) and gathered in `sections/__init__.py`:

    class Notices(Section):
        notices: tuple[Notice, ...] = ()

    SECTIONS = {"notices.yaml": Notices}

The rulebook then holds it under the file's stem: `rulebook.notices`. Lists of entries, never mappings by key: their
order is the order of the law and stays in the canonical form.

Before a section is validated the loader settles, anywhere in the file:

    when_reading: {some_question: some_reading}      on an entry: it stands only under that reading (or list of them)
    {by_reading: some_question, of: {a: 1, b: 2}}    in place of a value: the value of the reading in force
    needs_gap: some_gap                              on an entry: it stands only once the operator has filled the gap
                                                     (or each gap of a list)
    needs_answer: some_gap                           on an entry: it stands once the gap is filled or waived
    {from_gap: some_gap, at: some.path}              in place of a value: what the operator filled in (null until then)
    {from_gap: some_gap, at: some.path, each: entry} in a list: the entry once for each (or the one) filled in there
                                                     ({number}, {value} and {value.name} in it say which), if what it
                                                     needs_gap besides is filled too
    {from_gap: some_gap, give: value, waived: other} in place of a value: this value once the gap is filled, the other
                                                     once the committee waived it (else null)

so that a section model sees plain values only. `under` then names the questions an entry's content depends on.
"""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from kiemdiem.core.law.spelling import nfc

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*(\.[a-z0-9_]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(nfc)]


class Frozen(BaseModel):
    """A value that never changes and knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Entry(Frozen):
    """One thing a rulebook says: under its own key, from rows and a clause, in our own short Vietnamese wording."""

    key: Key
    rows: tuple[str, ...] = ()
    clause: Text
    text: Text
    kind: str = ""
    under: tuple[str, ...] = ()


class Section(Frozen):
    """The content of one file of a rulebook."""

    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the section, in the order of the file."""
        return tuple(entry for name in type(self).model_fields for entry in entries_in(getattr(self, name)))


def entries_in(value: object) -> tuple[Entry, ...]:
    """The entries found in a value, an entry before those inside it."""
    if isinstance(value, BaseModel):
        inner = tuple(entry for name in type(value).model_fields for entry in entries_in(getattr(value, name)))
        return (value, *inner) if isinstance(value, Entry) else inner
    if isinstance(value, tuple | list):
        return tuple(entry for item in value for entry in entries_in(item))
    if isinstance(value, dict):
        return tuple(entry for item in value.values() for entry in entries_in(item))
    return ()
