"""General questions that this letter never raises: whichever reading is signed, its rules are the same."""

from datetime import date

import pytest

SECTIONS = ("process", "plan", "dossier", "forms", "notices", "body", "subjects", "standards", "ballots", "quotas")


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        pytest.param(question, reading, marks=pytest.mark.reading(question, reading))
        for question, readings in {
            "before_date": ("day_before", "inclusive"),
            "six_month_ref_date": ("meeting", "year_end", "issued"),
            "head_cap": ("warning", "hard"),
            "deadline_on_rest_day": ("not_moved", "next_working_day", "previous_working_day"),
            "regrade_effect": ("recompute", "no_effect"),
            "exempt_volunteer": ("speaks_only", "as_member"),
            "month_end": ("last_day", "next_month"),
        }.items()
        for reading in readings
    ],
)
def test_the_rules_do_not_depend_on_a_question_the_letter_never_raises(dl19, under, question, reading):
    book = under(**{question: reading})
    assert book.readings[question] == reading
    assert [getattr(book, name) for name in SECTIONS] == [getattr(dl19, name) for name in SECTIONS]
    assert [entry.key for entry in book.entries if question in entry.under] == []


@pytest.mark.reading("typing_slips", "as_intended")
def test_slips_of_the_pen_stay_visible(dl19):
    (typing,) = [one for one in dl19.interpretations.interpretations if one.key == "typing_slips"]
    assert [(slip.printed, slip.read) for slip in typing.slips] == [
        ("Các chi bộ trực Đảng bộ Sở", "Các chi bộ trực thuộc Đảng bộ Sở"),
        ("kiểm điểm đối của tập thể", "kiểm điểm đối với tập thể"),
        ("sự tin nhiệm", "sự tín nhiệm"),
    ]


@pytest.mark.reading("no_deadlines", "operator_sets")
def test_no_day_is_invented(dl19):
    issued, end = date.fromisoformat(dl19.identity.issued_on), date(dl19.identity.year, 12, 31)
    assert {(item.from_on, item.until_on, item.deadline) for item in dl19.plan.items} == {(issued, end, False)}
    assert {item.under for item in dl19.plan.items} == {("no_deadlines",)}
    assert (dl19.plan.terms, dl19.plan.supervisors) == ((), ())


def test_every_open_question_of_the_letter_is_asked(dl19):
    numbers = [one.amb for one in dl19.interpretations.interpretations]
    assert numbers == [*(f"AMB-G-{n:02}" for n in range(1, 25)), *(f"AMB-DL19-{n:02}" for n in range(1, 18))]
    assert sum(len(one.readings) > 1 for one in dl19.interpretations.interpretations) == 37
