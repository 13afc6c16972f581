"""The plain content of a YAML text, with the line on which each thing stands."""

from collections.abc import Iterator, Sequence
from typing import Any

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


def line_at(content: object, path: Sequence[str | int]) -> int:
    """The line on which the thing at the path stands, or the nearest thing around it that has one."""
    line = content.line if isinstance(content, LinedMap) else 0
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
