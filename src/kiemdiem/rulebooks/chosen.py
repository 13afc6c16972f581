"""What stands to choose from for a value that names something: bodies, posts, groups, grades, units, by their names."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiemdiem.core.law.boxes import Box
from kiemdiem.core.law.content import Content, leaves
from kiemdiem.org import words
from kiemdiem.rulebooks.viewer import NAMES

BODIES = frozenset(
    "owed_by owed_to via held_by body bodies filled_by received_by managed_by from_kinds to_kind via_kind except_kinds "
    "only_in in_kinds unit_kinds".split()
)
PLACES = BODIES | {"before"}
PEOPLE = frozenset({"voters", "non_voters", "standings", "refused"})
POSTS = frozenset({"posts", "except_posts"})
GRADES = frozenset({"falls_to", "residual"})
KINSHIP = (PLACES, PEOPLE, POSTS, GRADES)
MORE = {
    "own_cell": "Chi bộ nơi sinh hoạt",
    "collective_led": "Tập thể mình đứng đầu",
    "member": "Đảng viên",
    "leader": "Cán bộ lãnh đạo, quản lý",
    "collective": "Tập thể",
    "executive_committee_member": "Ủy viên Ban Chấp hành",
}

NAMED = {**NAMES, **MORE}


def options_of(box: Box, content: Content) -> list[tuple[str, str]] | None:
    """The keys that may stand there with their names; nothing when any text may."""
    name = box.name[-1]
    if name == "units":
        return [(unit["key"], str(unit["name"])) for unit in content.get("body.yaml", {}).get("units", ())]
    if name == "groups":
        return [(group["key"], str(group["title"])) for group in content["process.yaml"].get("groups", ())]
    if name in GRADES:
        return list(_levels(content).items())
    family = next((kin for kin in KINSHIP if name in kin), None)
    if family is None:
        return None
    # What the form shows must hold what stands there, or saving would lose it.
    known = dict.fromkeys([*_own_words(family), *_used(content, family)])
    return sorted(((key, named(key)) for key in known), key=lambda pair: pair[1])


def _own_words(family: frozenset[str]) -> Mapping[str, str]:
    if family is PLACES:
        return words.UNIT_KINDS
    return words.STANDINGS if family is PEOPLE else words.POSTS


def _used(content: Content, family: frozenset[str]) -> Iterator[str]:
    """Every key that stands anywhere in the book under one of the names, whatever reading it is under."""
    for inside in content.values():
        yield from (
            value for place, value in leaves(inside) if isinstance(value, str) and value and _name_of(place) in family
        )


def _name_of(place: str) -> str:
    """The name of the value at the place, of which this may be an item, or what it is under one reading."""
    steps = place.split("/")
    while steps and steps[-1].isdigit():
        steps.pop()
    while len(steps) > len(("of", "reading")) and steps[-2] == "of":
        steps = steps[:-2]
    return steps[-1] if steps else ""


def _levels(content: Content) -> Mapping[str, str]:
    """The levels of all scales by code."""
    found: dict[str, str] = {}
    for scale in content["subjects.yaml"].get("scales", ()):
        levels: Any = scale.get("levels", ())
        for level in levels if isinstance(levels, list) else ():
            found.setdefault(str(level["code"]), str(level.get("name", level["code"])))
    return found


def named(key: str) -> str:
    """What a body, a post (`unit_kind.post`) or a standing is called; the key itself when nobody named it."""
    if key in NAMED:
        return NAMED[key]
    unit, dot, post = key.rpartition(".")
    return f"{NAMES.get(post, post)} {NAMES.get(unit, unit)}" if dot else key
