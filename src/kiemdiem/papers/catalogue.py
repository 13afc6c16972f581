"""The forms of a rulebook, read from its folder: shared groups of fields and lists of options put in their place."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.criteria import Item
from kiemdiem.core.law.sections.papers import Form, Pack, Papers, form_of
from kiemdiem.papers import shipped
from kiemdiem.papers.drawn import Prompt

RESOLUTIONS = "resolutions"


@cache
def papers_of(code: str) -> Papers:
    """Every form and pack of the rulebook of that code."""
    return composed(shipped.form_texts(code))


def form(code: str, key: str) -> Form:
    """The form of that key in the rulebook.

    Raises: Refused when the rulebook has no such form.
    """
    found = form_of(papers_of(code), key)
    if found is None:
        raise refuse(f"Bộ quy tắc không có mẫu {key}.", todo="Chọn mẫu trong danh mục mẫu của bộ quy tắc.")
    return found


def pack(code: str, key: str) -> Pack:
    """The print-out of several forms of that key.

    Raises: Refused when the rulebook has none.
    """
    found = next((one for one in papers_of(code).packs if one.key == key), None)
    if found is None:
        raise refuse(f"Bộ quy tắc không có bộ giấy {key}.", todo="Chọn bộ giấy trong danh mục của bộ quy tắc.")
    return found


def composed(texts: Mapping[str, str]) -> Papers:
    """The forms and packs of several files; a group or a list of options may stand in another file."""
    reader = YAML(typ="safe")
    files = [reader.load(text) for _, text in sorted(texts.items())]
    groups = {group["key"]: group["fields"] for file in files for group in file.get("groups", ())}
    options = {one["key"]: one["options"] for file in files for one in file.get("options", ())}
    forms = [_whole(form, groups, options) for file in files for form in file.get("forms", ())]
    packs = [pack for file in files for pack in file.get("packs", ())]
    return Papers.model_validate({"forms": forms, "packs": packs})


def _whole(form: dict[str, Any], groups: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """A form with its groups of fields first and its lists of options spelled out."""
    own = {key: value for key, value in form.items() if key != "include"}
    fields = [field for key in form.get("include", ()) for field in groups[key]] + list(form.get("fields", ()))
    return own | {"fields": [_with_options(field, options) for field in fields]}


def _with_options(field: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    named = field.get("options")
    return field | {"options": options[named]} if isinstance(named, str) else field


def contents_of(rulebook: Rulebook) -> dict[str, tuple[Prompt, ...]]:
    """The content items a form may print, by the key of their set; the resolutions stand under a key of their own."""
    sets = {one.key: prompts(one.items) for one in rulebook.criteria.sets}
    return sets | {RESOLUTIONS: tuple(Prompt(one.key, one.name) for one in rulebook.criteria.resolutions)}


def prompts(items: tuple[Item, ...]) -> tuple[Prompt, ...]:
    """Content items as a tree: those without a parent in the set, each with its parts."""
    codes = {item.code for item in items}
    return tuple(
        _prompt(item, tuple(_prompt(part) for part in items if part.parent == item.code))
        for item in items
        if item.parent not in codes
    )


def _prompt(item: Item, parts: tuple[Prompt, ...] = ()) -> Prompt:
    return Prompt(item.key, item.text, parts, special=item.for_whom != "everybody")
