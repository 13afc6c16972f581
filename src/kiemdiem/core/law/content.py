"""The content of a rulebook's files before any question is settled, and the same with one value changed.

A place is the way to a value inside one file: names of keys, for an item of a list the key of its entry, else its
number from 0. `items/report_up/until_on` is the last day of one item of the plan.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kiemdiem.core.law.folder import Folder
from kiemdiem.core.law.lined import LinedList, LinedMap

Content = dict[str, dict[str, Any]]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OWN_ACT = "rulebook.yaml"  # its days are those of acts already issued


def content_of(folder: Mapping[str, Any]) -> Content:
    """The content of every file as plain values."""
    return {file: dict(plain(content)) for file, content in sorted(folder.items())}


def plain(value: Any) -> Any:
    """The value without the lines it stood on."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def folder_of(content: Mapping[str, Any]) -> Folder:
    """The content as the loader reads it; its lines are unknown."""
    return Folder({file: lined(inside) for file, inside in content.items()})


def lined(value: Any) -> Any:
    """The value as if it came from a file, all of it on line 0."""
    if isinstance(value, Mapping):
        return LinedMap([(str(key), lined(item)) for key, item in value.items()])
    return LinedList([lined(item) for item in value], lines=[0] * len(value)) if isinstance(value, list) else value


def steps_of(place: str) -> tuple[str, ...]:
    """The steps of a place; none for the whole file."""
    return tuple(step for step in place.split("/") if step)


def value_at(content: Mapping[str, Any], *, file: str, place: str) -> Any:
    """What stands at the place.

    Raises: KeyError when nothing does.
    """
    found: Any = content[file]
    for step in steps_of(place):
        found = found[_index(found, step)]
    return found


def with_value(content: Content, *, file: str, place: str, value: Any) -> Content:
    """The content with the value at the place, everything else as before; no place replaces the whole file.

    Raises: KeyError when the way to the place leads nowhere; the last key of it may be new.
    """
    return {**content, file: _replaced(content.get(file, {}), steps_of(place), value)}


def _replaced(found: Any, steps: tuple[str, ...], value: Any) -> Any:
    if not steps:
        return value
    if isinstance(found, Mapping) and len(steps) == 1:
        return {**found, steps[0]: value}
    index = _index(found, steps[0])
    inner = _replaced(found[index], steps[1:], value)
    if isinstance(found, list):
        return [*found[:index], inner, *found[index + 1 :]]
    return {**found, index: inner}


def _index(found: Any, step: str) -> Any:
    """Under what the step is found: the key of a mapping, or the number of an item."""
    if isinstance(found, Mapping) and step in found:
        return step
    if isinstance(found, list):
        keys = [name_of(item, number) for number, item in enumerate(found)]
        if step in keys:
            return keys.index(step)
    raise KeyError(step)


def name_of(item: Any, number: int) -> str:
    """The step that leads to an item of a list."""
    return str(item["key"]) if isinstance(item, Mapping) and isinstance(item.get("key"), str) else str(number)


def leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every plain value with its place, in the order of the file."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, f"{place}/{key}" if place else str(key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, f"{place}/{name_of(item, number)}")
    else:
        yield place, value


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    """Every value that is not the same in both, with its file and place; an entry only one of them has is one value."""
    for file in sorted({*before, *after}):
        for place, old, new in _differing("", before.get(file), after.get(file)):
            yield file, place, old, new


def _differing(place: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    pairs = _paired(old), _paired(new)
    if old == new:
        return
    if pairs[0] is None or pairs[1] is None:
        yield place, old, new
        return
    for step in dict.fromkeys((*pairs[0], *pairs[1])):
        yield from _differing(f"{place}/{step}" if place else step, pairs[0].get(step), pairs[1].get(step))


def _paired(value: Any) -> Mapping[str, Any] | None:
    """What can be gone into: a mapping, or a list of them by their steps; nothing for a plain value."""
    if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        return {name_of(item, number): item for number, item in enumerate(value)}
    return value if isinstance(value, Mapping) else None


def days_in(content: Mapping[str, Any]) -> Iterator[tuple[str, str, date]]:
    """Every day the rulebook sets, with its file and place; not the days of the acts it names."""
    for file, inside in content.items():
        for place, value in leaves(inside) if file != OWN_ACT else ():
            if isinstance(value, str) and DAY.fullmatch(value):
                yield file, place, date.fromisoformat(value)


def naming_year(content: Mapping[str, Any], year: int) -> Iterator[tuple[str, str, str]]:
    """Every wording or expression that names the year, with its file and place; days, keys and own acts apart."""
    named = re.compile(rf"(?<!\d){year}(?!\d)")
    for file, inside in content.items():
        for place, value in leaves(inside) if file not in (OWN_ACT, "interpretations.yaml") else ():
            is_key = place.rpartition("/")[2] in ("key", "by_reading")
            if isinstance(value, str) and not DAY.fullmatch(value) and not is_key and named.search(value):
                yield file, place, value


def years_later(day: date, years: int) -> date:
    """The same day of another year; the last of February where the year has no 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1) - date.resolution if years % 4 else day.replace(year=day.year + years)
    return day.replace(year=day.year + years)
