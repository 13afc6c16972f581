"""The worked examples come out as they say, with the fictional fillings: grade, what is missing or flagged."""

import pytest

from tests.clauses.hu23.grading import DATABASE
from tests.clauses.worked import examples, must_come_out


@pytest.mark.parametrize(("content", "case"), list(examples("hu23")))
def test_a_worked_example(filled, waiving, content, case):
    book = waiving(*content["waived"]) if "waived" in content else filled
    must_come_out(book, content, case, database=DATABASE)
