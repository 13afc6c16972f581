"""A plan is made shorter by what is known of the rows, and by nothing else."""

import pytest
import sqlglot
from sqlglot import exp

from kiemdiem.core.judge.known import Known, shortened


def short(text, *, always=(), positive=()):
    """The selection over `facts` after what is known."""
    tree = sqlglot.parse_one(text, read="duckdb")
    assert isinstance(tree, exp.Select)
    return shortened(tree, Known(frozenset(always), frozenset(positive))).sql("duckdb")


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("a IS NULL", "FALSE"),
        ("(a > 1 AND NOT b) IS NULL", "FALSE"),
        ("c IS NULL", "c IS NULL"),
        ("(a OR c) IS NULL", "(a OR c) IS NULL"),
        ("CASE WHEN (a) > 0 THEN b * 2 > a END", "b * 2 > a"),
        ("CASE WHEN b > 0 THEN a END", "CASE WHEN b > 0 THEN a END"),
        ("CASE WHEN a IS NULL THEN 1 WHEN c THEN 2 ELSE 3 END", "CASE WHEN c THEN 2 ELSE 3 END"),
        ("CASE WHEN a IS NULL THEN 1 ELSE 3 END", "3"),
        ("CASE WHEN b THEN 4 ELSE 0 END", "CAST(b AS INT) * 4"),
        ("CASE WHEN c THEN 4 ELSE 0 END", "CASE WHEN c THEN 4 ELSE 0 END"),
        ("CASE WHEN b THEN 4294967296 ELSE 0 END", "CAST(CAST(b AS INT) AS BIGINT) * 4294967296"),
        ("CASE WHEN a IS NULL THEN 4 ELSE 0 END | c", "c"),
        ("NOT (a IS NULL)", "TRUE"),
        ("a IS NULL OR c", "c"),
        ("a IS NULL AND c", "FALSE"),
    ],
)
def test_what_is_settled_beforehand_is_not_asked(asked, left):
    assert (
        short(f"SELECT {asked} AS x FROM facts", always=["a", "b"], positive=["a"]) == f"SELECT {left} AS x FROM facts"
    )


def test_what_is_known_below_is_known_above():
    text = "SELECT y IS NULL AS z, CASE WHEN n > 0 THEN 1 END AS w FROM (SELECT a AND b AS y, a AS n FROM facts) AS t"
    found = short(text, always=["a", "b"], positive=["a"])
    assert found == "SELECT FALSE AS z, 1 AS w FROM (SELECT a AND b AS y, a AS n FROM facts) AS t"


def test_where_nothing_is_known_every_question_stays():
    text = "SELECT CASE WHEN n > 0 THEN 1 END AS w, n IS NULL AS v FROM facts"
    assert short(text) == text
