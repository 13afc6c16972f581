"""The worked examples come out as they say, with the fictional fillings: grade, what is missing or flagged."""

import pytest

from tests.clauses.dn18.grading import DATABASE
from tests.clauses.worked import examples, must_come_out


@pytest.mark.parametrize(("content", "case"), list(examples("dn18")))
def test_a_worked_example(filled, content, case):
    must_come_out(filled, content, case, database=DATABASE)
