"""I.4.1, II.1.5 and II.2.5: two forms, each a review and a rating; and to whom the letter goes."""

import pytest

from tests.clauses.dl19.test_letter_readings_of_standards import readings


def forms(book, code):
    """The forms of a code: what each is called and which content it prints."""
    return [(form.key, form.content_sets) for form in book.forms.forms if form.code == code]


@pytest.mark.clause("DL19-I.4.1.a-1")
@pytest.mark.clause("DL19-II.1.5.B1-2")
@readings(
    "form1_dual",
    one_form=[("collective_report", ("collective", "organisation"))],
    two_forms=[("collective_report", ("collective",)), ("organisation_rating", ("organisation",))],
)
def test_the_collective_reports_and_rates_on_form_one(under, reading, given):
    assert forms(under(form1_dual=reading), "Mẫu 1") == given


@pytest.mark.clause("DL19-I.4.1.a-4")
@pytest.mark.clause("DL19-II.2.5.B1-1")
@readings(
    "form1_dual",
    one_form=[("self_review", ("member", "member_grading"))],
    two_forms=[("self_review", ("member",)), ("member_rating", ("member_grading",))],
)
def test_each_person_reviews_and_rates_himself_once_on_form_two(under, reading, given):
    book = under(form1_dual=reading)
    assert forms(book, "Mẫu 2") == given
    assert {form.most_per_person for form in book.forms.forms if form.code == "Mẫu 2"} == {1}


@pytest.mark.clause("DL19-0-2")
def test_the_letter_goes_to_the_cells(dl19):
    assert [(one.title, one.unit_kind) for one in dl19.notices.recipients] == [("Các chi bộ trực thuộc", "cell")]
