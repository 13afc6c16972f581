"""Every kind of condition: its met and its not-met case, on a database; and what it does when facts are missing."""

import sqlite3

import pytest
from pydantic import TypeAdapter
from sqlglot import exp

from kiemdiem.core import decimals
from kiemdiem.core.law.kinds import KINDS, SomeCondition
from kiemdiem.core.law.kinds.points import SLIPS, SUM
from kiemdiem.core.law.terms import Scope, TermFault, day_number, read_day
from kiemdiem.core.scales import Level, Scale

STEPS = Scale(
    key="steps", clause="1", text="bậc", levels=tuple(Level(code=c, name=c) for c in ("best", "good", "poor"))
)
ADAPTER = TypeAdapter(SomeCondition)


def asked(kind, values):
    """The truth of the kind's example for these facts: True, False or None."""
    scope = Scope(types=kind.FACTS, scales={"steps": STEPS}, groups={"tasks": tuple(kind.FACTS)})
    condition = ADAPTER.validate_python({"key": "x", "clause": "1", "text": "thử", **kind.EXAMPLE})
    columns = []
    for fact, type_name in kind.FACTS.items():
        value = values.get(fact)
        if type_name == "points":
            columns += [
                exp.alias_(exp.convert((value or {}).get(side)), fact + tail)
                for side, tail in (("sum", SUM), ("slips", SLIPS))
            ]
        else:
            known = STEPS.rank(value) if type_name.startswith("level") and value else value
            columns.append(exp.alias_(exp.convert(known), fact))
    tree = exp.select(condition.tree(scope)[0]).from_(exp.select(*columns).subquery("facts"))
    found = sqlite3.connect(":memory:").execute(tree.sql(dialect="sqlite")).fetchone()[0]
    return None if found is None else bool(found)


def name(kind):
    """The kind's own word."""
    return kind.EXAMPLE["kind"]


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_the_case_that_is_met(kind):
    assert asked(kind, kind.MET) is True


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_the_case_that_is_not_met(kind):
    assert asked(kind, kind.NOT_MET) is False


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_without_facts_nothing_can_be_said(kind):
    assert asked(kind, {}) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a AND b", "bool"),
        ("n + 2 * m", "int"),
        ("n BETWEEN 1 AND 3", "bool"),
        ("s IN (best, good)", "bool"),
        ("best <= s", "bool"),
        ("came IS NOT NULL", "bool"),
        ("came < DATE '2017-12-01'", "bool"),
        ("came", "date"),
    ],
)
def test_a_term_has_a_type(text, found):
    types = {"a": "bool", "b": "bool", "n": "int", "m": "int", "s": "level:steps", "came": "date"}
    assert Scope(types, {"steps": STEPS}, {}).term(text, found).type == found


@pytest.mark.parametrize(
    "text",
    [
        "n +",
        "1",
        "n = a",
        "s = 1",
        "n = 'x'",
        "n = 1.5",
        "a = (SELECT 1)",
        "n; DROP TABLE x",
        "CASE WHEN a THEN b END",
        "came < DATE '2017-13-01'",
        "s >= worst",
        "n // 2 = 1",
        "count(n) > 1",
        "x.n = 1",
        "CAST(n AS INT) = 1",
    ],
)
def test_a_term_that_may_not_stand_is_refused(text):
    types = {"a": "bool", "b": "bool", "n": "int", "s": "level:steps", "came": "date"}
    with pytest.raises(TermFault):
        Scope(types, {"steps": STEPS}, {}).truth(text)


def test_days_are_numbers_in_their_order():
    days = [read_day(text) for text in ("2016-02-29", "2016-03-01", "2016-12-31", "2017-01-01")]
    numbers = [day_number(day) for day in days]
    assert numbers == sorted(numbers)


def test_a_mean_is_cut_and_never_rounded_up():
    assert decimals.mean(26999, slips=3) == "89,99"
    assert decimals.mean(27000, slips=3) == "90,00"
    assert decimals.mean(100, slips=3) == "0,33"
