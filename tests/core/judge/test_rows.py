"""Facts are taken only as the rulebook declares them; every fault names its row and column."""

import pytest

from kiemdiem.core.judge.rows import FactsRefused, check_rows, facts_schema
from kiemdiem.core.law.loader import load
from tests.core.law.folder import ROWS, TEXTS

BOOK = load(TEXTS, catalogue=ROWS)
GOOD = {
    "subject": "a",
    "team": "t",
    "done": True,
    "yes": 3,
    "voters": 5,
    "level": "DAT",
    "score": {"sum": 100, "slips": 1},
    "came_on": "2017-12-01",
}


def faults(*rows):
    """What is refused: row, column and the start of the sentence."""
    with pytest.raises(FactsRefused) as found:
        check_rows(BOOK, "person", rows=rows)
    return [(one.row, one.column) for one in found.value.faults]


def test_sound_rows_come_back_with_every_column():
    assert check_rows(BOOK, "person", rows=[GOOD]) == (GOOD,)
    unknown = dict.fromkeys(GOOD) | {"subject": "b", "team": "t"}
    assert check_rows(BOOK, "person", rows=[{"subject": "b", "team": "t"}]) == (unknown,)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("done", 1),
        ("done", "true"),
        ("yes", -1),
        ("yes", True),
        ("yes", 2.0),
        ("yes", 2_000_000_000),
        ("level", "GUT"),
        ("level", 2),
        ("score", 5),
        ("score", {"sum": 1}),
        ("score", {"sum": -1, "slips": 1}),
        ("came_on", "1/12/2017"),
        ("team", None),
        ("subject", ""),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(column, value):
    assert faults({**GOOD, column: value}) == [(1, column)]


def test_an_unknown_column_is_refused():
    assert faults(GOOD, {**GOOD, "subject": "b", "dome": True}) == [(2, "dome")]


def test_a_subject_stands_once():
    assert faults(GOOD, GOOD) == [(2, "subject")]


def test_there_are_no_more_votes_than_voters():
    assert faults({**GOOD, "yes": 6}) == [(1, "yes")]
    assert check_rows(BOOK, "person", rows=[{**GOOD, "yes": 5}])[0]["yes"] == 5


def test_the_sentence_names_row_subject_and_column():
    with pytest.raises(FactsRefused) as found:
        check_rows(BOOK, "person", rows=[{**GOOD, "yes": -1}])
    assert found.value.faults[0].sentence() == "dòng 1 (a), cột yes: không được âm: -1"
    assert found.value.answer.what == "Dữ kiện có 1 chỗ sai, chưa xếp loại ai."


def test_the_schema_says_what_a_row_looks_like():
    schema = facts_schema(BOOK, "person")
    assert schema["required"] == ["subject", "team"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["level"]["enum"] == ["TOT", "DAT", "KEM", None]
    assert schema["properties"]["yes"] == {
        "title": "Phiếu thuận",
        "description": "I",
        "type": ["integer", "null"],
        "minimum": 0,
        "maximum": 1_000_000_000,
    }
