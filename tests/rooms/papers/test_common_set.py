"""The forms any rulebook may print: taken by key, in the rulebook's own words, with its scales to tick."""

import json

import pytest

from kiemdiem.papers import catalogue, shipped
from kiemdiem.papers.drawn import Prompt
from kiemdiem.rulebooks import queries as rulebooks
from kiemdiem.rulebooks import shelf

LEVELS = [{"key": "tot", "label": "Tốt"}, {"key": "kem", "label": "Kém"}]
ASKED = {
    "common": [{"key": "self_review", "clause": "I.4", "rows": ["X-1"], "code": "2"}, {"key": "account_slips"}],
    "wording": {"BẢN TỰ KIỂM ĐIỂM": "BẢN KIỂM ĐIỂM"},
}


def composed(asked):
    texts = {"common.yaml": json.dumps(asked)}
    return catalogue.composed(texts, common=shipped.shared_texts(), scales={"scale.member": LEVELS})


def test_a_form_is_taken_with_what_the_rulebook_says_of_it_and_its_grades():
    review, slips = composed(ASKED).forms
    (grade,) = [field for field in review.fields if field.shape == "choice"]
    assert (review.key, review.clause, review.rows, review.code) == ("self_review", "I.4", ("X-1",), "2")
    assert [option.label for option in grade.options] == ["Tốt", "Kém"]
    assert (slips.clause, slips.rows, review.blocks[1].text) == (catalogue.COMMON, (), "BẢN KIỂM ĐIỂM CÁ NHÂN")


def test_a_pack_holds_only_the_forms_that_are_printed():
    packs = {pack.key: pack.forms for pack in composed({"common": [{"key": "roll"}, {"key": "pack_cover"}]}).packs}
    assert packs == {"cell_meeting": ("pack_cover", "roll"), "sitting": ("pack_cover", "roll"), "result_notices": ()}


def test_a_form_the_common_set_lacks_is_an_error():
    with pytest.raises(KeyError, match="nowhere"):
        composed({"common": [{"key": "nowhere"}]})


def test_every_common_form_stands_by_itself():
    reader = catalogue.YAML(typ="safe")
    keys = [form["key"] for text in shipped.shared_texts().values() for form in reader.load(text).get("forms", ())]
    found = composed({"common": [{"key": key} for key in keys]}).forms
    assert [form.key for form in found] == keys


def test_the_items_of_a_form_are_those_of_its_sets_and_of_the_sets_they_take_in():
    book = rulebooks.rulebook("dn18")
    items = [item.text for item in book.criteria.items("collective")]
    assert [prompt.text for prompt in catalogue.contents_of(book)["form.collective_report"]] == items
    assert all(isinstance(prompt, Prompt) for prompt in catalogue.contents_of(book)["form.collective_report"])


@pytest.mark.parametrize("code", shelf.codes())
def test_the_papers_of_every_book_can_be_composed(code):
    assert len({form.key for form in catalogue.papers_of(code).forms}) == len(catalogue.papers_of(code).forms)
