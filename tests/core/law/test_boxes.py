"""What may be changed in an entry: every plain value with its kind and limits, read from the schema alone."""

from collections import Counter

import pytest

from kiemdiem.core.law import boxes, content
from kiemdiem.core.law.sections.ballots import Round
from kiemdiem.core.law.sections.proceedings import PlanItem
from kiemdiem.rulebooks import shelf

HX17 = content.content_of(shelf.rulebook("hx17").folder)


def found(file, place):
    entry = content.value_at(HX17, file=file, place=place)
    return {box.name: box for box in boxes.boxes(boxes.model_at(HX17, file=file, place=place), entry, place=place)}


def entries(value, place=""):
    if isinstance(value, dict):
        if "clause" in value:
            yield place
        for name, inner in value.items():
            if name not in ("params", "each"):
                yield from entries(inner, f"{place}/{name}" if place else name)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from entries(item, f"{place}/{content.name_of(item, number)}")


def test_a_number_has_the_limits_of_the_schema():
    percent = found("quotas.yaml", "quotas/quota.excellent_members")[("percent",)]
    assert (percent.shape, percent.value, percent.least, percent.most, percent.is_needed) == ("whole", 15, 1, 100, True)


def test_a_value_that_depends_on_a_reading_has_one_box_for_each():
    place = "quotas/quota.excellent_members"
    entry = content.value_at(HX17, file="quotas.yaml", place=place)
    under = {
        box.under: (box.value, box.place.rpartition("/of/")[2])
        for box in boxes.boxes(boxes.model_at(HX17, file="quotas.yaml", place=place), entry, place=place)
        if box.name == ("base",)
    }
    assert under == {
        (("quota_base", "before_lift"),): ("reached_good", "before_lift"),
        (("quota_base", "after_lift"),): ("stayed_good", "after_lift"),
    }


@pytest.mark.parametrize(
    ("file", "place", "name", "shape"),
    [
        ("plan.yaml", "items/report_up", ("from_on",), "day"),
        ("plan.yaml", "items/report_up", ("owed_by",), "keys"),
        ("plan.yaml", "items/report_up", ("deadline",), "yes"),
        ("plan.yaml", "items/report_up", ("text",), "text"),
        ("ballots.yaml", "ballots/member_grade/rounds/member_grade.round1", ("needed",), "fraction"),
        ("ballots.yaml", "ballots/member_grade/rounds/member_grade.round1", ("denominator",), "choice"),
        ("plan.yaml", "headings/purpose", ("values",), "texts"),
        ("process.yaml", "gates/send_report.notice", ("params", "days"), "whole"),
        ("quotas.yaml", "quotas/quota.awarded_cells", ("small_group", "at_least"), "whole"),
    ],
)
def test_each_kind_of_value_is_known_by_its_type(file, place, name, shape):
    assert found(file, place)[name].shape == shape


def test_what_holds_an_entry_together_has_no_box():
    names = {name[-1] for name in found("ballots.yaml", "ballots/member_grade")}
    assert names & {"key", "rows", "rounds", "kind", "under"} == set()


def test_a_value_nobody_wrote_stands_as_the_schema_has_it():
    item = found("plan.yaml", "items/plan_conference")
    assert (item[("deadline",)].value, item[("printed_on",)].value, item[("units",)].value) == (False, None, [])


def test_the_schema_at_a_place_is_that_of_its_kind():
    assert boxes.model_at(HX17, file="plan.yaml", place="items/report_up") is PlanItem
    place = "ballots/member_grade/rounds/member_grade.round2"
    assert boxes.model_at(HX17, file="ballots.yaml", place=place) is Round


@pytest.mark.parametrize("place", ["items", "items/none", "items/report_up/title", "none", "items/report_up/owed_by/0"])
def test_where_no_entry_stands_there_is_no_schema(place):
    with pytest.raises(KeyError):
        boxes.model_at(HX17, file="plan.yaml", place=place)


@pytest.mark.parametrize("code", shelf.codes())
def test_every_entry_of_every_shipped_book_is_reached_and_its_values_stand_where_they_are_said_to(code):
    book = content.content_of(shelf.rulebook(code).folder)
    shapes = Counter()
    for file, inside in book.items():
        for place in entries(inside):
            entry = content.value_at(book, file=file, place=place)
            for box in boxes.boxes(boxes.model_at(book, file=file, place=place), entry, place=place):
                shapes[box.shape] += 1
                written = content.with_value(book, file=file, place=box.place, value=box.value)
                assert content.value_at(written, file=file, place=box.place) == box.value
    assert len(shapes) >= 8
