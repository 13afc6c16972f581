"""Verdicts: what they hold, that they come back from JSON, and that one and many take the same path."""

import json
import sqlite3
from pathlib import Path

import duckdb
import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.judge.places import places as shares
from kiemdiem.core.judge.stages import judge_stages, order
from kiemdiem.core.judge.verdict import verdict_from
from kiemdiem.core.law.loader import load
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.rulebooks import shelf
from tests.core.judge.test_rows import GOOD
from tests.core.law.folder import ROWS, TEXTS, spoiled

BOOK = load(TEXTS, catalogue=ROWS)
SCHEMA = Path(__file__).resolve().parents[3] / "rulebooks" / "schema" / "verdict.json"


@pytest.fixture
def cursor():
    """An empty database."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection.cursor()
    connection.close()


def alone(cursor, **changes):
    """The verdict on one person, quotas aside."""
    return judge(BOOK, "person", rows=[{**GOOD, **changes}], cursor=cursor, dialect="sqlite", quotas=False)[0]


def test_the_best_grade_whose_conditions_hold_is_given(cursor):
    assert alone(cursor, yes=4).grade == "TOT"
    assert alone(cursor, yes=3).grade == "DAT"
    assert alone(cursor, yes=3, level="KEM").grade == "KEM"


def test_an_unknown_condition_of_a_better_grade_leaves_it_open(cursor):
    found = alone(cursor, done=None, yes=4)
    assert (found.outcome, found.grade) == ("cannot_say", None)
    finding = found.finding("good.done")
    assert (finding.state, finding.missing, finding.values) == ("cannot_say", ("done",), {"done": None})
    assert finding.sentence == "Chưa đủ dữ kiện: Đã xong — II. Thiếu: Đã xong."


def test_a_false_condition_settles_what_others_leave_open(cursor):
    assert alone(cursor, done=None, yes=3).grade == "DAT"


@pytest.mark.parametrize(
    ("changes", "reached", "flags"),
    [
        ({"level": "DAT"}, "DAT", ("vote_above_standard",)),
        ({"level": "KEM"}, "KEM", ("vote_above_standard",)),
        ({"level": None}, "cannot_say", ()),
        ({"level": "KEM", "yes": 3}, "no_grade", ("no_majority",)),
    ],
)
def test_who_is_voted_a_grade_and_fits_none_has_what_is_left_over(cursor, changes, reached, flags):
    book = load(spoiled("standards.yaml", "kind: share", "kind: votes"), catalogue=ROWS)
    row = {**GOOD, "yes": 4, "done": False, **changes}
    (found,) = judge(book, "person", rows=[row], cursor=cursor, dialect="sqlite", quotas=False)
    assert (found.grade or found.outcome, found.flags) == (reached, flags)


def test_a_verdict_comes_back_from_its_json(cursor):
    found = judge(BOOK, "person", rows=[GOOD, {**GOOD, "subject": "b"}], cursor=cursor, dialect="sqlite")[0]
    assert verdict_from(json.loads(found.to_text())) == found


def test_one_and_many_take_the_same_path(cursor):
    rows = [{**GOOD, "subject": f"p{n}", "yes": n % 6, "done": (True, False, None)[n % 3]} for n in range(60)]
    many = judge(BOOK, "person", rows=rows, cursor=cursor, dialect="sqlite", quotas=False)
    each = [judge(BOOK, "person", rows=[row], cursor=cursor, dialect="sqlite", quotas=False)[0] for row in rows]
    assert many == each


def test_verdicts_are_the_same_on_every_database(cursor):
    rows = [{**GOOD, "subject": f"p{n}", "yes": n % 6} for n in range(60)]
    batch = duckdb.connect()
    found = judge(BOOK, "person", rows=rows, cursor=batch.cursor(), dialect="duckdb")
    batch.close()
    assert found == judge(BOOK, "person", rows=rows, cursor=cursor, dialect="sqlite")


def test_no_table_is_left_behind(cursor):
    judge(BOOK, "person", rows=[GOOD, {**GOOD, "subject": "b"}], cursor=cursor, dialect="sqlite")
    cursor.execute("SELECT count(*) FROM sqlite_temp_master")
    assert cursor.fetchall() == [(0,)]


def test_the_receipt_changes_with_rulebook_and_facts_and_with_nothing_else(cursor):
    first, again = alone(cursor).receipt, alone(cursor).receipt
    other = load(spoiled("standards.yaml", "more_than: 2/3", "more_than: 1/2"), catalogue=ROWS)
    changed = judge(other, "person", rows=[GOOD], cursor=cursor, dialect="sqlite", quotas=False)[0].receipt
    assert first == again
    assert (changed.rulebook != first.rulebook, changed.facts == first.facts) == (True, True)
    assert alone(cursor, yes=4).receipt.facts != first.facts


def test_a_quota_looks_at_the_whole_group(cursor):
    rows = [{**GOOD, "subject": f"p{n}", "yes": 5 if n < 2 else 3} for n in range(7)]
    found = judge(BOOK, "person", rows=rows, cursor=cursor, dialect="sqlite")
    assert [one.grade for one in found] == ["DAT"] * 7
    assert [one.quotas[0].state for one in found[:3]] == ["tie", "tie", "not_concerned"]


def test_stages_are_judged_from_the_bottom_up(cursor):
    book = shelf.rulebook("hx17")
    assert order(book).index("member") < order(book).index("cell")
    rows = {"member": [], "cell": [{"subject": "c1", "party_body": "w"}]}
    (cell,) = judge_stages(book, rows, cursor=cursor, dialect="sqlite")["cell"]
    assert cell.finding("cell.clean.members").values["members_graded"] == 0


def test_a_verdict_has_the_published_shape(cursor):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    found = judge(BOOK, "person", rows=[GOOD, {**GOOD, "subject": "b"}], cursor=cursor, dialect="sqlite")[0].to_json()
    assert sorted(found) == sorted(schema["required"])
    for part, name in (("findings", "finding"), ("quotas", "quota")):
        assert sorted(found[part][0]) == sorted(schema["$defs"][name]["required"])


SMALL = "base: reached_good\n    small_group: {at_least: 1, below: 5, of: group, beside_share: WORD}"


@pytest.mark.parametrize(("word", "kept"), [("least", 1), ("instead", 1), ("most", 0)])
@pytest.mark.parametrize(("size", "is_small"), [(4, True), (5, False)])
def test_a_small_group_is_counted_by_everybody_in_it(cursor, word, kept, size, is_small):
    book = load(spoiled("quotas.yaml", "base: reached_good", SMALL.replace("WORD", word)), catalogue=ROWS)
    votes = [5, 4, *(3 for _ in range(size - 3))]
    rows = [{**GOOD, "subject": f"p{n}", "yes": yes} for n, yes in enumerate(votes)]
    rows.append({**GOOD, "subject": "waits", "done": None, "yes": 5})
    found = judge(book, "person", rows=rows, cursor=cursor, dialect="sqlite")
    places = kept if is_small else 0
    assert [one.grade for one in found[:2]] == (["TOT", "DAT"] if places else ["DAT", "DAT"])
    assert found[0].quotas[0].places == places


@pytest.mark.parametrize(("word", "places"), [("least", 2), ("instead", 1), ("most", 1)])
def test_what_a_small_group_has_beside_a_larger_share(word, places):
    quota = load(spoiled("quotas.yaml", "base: reached_good", SMALL.replace("WORD", word)), catalogue=ROWS)
    assert shares(quota.quotas.quotas[0], reached=14, graded=14, size=4) == places


OPEN = """
standards:
  - key: standards.person
    clause: II
    text: Tiêu chuẩn
    subject: person
    complete: {from_gap: hole, give: true}
    exclusions: [{condition: {key: absent, clause: II, text: Vắng, kind: holds, when: NOT done}}]
    standards: [{needs_gap: hole, key: good, clause: II, text: Tốt, grade: TOT}]
    residual: KEM
"""


def test_while_the_standards_are_unknown_only_exclusions_are_judged(cursor):
    book = load({**TEXTS, "standards.yaml": OPEN}, catalogue=ROWS)
    rows = [{**GOOD, "subject": "a"}, {**GOOD, "subject": "b", "done": False}, {**GOOD, "subject": "c", "done": None}]
    found = judge(book, "person", rows=rows, cursor=cursor, dialect="sqlite", quotas=False)
    assert [one.outcome for one in found] == ["cannot_say", "not_graded", "cannot_say"]


def test_standards_that_stand_before_they_are_known_are_a_fault():
    with pytest.raises(RulebookProblems) as found:
        load({**TEXTS, "standards.yaml": OPEN.replace("needs_gap: hole, ", "")}, catalogue=ROWS)
    (problem,) = found.value.problems
    assert (problem.entry, problem.hint) == ("good", "thêm needs_gap")


def test_whoever_heads_an_organisation_is_judged_after_it():
    stages = order(shelf.rulebook("bd20"))
    heads = [stages.index(kind) for kind in ("leader", "member")]
    assert min(heads) > max(stages.index(kind) for kind in ("collective", "cell", "party_body"))
