"""Whether the sections of a rulebook fit together; what does not is named with its file, line and entry."""

from collections.abc import Iterable, Iterator
from typing import Any

from kiemdiem.core.law import (
    checks_of_ballots,
    checks_of_circles,
    checks_of_proceedings,
    checks_of_standards,
    column_names,
)
from kiemdiem.core.law.entry import Entry, Section
from kiemdiem.core.law.faults import Fault, among
from kiemdiem.core.law.lined import LinedList, LinedMap
from kiemdiem.core.law.problems import Problem
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Fact, Subject


def checked(book: Rulebook) -> list[Problem]:
    """Everything that does not fit, in the order of the files."""
    faults = [*faults_of_entries(book), *faults_of_subjects(book), *checks_of_circles.faults(book)]
    faults += checks_of_proceedings.faults(book)
    if not any(found.file == "subjects.yaml" for found in faults):  # the others look names up there
        faults += [*checks_of_standards.faults(book), *checks_of_ballots.faults(book)]
    lines = {file: {**content.lines, **lines_of(content)} for file, content in book.folder.items()}
    return sorted(
        Problem(fault.file, lines.get(fault.file, {}).get(fault.entry, 0), fault.entry, fault.message, fault.hint)
        for fault in faults
    )


def lines_of(content: Any) -> dict[str, int]:
    """The line on which each entry of a file starts."""
    found: dict[str, int] = {}
    if isinstance(content, LinedMap):
        if isinstance(content.get("key"), str):
            found[content["key"]] = content.line
        for item in content.values():
            found = {**lines_of(item), **found}
    elif isinstance(content, LinedList):
        for item in content:
            found = {**lines_of(item), **found}
    return found


def sections_of(book: Rulebook) -> Iterator[tuple[str, Section]]:
    """Each section with the name of its file."""
    for name in type(book).model_fields:
        value = getattr(book, name)
        if isinstance(value, Section):
            yield ("rulebook" if name == "identity" else name) + ".yaml", value


def faults_of_entries(book: Rulebook) -> Iterator[Fault]:
    """Unknown rows and keys used twice in one file."""
    for file, section in sections_of(book):
        seen: set[str] = set()
        for entry in section.entries():
            yield from _unknown_rows(book, file, entry)
            if entry.key in seen and not isinstance(entry, Fact):
                yield Fault(file, entry.key, f"khóa '{entry.key}' dùng hai lần trong tệp", "đặt khóa khác")
            seen.add(entry.key)
    for row in book.identity.rows:
        if row not in book.rows:
            yield Fault("rulebook.yaml", "rows", f"danh mục không có dòng '{row}'", "kiểm tra lại mã dòng")


def _unknown_rows(book: Rulebook, file: str, entry: Entry) -> Iterator[Fault]:
    """Rows of an entry that the catalogue does not have."""
    for row in entry.rows:
        if row not in book.rows:
            yield Fault(file, entry.key, f"danh mục không có dòng '{row}'", "kiểm tra lại mã dòng trong catalogue")


def faults_of_subjects(book: Rulebook) -> Iterator[Fault]:
    """Scales, facts and counts that name nothing or cannot be columns."""
    scales = {scale.key: scale for scale in book.subjects.scales}
    for scale in scales.values():
        if len(set(scale.codes)) != len(scale.codes) or len(scale.codes) < 2:
            yield _fault(scale.key, "thang mức phải có ít nhất hai mức, không trùng mã", "sửa mục levels")
    for subject in book.subjects.subjects:
        yield from faults_of_subject(book, subject)


def faults_of_subject(book: Rulebook, subject: Subject) -> Iterator[Fault]:
    """What one subject names that is not there."""
    scales = {scale.key for scale in book.subjects.scales}
    facts = {fact.key: fact for fact in subject.facts}
    for named in [subject.scale, *(fact.scale for fact in subject.facts)]:
        if named is not None and named not in scales:
            yield _fault(subject.key, f"không có thang mức '{named}'", among(sorted(scales)))
    yield from faults_of_columns(subject)
    if len(facts) < len(subject.facts):
        yield _fault(subject.key, f"hai dữ kiện của '{subject.key}' trùng khóa", "đặt khóa khác")
    for group in subject.fact_groups:
        yield from not_declared(group.facts, facts, owner=group.key)
    for balance in subject.balances:
        yield from not_declared((*balance.parts, balance.at_most), facts, owner=balance.key)
    if subject.children:
        yield from faults_of_children(book, subject)


def faults_of_columns(subject: Subject) -> Iterator[Fault]:
    """Groups, facts and counted figures whose names cannot be columns, or of which two share one."""
    counts = [count.key for count in subject.children.counts] if subject.children else []
    others = [*(fact.key for fact in subject.facts), *counts]
    wrong = [name for name in subject.groups if not column_names.may_be_result(name)]
    wrong += [name for name in others if not column_names.may_be_column(name) or name == "subject"]
    for name in dict.fromkeys(wrong):
        hint = "đặt tên khác: chữ thường, chữ số và '_', bắt đầu bằng chữ, không phải từ của cơ sở dữ liệu"
        yield _fault(subject.key, f"'{name}' không thể là tên cột", hint)
    for name in sorted({*subject.groups, *counts}):
        if [*subject.groups, *others].count(name) > 1:
            yield _fault(subject.key, f"'{name}' là tên của hai cột", "đặt tên khác")


def faults_of_children(book: Rulebook, subject: Subject) -> Iterator[Fault]:
    """What a subject counts of children, groups or grades that are not there."""
    assert subject.children
    try:
        child = book.subjects.subject(subject.children.subject)
    except KeyError:
        keys = [one.key for one in book.subjects.subjects]
        yield _fault(subject.key, f"không có đối tượng '{subject.children.subject}'", among(keys))
        return
    if subject.children.by not in child.groups:
        said = f"'{child.key}' không có cột nhóm '{subject.children.by}'"
        yield _fault(subject.key, said, among(child.groups))
    codes = book.subjects.scale(child.scale).codes if child.scale else ()
    for count in subject.children.counts:
        if count.grade is not None and count.grade not in codes:
            yield _fault(count.key, f"thang của '{child.key}' không có mức '{count.grade}'", among(codes))


def not_declared(named: Iterable[str], facts: Iterable[str], *, owner: str) -> Iterator[Fault]:
    """Facts named but not declared."""
    known = set(facts)
    for name in named:
        if name not in known:
            yield _fault(owner, f"không có dữ kiện '{name}'", "khai báo trong mục facts của đối tượng")


def _fault(entry: str, message: str, hint: str = "") -> Fault:
    """A fault of subjects.yaml."""
    return Fault("subjects.yaml", entry, message, hint)
