"""What a rulebook's files say before any question is settled, and the same with one value changed."""

from datetime import date

import pytest

from kiemdiem.core.law import content, loader
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.yaml_text import parse
from kiemdiem.rulebooks import shelf

FILES = {
    "rulebook.yaml": {"issued_on": "2017-11-16", "year": 2017},
    "plan.yaml": {
        "items": [
            {"key": "first", "text": "Họp năm 2017", "from_on": "2017-11-17", "owed_by": ["cell"]},
            {"key": "last", "text": "Gửi 12017 bản", "from_on": {"by_reading": "q_2017", "of": {"a": "2016-02-29"}}},
        ]
    },
    "interpretations.yaml": {"interpretations": [{"key": "q_2017", "text": "In nhầm năm 2017"}]},
}


def test_a_place_leads_to_a_value_by_the_keys_of_entries_and_the_numbers_of_other_items():
    assert content.value_at(FILES, file="plan.yaml", place="items/last/from_on/of/a") == "2016-02-29"
    assert content.value_at(FILES, file="plan.yaml", place="items/first/owed_by/0") == "cell"
    assert content.value_at(FILES, file="plan.yaml", place="") == FILES["plan.yaml"]


@pytest.mark.parametrize("place", ["items/nobody/text", "items/2", "items/first/owed_by/1", "items/first/text/more"])
def test_a_place_that_is_not_there_is_told(place):
    with pytest.raises(KeyError):
        content.value_at(FILES, file="plan.yaml", place=place)
    with pytest.raises(KeyError):
        content.with_value(FILES, file="plan.yaml", place=f"{place}/deeper", value=1)


def test_a_changed_value_leaves_everything_else_and_the_former_content_alone():
    after = content.with_value(FILES, file="plan.yaml", place="items/first/from_on", value="2018-11-17")
    assert content.value_at(after, file="plan.yaml", place="items/first/from_on") == "2018-11-17"
    assert content.value_at(FILES, file="plan.yaml", place="items/first/from_on") == "2017-11-17"
    assert after["plan.yaml"]["items"][1] == FILES["plan.yaml"]["items"][1]


def test_a_value_may_be_written_under_a_new_key_and_a_whole_file_replaced():
    after = content.with_value(FILES, file="plan.yaml", place="items/first/deadline", value=True)
    assert after["plan.yaml"]["items"][0]["deadline"] is True
    assert content.with_value(FILES, file="plan.yaml", place="", value={"items": []})["plan.yaml"] == {"items": []}


def test_the_days_of_the_plan_are_found_and_those_of_acts_are_not():
    assert list(content.days_in(FILES)) == [
        ("plan.yaml", "items/first/from_on", date(2017, 11, 17)),
        ("plan.yaml", "items/last/from_on/of/a", date(2016, 2, 29)),
    ]


def test_wording_that_names_the_year_is_found_but_no_longer_number_key_or_question():
    assert list(content.naming_year(FILES, 2017)) == [("plan.yaml", "items/first/text", "Họp năm 2017")]


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2017, 11, 17), 1, date(2018, 11, 17)),
        (date(2016, 2, 29), 1, date(2017, 2, 28)),
        (date(2016, 2, 29), 4, date(2020, 2, 29)),
        (date(2017, 1, 5), -2, date(2015, 1, 5)),
    ],
)
def test_the_same_day_of_another_year(day, years, later):
    assert content.years_later(day, years) == later


def test_a_shipped_book_read_from_its_plain_content_is_the_same_book():
    book = shelf.rulebook("hx17")
    again = loader.standing(content.folder_of(content.content_of(book.folder)), catalogue=book.rows)
    assert again.sha256 == book.sha256


def test_what_is_wrong_with_plain_content_names_its_entry():
    book = shelf.rulebook("hx17")
    wrong = content.with_value(
        content.content_of(book.folder), file="quotas.yaml", place="quotas/quota.excellent_members/percent", value=0
    )
    with pytest.raises(RulebookProblems) as found:
        loader.build(content.folder_of(wrong), rows=book.rows, readings={}, gaps={})
    assert [(p.file, p.entry, p.line) for p in found.value.problems] == [("quotas.yaml", "quota.excellent_members", 0)]


def test_lines_are_left_behind():
    assert type(content.plain(parse("x.yaml", "a: [1, {b: 2}]"))) is dict
