"""What may be changed in an entry without changing its shape: every plain value with its kind and its limits.

The schema of the sections says it all: the type of a value, its least and most, the words to choose from. A value that
depends on a reading has one box for each reading; a value taken from a gap has none, for it is filled in elsewhere.
"""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from kiemdiem.core.law.content import name_of, steps_of
from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.kinds.condition import Fraction
from kiemdiem.core.law.sections import SECTIONS
from kiemdiem.core.process.kinds import KINDS

Shape = Literal["text", "key", "keys", "texts", "whole", "wholes", "yes", "day", "choice", "fraction"]
FIXED = frozenset({"key", "rows", "kind", "under", "code", "only", "fills", "readings", "default"})
FRACTION = next(one.pattern for one in get_args(Fraction) if isinstance(one, StringConstraints))


@dataclass(frozen=True)
class Box:
    """One value that may be changed. `name`: the names of its fields from the entry in.

    `options`: the closed words it may be. `under`: the question and the reading under which it is the value.
    """

    place: str
    name: tuple[str, ...]
    shape: Shape
    value: Any
    options: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    is_needed: bool = True
    under: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Typed:
    """A type taken apart: what it is at heart, its limits, and whether there may be nothing."""

    heart: Any
    limits: tuple[Any, ...] = ()
    may_lack: bool = False


def taken_apart(annotation: Any, limits: tuple[Any, ...] = ()) -> Typed:
    """The type without its limits and without nothing."""
    if get_origin(annotation) is Annotated:
        return taken_apart(annotation.__origin__, (*limits, *annotation.__metadata__))
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [one for one in get_args(annotation) if one is not type(None)]
        if len(kept) == 1:
            return replace(taken_apart(kept[0], limits), may_lack=True)
        return Typed(tuple(kept), limits, len(kept) < len(get_args(annotation)))
    return Typed(annotation, limits)


def model_for(heart: Any, raw: Any) -> type[BaseModel] | None:
    """The schema of what stands there; of several that whose kind it names."""
    if isinstance(heart, type) and issubclass(heart, BaseModel):
        return heart
    for one in heart if isinstance(heart, tuple) else ():
        found = model_for(taken_apart(one).heart, raw)
        if found and isinstance(raw, Mapping) and raw.get("kind") in get_args(found.model_fields["kind"].annotation):
            return found
    return None


def model_at(content: Mapping[str, Any], *, file: str, place: str) -> type[BaseModel]:
    """The schema of the mapping at the place.

    Raises: KeyError when there is none.
    """
    heart: Any = SECTIONS[file]
    raw: Any = content[file]
    for step in steps_of(place):
        heart, raw = _inside(heart, raw, step)
    found = model_for(heart, raw)
    if found is None or not isinstance(raw, Mapping):
        raise KeyError(place)
    return found


@dataclass(frozen=True)
class Alternatives:
    """The type of each of several values, by the reading under which it stands."""

    heart: Any


def _inside(heart: Any, raw: Any, step: str) -> tuple[Any, Any]:
    """One step further in: the type and the value there."""
    if isinstance(raw, list) and get_origin(heart) is tuple:
        items = {name_of(item, number): item for number, item in enumerate(raw)}
        return taken_apart(get_args(heart)[0]).heart, items[step]
    if not isinstance(raw, Mapping) or step not in raw:
        raise KeyError(step)
    if isinstance(heart, Alternatives):
        return heart.heart, raw[step]
    if "by_reading" in raw and step == "of":
        return Alternatives(heart), raw[step]
    if "from_gap" in raw and step == "give":
        return heart, raw[step]
    model = model_for(heart, raw)
    if model is None or step not in model.model_fields:
        raise KeyError(step)
    return taken_apart(model.model_fields[step].annotation).heart, raw[step]


def boxes(model: type[BaseModel], raw: Mapping[str, Any], *, place: str) -> tuple[Box, ...]:
    """Every value of the mapping that may be changed, in the order of the schema."""
    return tuple(_boxes(model, raw, place=place, name=()))


def _boxes(model: type[BaseModel], raw: Mapping[str, Any], *, place: str, name: tuple[str, ...]) -> Iterator[Box]:
    for key, field in model.model_fields.items():
        if key in FIXED or (key == "params" and key not in raw):
            continue
        typed = taken_apart(field.annotation, tuple(field.metadata))
        if key == "params":
            typed = Typed(KINDS[str(raw["kind"])].params)
        value = raw.get(key, _default(field))
        yield from _of_value(typed, value, place=f"{place}/{key}" if place else key, name=(*name, key))


def _default(field: FieldInfo) -> Any:
    """What holds while nothing is written, as the file would write it."""
    found = field.get_default(call_default_factory=True)
    if found is PydanticUndefined or isinstance(found, BaseModel):
        return None
    return list(found) if isinstance(found, tuple) else found


def _of_value(typed: Typed, value: Any, *, place: str, name: tuple[str, ...]) -> Iterator[Box]:
    """The boxes of one value: none for entries, which stand for themselves, and for what a gap fills."""
    if isinstance(value, Mapping) and "by_reading" in value:
        for reading, each in value["of"].items():
            for box in _of_value(typed, each, place=f"{place}/of/{reading}", name=name):
                yield replace(box, under=((str(value["by_reading"]), str(reading)), *box.under))
        return
    if isinstance(value, Mapping) and ("from_gap" in value or "when_reading" in value):
        return
    inner = model_for(typed.heart, value)
    if inner is not None:
        if isinstance(value, Mapping) and not issubclass(inner, Entry):
            yield from _boxes(inner, value, place=place, name=name)
        return
    shape = shape_of(typed)
    if shape and not (isinstance(value, list) and any(isinstance(item, dict | list) for item in value)):
        yield _box(typed, shape, value, place=place, name=name)


def shape_of(typed: Typed) -> Shape | None:
    """The kind of value, or nothing where it is no plain one."""
    heart = typed.heart
    if get_origin(heart) is Literal:
        return "choice"
    if get_origin(heart) is tuple:
        inner = shape_of(taken_apart(get_args(heart)[0]))
        several: dict[Shape | None, Shape] = {"text": "texts", "key": "keys", "whole": "wholes"}
        return several.get(inner)
    plain: dict[Any, Shape] = {bool: "yes", int: "whole", date: "day", str: _of_text(typed.limits)}
    return plain.get(heart)


def _of_text(limits: tuple[Any, ...]) -> Shape:
    patterns = {one.pattern for one in limits if isinstance(one, StringConstraints) and one.pattern}
    return "fraction" if FRACTION in patterns else "key" if patterns else "text"


def _box(typed: Typed, shape: Shape, value: Any, *, place: str, name: tuple[str, ...]) -> Box:
    lengths = [one for one in typed.limits if isinstance(one, StringConstraints)]
    is_empty_allowed = shape in ("text", "texts", "keys", "wholes") and not any(one.min_length for one in lengths)
    return Box(
        place=place,
        name=name,
        shape=shape,
        value=value,
        options=tuple(str(one) for one in get_args(typed.heart)) if shape == "choice" else (),
        least=_limit(typed.limits, Ge, Gt, 1),
        most=_limit(typed.limits, Le, Lt, -1),
        is_needed=not (typed.may_lack or is_empty_allowed or shape == "yes"),
    )


def _limit(limits: tuple[Any, ...], inclusive: type, exclusive: type, step: int) -> int | None:
    for one in limits:
        if isinstance(one, inclusive):
            return int(getattr(one, inclusive.__name__.lower()))
        if isinstance(one, exclusive):
            return int(getattr(one, exclusive.__name__.lower())) + step
    return None
