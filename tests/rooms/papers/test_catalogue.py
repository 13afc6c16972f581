"""The forms that are printed are those the rulebook names, with its own grades and content items."""

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.papers import catalogue
from kiemdiem.papers.drawn import Prompt
from kiemdiem.rulebooks import queries as rulebooks
from tests.rooms.papers import press

BOOK = rulebooks.rulebook(press.CODE)


def test_every_form_of_the_rulebook_is_printed_unless_another_authority_owns_it():
    wanted = {form.key for form in BOOK.forms.forms if not form.foreign}
    assert wanted - set(press.FORMS) == set()
    assert {form.key for form in BOOK.forms.forms if form.foreign} & set(press.FORMS) == set()


def test_codes_are_those_of_the_rulebook():
    own = {form.key: form.code for form in BOOK.forms.forms if form.code[:1].isdigit() and not form.foreign}
    assert {key: press.FORMS[key].code for key in own} == own


def test_grades_to_tick_are_those_of_the_scales():
    scales = {tuple(level.code for level in scale.levels) for scale in BOOK.subjects.scales}
    fields = [field for form in press.FORMS.values() for field in form.fields if field.shape == "choice"]
    ticked = {tuple(option.key for option in field.options) for field in fields}
    assert (len(ticked), ticked - scales) == (3, set())


def keys_of(prompts: tuple[Prompt, ...]) -> list[str]:
    return [key for prompt in prompts for key in (prompt.key, *(part.key for part in prompt.parts))]


def test_every_content_item_of_the_rulebook_can_be_printed():
    printed = {block.set for form in press.FORMS.values() for block in form.blocks if block.block == "contents"}
    sets = catalogue.contents_of(BOOK)
    assert printed == {"collective", "member_basic", "leader", "cell", "resolutions"}
    items = [item.key for one in BOOK.criteria.sets for item in one.items]
    assert sorted(key for one in BOOK.criteria.sets for key in keys_of(sets[one.key])) == sorted(items)


@pytest.mark.parametrize("is_civil_servant", [True, False])
def test_what_is_asked_of_civil_servants_is_printed_for_them_only(is_civil_servant):
    special = [item.text for one in BOOK.criteria.sets for item in one.items if item.for_whom == "civil_servant"]
    sheet = press.drawn("self_review", is_civil_servant=is_civil_servant)
    said = {run.text for piece in sheet.pieces if piece.kind == "line" for run in piece.runs}
    assert [text in said for text in special] == [is_civil_servant] * 6


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"fields": []}, "title_block|{organ} is not a field"),
        ({"blocks": [{"block": "dotted", "label": "x", "field": "nowhere"}]}, "dotted names the unknown field nowhere"),
        ({"blocks": [{"block": "paragraph", "text": "{year:long}"}]}, "{year:long} is no form of the shape number"),
        ({"include": ["head", "head"]}, "the field organ is declared twice"),
    ],
)
def test_a_form_that_refers_to_nothing_is_an_error(change, said):
    form = {
        "key": "trial", "clause": "I", "text": "Mẫu thử", "include": ["head"], "fields": [],
        "blocks": [{"block": "paragraph", "text": "{organ}"}],
    }  # fmt: skip
    groups = [{"key": "head", "fields": [
        {"name": "organ", "shape": "text", "label": "Đơn vị"}, {"name": "year", "shape": "number", "label": "Năm"},
    ]}]  # fmt: skip
    if change == {"fields": []}:
        change = {"include": []}
    with pytest.raises(ValueError, match=re_of(said)):
        catalogue.composed({"a.yaml": as_yaml({"groups": groups, "forms": [form | change]})})


def re_of(said: str) -> str:
    return said.split("|")[-1].replace("{", r"\{").replace("}", r"\}")


def as_yaml(content: dict) -> str:
    import json

    return json.dumps(content, ensure_ascii=False)


def test_an_unknown_pack_is_refused():
    with pytest.raises(Refused, match="Bộ quy tắc không có bộ giấy khong_co"):
        catalogue.pack(press.CODE, "khong_co")
