"""From the texts of a rulebook folder to the rulebook in force, or to the list of everything wrong with it."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from kiemdiem.core.law.checks import checked
from kiemdiem.core.law.folder import Folder
from kiemdiem.core.law.lined import LinedMap
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections import REQUIRED, SECTIONS
from kiemdiem.core.law.sections.questions import Gap, Gaps, Interpretations, Waiver
from kiemdiem.core.law.settle import WAIVED, Settlement, is_waived
from kiemdiem.core.law.yaml_text import parse

NAMES = {"rulebook.yaml": "identity"}


def load(texts: Mapping[str, str], *, catalogue: Iterable[str]) -> Rulebook:
    """The rulebook of the texts (file name → content) under the default readings, no gap filled.

    Every alternative reading is settled and validated too. `catalogue`: the row ids an entry may name.
    Raises: RulebookProblems with everything found wrong.
    """
    return standing(parsed(texts), catalogue=catalogue)


def standing(folder: Folder, *, catalogue: Iterable[str]) -> Rulebook:
    """The rulebook of parsed content under the default readings, no gap filled, every alternative reading valid too.

    Raises: RulebookProblems with everything found wrong.
    """
    book = build(folder, rows=frozenset(catalogue), readings={}, gaps={})
    problems = [*checked(book), *alternatives(book)]
    if problems:
        raise RulebookProblems(tuple(dict.fromkeys(problems)))
    return book


def effective(
    book: Rulebook, *, readings: Mapping[str, str] | None = None, gaps: Mapping[str, Any] | None = None
) -> Rulebook:
    """The rulebook under these readings (others at their default) and with these gaps filled.

    Raises: RulebookProblems for an unknown question, reading or gap, or a filling that does not fit.
    """
    settled = build(book.folder, rows=book.rows, readings=dict(readings or {}), gaps=dict(gaps or {}))
    problems = checked(settled)
    if problems:
        raise RulebookProblems(tuple(problems))
    return settled


def parsed(texts: Mapping[str, str]) -> Folder:
    """The content of every file.

    Raises: RulebookProblems for unknown and missing files and for what is no YAML.
    """
    problems = misnamed(texts)
    content: dict[str, LinedMap] = {}
    for name in sorted(set(texts) & set(SECTIONS)):
        try:
            content[name] = parse(name, texts[name])
        except RulebookProblems as found:
            problems += found.problems
    if problems:
        raise RulebookProblems(tuple(problems))
    return Folder(content)


def misnamed(files: Iterable[str]) -> list[Problem]:
    """What is wrong with the names of a rulebook's files: unknown ones, missing ones."""
    names = set(files)
    problems = [
        Problem(name, 0, "", "tệp không thuộc bộ quy tắc", "các tệp: " + ", ".join(sorted(SECTIONS)))
        for name in sorted(names - set(SECTIONS))
    ]
    missing = [name for name in REQUIRED if name not in names]
    return problems + [Problem(name, 0, "", "thiếu tệp này", "thêm tệp này vào thư mục") for name in missing]


def build(folder: Folder, *, rows: frozenset[str], readings: Mapping[str, str], gaps: Mapping[str, Any]) -> Rulebook:
    """The rulebook of parsed content under readings and fillings, its sections valid one by one.

    Raises: RulebookProblems.
    """
    plain = Settlement(readings={})
    questions = folder.section("interpretations.yaml", plain)
    holes = folder.section("gaps.yaml", plain)
    assert isinstance(questions, Interpretations)
    assert isinstance(holes, Gaps)
    settlement = Settlement(
        readings={**questions.defaults(), **known_readings(questions, readings)},
        gaps=known_gaps(holes, gaps),
        known_gaps=frozenset(gap.key for gap in holes.gaps),
    )
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for file in sorted(folder):
        try:
            found[NAMES.get(file, file.removesuffix(".yaml"))] = folder.section(file, settlement)
        except RulebookProblems as error:
            problems += error.problems
    if problems:
        raise RulebookProblems(tuple(problems))
    book = Rulebook(readings=dict(settlement.readings), filled=dict(settlement.gaps), **found)
    book._folder = folder
    book._rows = rows
    return book


def known_readings(questions: Interpretations, readings: Mapping[str, str]) -> dict[str, str]:
    """The readings, each of which its question offers.

    Raises: RulebookProblems.
    """
    offered = {one.key: tuple(reading.key for reading in one.readings) for one in questions.interpretations}
    problems = [
        Problem("interpretations.yaml", 0, question, *_no_such_reading(offered, question, reading))
        for question, reading in readings.items()
        if reading not in offered.get(question, ())
    ]
    if problems:
        raise RulebookProblems(tuple(problems))
    return dict(readings)


def _no_such_reading(offered: Mapping[str, Container[str]], question: str, reading: str) -> tuple[str, str]:
    """The complaint about a reading nobody offers, and what may be chosen."""
    if question not in offered:
        return f"không có câu hỏi diễn giải '{question}'", "các câu hỏi: " + ", ".join(sorted(offered))
    options = offered[question]
    assert isinstance(options, tuple)
    return f"câu hỏi '{question}' không có cách hiểu '{reading}'", "các cách hiểu: " + ", ".join(options)


def known_gaps(holes: Gaps, gaps: Mapping[str, Any]) -> dict[str, Any]:
    """The fillings, each of a declared gap; a gap done without names the act that says so.

    Raises: RulebookProblems.
    """
    declared = {gap.key: gap for gap in holes.gaps}
    problems = []
    for key, content in gaps.items():
        if key not in declared:
            options = "các khoảng trống: " + ", ".join(sorted(declared))
            problems.append(Problem("gaps.yaml", 0, key, f"không có khoảng trống '{key}'", options))
        elif is_waived(content):
            problems += faults_of_waiver(declared[key], content[WAIVED])
    if problems:
        raise RulebookProblems(tuple(problems))
    return dict(gaps)


def faults_of_waiver(gap: Gap, content: Any) -> list[Problem]:
    """Why a gap cannot be done without in this way."""
    if not gap.waivable:
        said = f"không thể miễn áp dụng '{gap.text}': thiếu nội dung này thì không quyết định được"
        return [Problem("gaps.yaml", 0, gap.key, said, "điền nội dung theo văn bản được dẫn chiếu")]
    try:
        Waiver.model_validate(content)
    except ValidationError:
        said = "việc miễn áp dụng phải ghi cơ quan quyết định, số văn bản và ngày ban hành"
        return [Problem("gaps.yaml", 0, gap.key, said, "ghi đủ body, document, issued_on")]
    return []


def alternatives(book: Rulebook) -> list[Problem]:
    """What is wrong with the rulebook under any other single reading."""
    problems: list[Problem] = []
    for question in book.interpretations.interpretations:
        for reading in question.readings:
            if reading.default:
                continue
            try:
                other = build(book.folder, rows=book.rows, readings={question.key: reading.key}, gaps={})
                problems += checked(other)
            except RulebookProblems as error:
                problems += error.problems
    return problems
