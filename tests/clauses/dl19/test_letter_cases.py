"""The worked examples of the rulebook come out as they say: grade, what is missing, what is pointed out."""

import pytest

from tests.clauses.dl19.grading import DATABASE
from tests.clauses.worked import examples, must_come_out


@pytest.mark.parametrize(("content", "case"), list(examples("dl19")))
def test_a_worked_example(dl19, content, case):
    must_come_out(dl19, content, case, database=DATABASE)
