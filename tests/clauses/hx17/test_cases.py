"""The worked examples of the rulebook come out as they say: grade, what is missing, what is pointed out."""

import pytest

from tests.clauses.hx17.grading import DATABASE
from tests.clauses.worked import examples, must_come_out


@pytest.mark.parametrize(("content", "case"), list(examples("hx17")))
def test_a_worked_example(hx17, content, case):
    must_come_out(hx17, content, case, database=DATABASE)
