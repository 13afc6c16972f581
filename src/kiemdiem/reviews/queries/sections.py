"""The sections a paper asks for, taken from the rulebook's form and content set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.criteria import Item
from kiemdiem.core.law.sections.proceedings import Form
from kiemdiem.core.names import nfc
from kiemdiem.core.process.facts import Named

RESOLUTIONS = "resolutions"
REVIEWED = ("collective", "member", "leader")
ROW_FIELDS = ("person", "sign", "cause", "solution", "due_on")


@dataclass(frozen=True)
class SectionAsked:
    """One section to be written: its key, its title, the prompts below it, and whether it may stay empty.

    `answer`: free text, or rows of person, sign, cause, solution and day. `part` is the heading it stands under.
    """

    key: str
    title: str
    part: str = ""
    answer: str = "text"
    prompts: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    is_required: bool = True

    def named(self) -> Named:
        """The section as the rules name it."""
        return Named(key=self.key, name=self.title)


def form_of(book: Rulebook, *, filled_for: str, paper: str) -> Form | None:
    """The form of that paper for that kind of subject, the first of the rulebook."""
    forms = [form for form in book.forms.forms if form.paper == paper and form.subject_kind == filled_for]
    return forms[0] if forms else None


def content_of(book: Rulebook, subject: str) -> tuple[Item, ...]:
    """The content items asked of a kind of subject, included sets first; nothing when the rulebook names none."""
    key = next((use.content for use in book.criteria.uses if use.subject == subject), None)
    return book.criteria.items(key) if key else ()


def sections_of(book: Rulebook, subject: str, *, is_civil_servant: bool = False) -> tuple[SectionAsked, ...]:
    """The sections of the paper on that kind of subject, in the rulebook's order; prompts stand under their parent."""
    asked = [item for item in content_of(book, subject) if item.for_whom == "everybody" or is_civil_servant]
    titles = {item.code: item.text for item in asked}
    below: dict[str, list[str]] = {}
    tied = _resolutions(book) if subject in REVIEWED else ()
    for item in asked:
        if item.answer == "prompt" and item.parent:
            below.setdefault(item.parent, []).append(item.text)
    own = tuple(
        SectionAsked(
            key=item.key,
            title=item.text,
            part=titles.get(item.parent or "", ""),
            answer=item.answer,
            prompts=tuple(below.get(item.code, ())),
            rows=item.rows,
        )
        for item in asked
        if item.answer != "prompt" and not _is_heading(item, asked)
    )
    return (*own, *tied)


def own_sections(book: Rulebook, form: Form) -> tuple[SectionAsked, ...]:
    """The sections a form names itself, in its order."""
    return tuple(
        SectionAsked(key=key, title=form.section_names.get(key) or title_of(book, key)) for key in form.sections
    )


def title_of(book: Rulebook, key: str) -> str:
    """What a section named by its key is called: as the rulebook's entry or gate words it."""
    for gate in book.process.gates:
        for wanted in gate.params.get("sections", []) if isinstance(gate.params.get("sections"), list) else []:
            if isinstance(wanted, dict) and wanted.get("key") == key:
                return str(wanted.get("name", key))
    found: Entry | None = next((entry for entry in book.entries if entry.key == key), None)
    return found.text if found else key


def _resolutions(book: Rulebook) -> tuple[SectionAsked, ...]:
    """The one section on the resolutions and directives every review is tied to; none when the rulebook names none."""
    named = book.criteria.resolutions
    if not named:
        return ()
    rows = tuple(dict.fromkeys(row for each in named for row in each.rows))
    prompts = tuple(each.name for each in named)
    return (SectionAsked(RESOLUTIONS, "Liên hệ thực hiện các nghị quyết, chỉ thị", prompts=prompts, rows=rows),)


def _is_heading(item: Item, asked: Iterable[Item]) -> bool:
    """Whether others are written under the item, so that it is only their heading."""
    return any(other.parent == item.code and other.answer != "prompt" for other in asked)


def filled(sections: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of the sections that have text, or rows, or the word that there is nothing to report."""
    return tuple(key for key, value in sections.items() if (value.strip() if isinstance(value, str) else value))


def tidy(sections: Mapping[str, object], asked: Iterable[SectionAsked]) -> dict[str, object]:
    """The sections as they are kept: those asked for only, text composed and trimmed, lines kept."""
    known = {section.key for section in asked}
    return {key: _tidy(value) for key, value in sections.items() if key in known}


def _tidy(value: object) -> object:
    if isinstance(value, str):
        return "\n".join(nfc(line) for line in value.strip().splitlines())
    if isinstance(value, list | tuple):
        return [
            {name: nfc(str(row.get(name, ""))) for name in ROW_FIELDS}
            for row in value
            if isinstance(row, Mapping) and any(str(row.get(name, "")).strip() for name in ROW_FIELDS)
        ]
    return value
