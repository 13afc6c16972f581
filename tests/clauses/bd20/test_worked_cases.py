"""The worked examples come out as they say, with the fictional fillings: grade, what is missing or flagged."""

import pytest

from tests.clauses.bd20.grading import DATABASE
from tests.clauses.worked import examples, must_come_out


@pytest.mark.parametrize(("content", "case"), list(examples("bd20")))
def test_a_worked_example(filled, content, case):
    must_come_out(filled, content, case, database=DATABASE)
