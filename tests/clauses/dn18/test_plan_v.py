"""I.4.2.1, V, C.1: what is due, by when, from whom, to whom."""

from datetime import date

import pytest

from kiemdiem.core.process.facts import SubmitDossier
from tests.clauses.hx17.season import answer_under, item

COMMITTEES = ("executive_committee", "cell_committee", "cell", "union_executive", "youth_union_executive")
MASS = ("union_executive", "youth_union_executive")
DUE = [
    ("B.V.1-1", "cell_files", "report", ("cell_committee",), "executive_committee", date(2018, 12, 30)),
    ("B.V.1-2", "civil_opinion", "opinion", ("cell_committee",), "agency_leadership", date(2018, 12, 20)),
    ("B.V.2-1", "mass_files", "report", MASS, "executive_committee", date(2018, 12, 30)),
    ("B.V.3-1", "committee_draft", "paper", ("executive_committee",), None, date(2018, 12, 30)),
    ("B.V.3-2", "committee_meeting", "meeting", ("executive_committee",), None, date(2019, 1, 4)),
    ("B.V.3-3", "report_up", "report", ("executive_committee",), "superior", date(2019, 1, 9)),
]


@pytest.mark.parametrize(
    ("key", "kind", "owed_by", "owed_to", "last"),
    [pytest.param(*each[1:], marks=pytest.mark.clause(f"DN18-{each[0]}")) for each in DUE],
)
@pytest.mark.reading("before_date", "day_before")
def test_what_is_due_the_day_before_the_day_printed(dn18, key, kind, owed_by, owed_to, last):
    found = item(dn18, key)
    assert (found.kind, found.owed_by, found.owed_to) == (kind, owed_by, owed_to)
    assert (found.from_on, found.until_on, found.deadline) == (last, last, True)


@pytest.mark.reading("before_date", "inclusive")
@pytest.mark.parametrize(("key", "last"), [(each[1], each[-1]) for each in DUE])
def test_the_day_printed_may_be_the_last_one(under, key, last):
    assert item(under(before_date="inclusive"), key).until_on == last.replace(day=last.day + 1)


@pytest.mark.clause("DN18-B.V.3-2", "DN18-B.V.3-3")
@pytest.mark.reading("fix_year_2019", "corrected")
@pytest.mark.reading("fix_year_2019", "literal")
@pytest.mark.parametrize(("reading", "year"), [("corrected", 2019), ("literal", 2018)])
@pytest.mark.parametrize(("key", "day"), [("committee_meeting", 5), ("report_up", 10)])
def test_the_year_printed_is_corrected_and_stays_visible(under, reading, year, key, day):
    found = item(under(fix_year_2019=reading), key)
    assert (found.until_on, found.printed_on) == (date(year, 1, day - 1), date(2018, 1, day))


@pytest.mark.clause("DN18-B.I.4.2.1-1")
def test_reviews_are_held_at_the_end_of_the_year(dn18):
    found = item(dn18, "year_end_reviews")
    assert (found.from_on, found.until_on, found.deadline) == (date(2018, 10, 1), date(2019, 1, 4), False)
    assert found.owed_by == COMMITTEES


@pytest.mark.clause("DN18-C.1-1")
def test_everybody_is_briefed(dn18):
    found = item(dn18, "briefing")
    assert (found.kind, found.owed_by, found.deadline) == ("briefing", ("cell", *MASS), False)


@pytest.mark.clause("DN18-A.2-6", "DN18-B.IV.3.1-3", "DN18-C.1-2")
def test_results_are_made_public_by_every_unit(dn18):
    found = item(dn18, "publication")
    assert (found.kind, found.owed_by) == ("notice", ("cell", *MASS))
    assert found.rows == ("DN18-C.1-2", "DN18-A.2-6", "DN18-B.IV.3.1-3")


def handed_in(day):
    """A cell's dossier handed in on a day, due on Sunday 30 December."""
    return SubmitDossier(
        dossier="cell_review",
        from_kind="cell_committee",
        to_kind="executive_committee",
        done_on=day,
        due_on=date(2018, 12, 30),
    )


LATE = ("DN18-B.V.1-1", "DN18-B.V.2-1")


@pytest.mark.clause("DN18-B.V.1-1", "DN18-B.V.2-1")
@pytest.mark.reading("deadline_on_rest_day", "not_moved")
@pytest.mark.reading("deadline_on_rest_day", "next_working_day")
@pytest.mark.reading("deadline_on_rest_day", "previous_working_day")
@pytest.mark.parametrize(
    ("reading", "day", "late"),
    [
        ("not_moved", date(2018, 12, 30), False),
        ("not_moved", date(2018, 12, 31), True),
        ("next_working_day", date(2019, 1, 2), False),
        ("next_working_day", date(2019, 1, 3), True),
        ("previous_working_day", date(2018, 12, 28), False),
        ("previous_working_day", date(2018, 12, 29), True),
    ],
)
def test_a_file_after_its_last_day_is_late(under, reading, day, late):
    answer = answer_under(under(deadline_on_rest_day=reading), handed_in(day), *LATE)
    assert (answer.allowed, "quá hạn" in f"{answer.what} {answer.warning}".lower()) == (True, late)


@pytest.mark.reading("same_due_date", "provisional")
@pytest.mark.reading("typing_slips", "as_intended")
@pytest.mark.reading("dossier_letters", "nothing_missing")
@pytest.mark.parametrize(("question", "slips"), [("same_due_date", 0), ("typing_slips", 4), ("dossier_letters", 0)])
def test_questions_with_one_reading_are_shown_with_their_slips(dn18, question, slips):
    (found,) = [one for one in dn18.interpretations.interpretations if one.key == question]
    assert (len(found.readings), len(found.slips)) == (1, slips)


SECTIONS = ("process", "plan", "dossier", "forms", "notices", "body", "subjects", "standards", "ballots", "quotas")


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        pytest.param(question, reading, marks=pytest.mark.reading(question, reading))
        for question, readings in {
            "regrade_effect": ("recompute", "no_effect"),
        }.items()
        for reading in readings
    ],
)
def test_some_questions_change_no_rule_written_here(filled, under, question, reading):
    book = under(**{question: reading})
    assert book.readings[question] == reading
    assert [getattr(book, name) for name in SECTIONS] == [getattr(filled, name) for name in SECTIONS]
