"""The same facts under two rulebooks: who changes, from what to what, by which row; facts nobody recorded are said."""

import sqlite3

from kiemdiem.core.judge.simulation import simulated
from kiemdiem.core.law.loader import load
from tests.core.law.folder import ROWS, TEXTS, spoiled

CURSOR = sqlite3.connect(":memory:", isolation_level=None).cursor()
BOOK = load(TEXTS, catalogue=ROWS)
PERSON = {"subject": "p1", "team": "t", "done": True, "yes": 8, "voters": 10, "level": "TOT"}


def tried(texts, *people):
    """What another rulebook makes of people of the small one."""
    rows = {"person": [{**PERSON, **person} for person in people]}
    return simulated(BOOK, load(texts, catalogue=ROWS), rows=rows, cursor=CURSOR, dialect="sqlite")


def many(votes):
    """Ten people, each with as many votes."""
    return [{"subject": f"p{n}", "yes": votes} for n in range(10)]


def told(found):
    """Each change: from what, to what, which way."""
    return [(case.subject, case.before, case.after, case.direction) for case in found.cases]


def test_the_same_rules_change_nobody():
    found = tried(TEXTS, *many(8))
    assert (found.cases, found.judged, found.unjudged, found.unknown) == ((), {"person": 10}, (), {"person": ()})


def test_a_stricter_vote_lowers_whoever_falls_below_it_and_names_the_condition():
    texts = spoiled("standards.yaml", "more_than: 2/3", "more_than: 3/4")
    lone = {**texts, "quotas.yaml": texts["quotas.yaml"].replace("few: 15", "few: 100")}
    base = load({**TEXTS, "quotas.yaml": lone["quotas.yaml"]}, catalogue=ROWS)
    rows = {"person": [PERSON, {**PERSON, "subject": "p2", "yes": 7}]}
    found = simulated(base, load(lone, catalogue=ROWS), rows=rows, cursor=CURSOR, dialect="sqlite")
    assert told(found) == [("p2", "A", "B", "lowered")]
    (ground,) = found.cases[0].grounds
    assert (ground.text, ground.is_of_second) == ("Đủ phiếu", True)


def test_a_larger_share_raises_whom_the_quota_had_kept_down():
    people = [{"subject": f"p{n}", "yes": 10 - n % 3, "voters": 10} for n in range(10)]
    found = tried(spoiled("quotas.yaml", "few: 15", "few: 100"), *people)
    assert {case.direction for case in found.cases} == {"raised"}
    assert {(g.text, g.is_of_second) for case in found.cases for g in case.grounds} == {("Tỷ lệ", False)}
    assert found.moves("person") == [("B", "A", len(found.cases))]
    assert found.grounds("person")[0][1] == len(found.cases)


def test_a_fact_nobody_recorded_leaves_the_result_open_and_is_named():
    texts = spoiled("subjects.yaml", "{key: done, type: bool", "{key: finished, type: bool")
    texts["subjects.yaml"] = texts["subjects.yaml"].replace("text: Đã xong", "text: Đã hoàn thành")
    texts["standards.yaml"] = texts["standards.yaml"].replace("when: done", "when: finished")
    found = tried(texts, {})
    assert told(found) == [("p1", found.cases[0].before, "cannot_say", "otherwise")]
    assert found.unknown == {"person": ("Đã hoàn thành",)}


def test_a_fact_under_another_id_with_the_same_words_is_taken_over():
    texts = {
        name: text.replace("voters", "electors").replace("when: done", "when: ready") for name, text in TEXTS.items()
    }
    texts["subjects.yaml"] = texts["subjects.yaml"].replace("key: done", "key: ready")
    found = tried(texts, *many(8))
    assert (found.cases, found.unknown) == ((), {"person": ()})


def test_levels_are_taken_over_by_their_names():
    texts = {name: text.replace("TOT", "A1").replace("DAT", "B1").replace("KEM", "C1") for name, text in TEXTS.items()}
    assert tried(texts, *many(3), {"subject": "q", "level": "KEM", "yes": 0}).cases == ()


def test_a_kind_the_second_rulebook_does_not_grade_is_named():
    texts = {name: text.replace("key: person", "key: unit").replace("subject: person", "subject: unit")
             for name, text in TEXTS.items()}  # fmt: skip
    found = tried(texts, {})
    assert (found.cases, found.judged, found.unjudged) == ((), {}, ("person",))
