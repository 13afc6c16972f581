"""General questions that this plan never raises: whichever reading is signed, the rules of the season are the same."""

import pytest

SECTIONS = ("process", "plan", "dossier", "forms", "notices", "body", "subjects", "standards", "ballots", "quotas")


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        pytest.param(question, reading, marks=pytest.mark.reading(question, reading))
        for question, readings in {
            "before_date": ("day_before", "inclusive"),
            "day_length": ("two_sessions", "sessions_only"),
            "assessor_weight": ("advisory", "weighted"),
            "regrade_effect": ("recompute", "no_effect"),
        }.items()
        for reading in readings
    ],
)
def test_the_rules_do_not_depend_on_a_question_the_plan_never_raises(hx17, under, question, reading):
    book = under(**{question: reading})
    assert book.readings[question] == reading
    assert [getattr(book, name) for name in SECTIONS] == [getattr(hx17, name) for name in SECTIONS]
    assert [entry.key for entry in book.entries if question in entry.under] == []
