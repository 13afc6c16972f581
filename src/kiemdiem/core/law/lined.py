"""The plain content of a YAML text, with the line on which each thing stands."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.scalarfloat import ScalarFloat

from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.spelling import nfc

MISSING = object()


class LinedMap(dict[str, Any]):
    """A mapping that remembers on which line it and each of its keys stand."""

    line: int = 0
    lines: dict[str, int]

    def __init__(self, items: Sequence[tuple[str, Any]] = (), *, line: int = 0, lines: dict[str, int] | None = None):
        super().__init__(items)
        self.line = line
        self.lines = lines or {}


class LinedList(list[Any]):
    """A list that remembers on which line it and each of its items stand."""

    line: int = 0
    lines: list[int]

    def __init__(self, items: Sequence[Any] = (), *, line: int = 0, lines: Sequence[int] = ()):
        super().__init__(items)
        self.line = line
        self.lines = list(lines)


@lru_cache(maxsize=256)
def parse(file: str, text: str) -> LinedMap:
    """The content of a YAML text: mappings and lists with their lines, texts in composed form, dates as ISO texts.

    Raises: RulebookProblems when the text is no YAML mapping, repeats a key or holds a decimal number.
    """
    try:
        tree = YAML(typ="rt").load(nfc(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        message = (error.problem or str(error)).strip().splitlines()[0]
        hint = "mỗi khóa chỉ viết một lần trong một mục" if "duplicate key" in message else "sửa lại cú pháp YAML"
        raise RulebookProblems((Problem(file, line, "", f"không đọc được YAML: {message}", hint),)) from None
    except YAMLError as error:
        raise RulebookProblems((Problem(file, 0, "", f"không đọc được YAML: {error}"),)) from None
    if not isinstance(tree, CommentedMap):
        raise RulebookProblems((Problem(file, 1, "", "tệp phải là một bảng khóa: giá trị"),))
    problems: list[Problem] = []
    content = plain(tree, file=file, line=1, problems=problems)
    if problems:
        raise RulebookProblems(tuple(problems))
    assert isinstance(content, LinedMap)
    return content


def plain(value: object, *, file: str, line: int, problems: list[Problem]) -> object:
    """The value without YAML's own types; decimal numbers and non-text keys are noted as problems."""
    if isinstance(value, CommentedMap):
        return plain_map(value, file=file, line=line, problems=problems)
    if isinstance(value, CommentedSeq):
        lines = [value.lc.item(index)[0] + 1 for index in range(len(value))]
        items = [plain(item, file=file, line=at, problems=problems) for item, at in zip(value, lines, strict=True)]
        return LinedList(items, line=line, lines=lines)
    if isinstance(value, float | ScalarFloat):
        problems.append(Problem(file, line, "", f"số thập phân {value}", "viết số nguyên; điểm lẻ viết theo phần trăm"))
        return None
    return scalar(value)


def plain_map(value: CommentedMap, *, file: str, line: int, problems: list[Problem]) -> LinedMap:
    """The mapping with its lines."""
    lines: dict[str, int] = {}
    items: list[tuple[str, Any]] = []
    for key, item in value.items():
        name = str(scalar(key))
        lines[name] = value.lc.key(key)[0] + 1 if key in (value.lc.data or {}) else line
        items.append((name, plain(item, file=file, line=lines[name], problems=problems)))
    return LinedMap(items, line=value.lc.line + 1, lines=lines)


def scalar(value: object) -> object:
    """A text, whole number, yes/no or nothing; a date becomes its ISO text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return nfc(str(value))


def line_at(content: object, path: Sequence[str | int]) -> int:
    """The line on which the thing at the path stands, or the nearest thing around it that has one."""
    line = 0
    for step, inner in walk(content, path):
        found = line_of(step, inner)
        line = found or line
    return line


def walk(content: object, path: Sequence[str | int]) -> Iterator[tuple[object, str | int]]:
    """Each container along the path with the step taken in it, as far as the path leads."""
    for step in path:
        inner = item_of(content, step)
        if inner is not MISSING:
            yield content, step
            content = inner


def item_of(container: object, step: str | int) -> object:
    """What stands under a key or at a place of a container; `MISSING` when nothing does."""
    if isinstance(container, dict) and step in container:
        found: object = container[step]
        return found
    if isinstance(container, list) and isinstance(step, int) and step < len(container):
        return container[step]
    return MISSING


def line_of(container: object, step: str | int) -> int:
    """The line of one key or item in its container."""
    if isinstance(container, LinedMap):
        return container.lines.get(str(step), container.line)
    if isinstance(container, LinedList) and isinstance(step, int) and step < len(container.lines):
        return container.lines[step]
    return 0
