"""The forms of a rulebook: its own, and those it takes from the common set, with groups and options put in place."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.criteria import Item
from kiemdiem.core.law.sections.papers import Form, Pack, Papers, form_of
from kiemdiem.papers import shipped
from kiemdiem.papers.drawn import Prompt
from kiemdiem.rulebooks import queries as rulebooks

RESOLUTIONS = "resolutions"
COMMON = "mẫu chung"


def papers_of(code: str) -> Papers:
    """Every form and pack of the rulebook of that code; a committee's own one goes on with those it was copied from."""
    return _papers(rulebooks.origin(code), code, rulebooks.number_of(code))


@cache
def _papers(origin: str, code: str, number: int) -> Papers:
    """`number`: which version of the book the names of its grades are from."""
    return composed(shipped.form_texts(origin), common=shipped.shared_texts(), scales=_scales(code, number))


def _scales(code: str, number: int) -> dict[str, list[dict[str, str]]]:
    """The grades of every kind of subject, as options to tick."""
    found = [rulebooks.rulebook(code, version=number).subjects] if number or code in rulebooks.codes() else []
    return {
        f"scale.{kind.key}": [{"key": level.code, "label": level.name} for level in subjects.scale(kind.scale).levels]
        for subjects in found
        for kind in subjects.subjects
        if kind.scale
    }


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


def composed(
    texts: Mapping[str, str],
    *,
    common: Mapping[str, str] | None = None,
    scales: Mapping[str, list[dict[str, str]]] | None = None,
) -> Papers:
    """The forms and packs of several files; a group or a list of options may stand in another file.

    Shape: under `common` the files list by key the forms they take from the common set, each with the rows and the
    clause that ask for it and its code; `wording` says which words of the common forms the rulebook writes otherwise.
    A list of options may be a scale of the rulebook: `scale.<kind of subject>`.
    Raises: KeyError for a form the common set lacks; ValueError for a form that refers to nothing.
    """
    own, shared = _read(texts), _read(common or {})
    groups = {group["key"]: group["fields"] for file in (*shared, *own) for group in file.get("groups", ())}
    options = {one["key"]: one["options"] for file in (*shared, *own) for one in file.get("options", ())}
    taken = [*_taken(own, shared), *(form for file in own for form in file.get("forms", ()))]
    forms = [_whole(form, groups, options | dict(scales or {})) for form in taken]
    packs = {pack["key"]: pack for file in (*shared, *own) for pack in file.get("packs", ())}
    printed = {form["key"] for form in forms}
    kept = [pack | {"forms": [key for key in pack["forms"] if key in printed]} for pack in packs.values()]
    return Papers.model_validate({"forms": forms, "packs": kept})


def _read(texts: Mapping[str, str]) -> list[dict[str, Any]]:
    reader = YAML(typ="safe")
    return [reader.load(text) for _, text in sorted(texts.items())]


def _taken(own: list[dict[str, Any]], shared: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The forms taken from the common set, in the rulebook's words."""
    found = {form["key"]: form for file in shared for form in file.get("forms", ())}
    wording = {old: new for file in own for old, new in file.get("wording", {}).items()}
    for file in own:
        for taken in file.get("common", ()):
            yield {"clause": COMMON} | reworded(found[taken["key"]], wording) | taken


def reworded(content: Any, wording: Mapping[str, str]) -> Any:
    """The content with every phrase of the wording replaced, wherever it is printed."""
    if isinstance(content, dict):
        return {key: reworded(value, wording) for key, value in content.items()}
    if isinstance(content, list):
        return [reworded(value, wording) for value in content]
    if isinstance(content, str):
        for old, new in wording.items():
            content = content.replace(old, new)
    return content


def _whole(form: dict[str, Any], groups: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """A form with its groups of fields first and its lists of options spelled out."""
    own = {key: value for key, value in form.items() if key != "include"}
    fields = [field for key in form.get("include", ()) for field in groups[key]] + list(form.get("fields", ()))
    return own | {"fields": [_with_options(field, options) for field in fields]}


def _with_options(field: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    named = field.get("options")
    return field | {"options": options[named]} if isinstance(named, str) else field


def contents_of(rulebook: Rulebook) -> dict[str, tuple[Prompt, ...]]:
    """The content items a form may print, by the key of their set; the resolutions stand under a key of their own.

    All items of the sets a form of the rulebook names stand together under `form.<key of the form>`.
    """
    criteria = rulebook.criteria
    sets = {one.key: prompts(one.items) for one in criteria.sets}
    for form in rulebook.forms.forms:
        items = {item.key: item for key in form.content_sets for item in criteria.items(key)}
        sets[f"form.{form.key}"] = prompts(tuple(items.values()))
    return sets | {RESOLUTIONS: tuple(Prompt(one.key, one.name) for one in criteria.resolutions)}


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
