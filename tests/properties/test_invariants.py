"""What must hold of all verdicts, whatever the rulebook: nobody is lost, no quota or cap is passed unseen."""

from collections import Counter

import pytest

from kiemdiem.core.judge.judge import judge
from tests.properties.comparing import conditions, draw, verdicts
from tests.properties.test_oracle import cursors

SEEDS = range(500, 508)


@pytest.fixture(scope="module")
def judged():
    """Some drawn rulebooks with their verdicts by kind of subject."""
    with cursors() as databases:
        drawn = [draw(seed, 30) for seed in SEEDS]
        yield [(one, verdicts(one, cursor=databases["sqlite"], dialect="sqlite")) for one in drawn]


def of_each(judged):
    """Each drawn standards with the rows and verdicts of its subject."""
    for drawn, found in judged:
        for kind, book in drawn.books.items():
            yield drawn, book, drawn.rows[kind], found[kind]


def test_as_many_come_out_as_went_in(judged):
    for _, _, rows, found in of_each(judged):
        assert [one.subject for one in found] == [row["subject"] for row in rows]


def test_who_is_graded_has_a_grade_and_nobody_else(judged):
    for _, _, _, found in of_each(judged):
        assert [one.outcome for one in found if (one.grade is None) == (one.outcome == "graded")] == []


def test_no_grade_is_above_a_cap_that_holds_unless_the_vote_goes_before_it(judged):
    passed = []
    for _, book, _, found in of_each(judged):
        rank = {code: -place for place, code in enumerate(book["codes"])}
        for cap in book["caps"]:
            held = [one for one in found if one.grade and one.finding(cap["condition"]["key"]).state != "not_met"]
            over = [one for one in held if rank[one.grade] > rank[cap["at_most"]]]
            passed += [one for one in over if not unseen_is_allowed(book, one)]
    assert passed == []


def unseen_is_allowed(book, verdict):
    """The rulebook lets the vote stand above the standards, and the verdict points it out."""
    return book["vote_above_standard"] == "vote" and (
        "vote_above_standard" in verdict.flags or verdict.ceiling is None or verdict.grade == book["codes"][-1]
    )


def test_no_quota_is_passed_unseen(judged):
    for _, book, rows, found in of_each(judged):
        for place, quota in enumerate(book["quotas"]):
            groups = {row["subject"]: row[quota["group"]] for row in rows}
            kept = Counter(groups[one.subject] for one in found if one.quotas[place].state == "kept")
            most = {one.quotas[place].group: one.quotas[place].places for one in found}
            assert {group: count for group, count in kept.items() if count > most[group]} == {}
            seen = [one for one in found if one.quotas[place].state in ("over", "tie")]
            assert [one.subject for one in seen if not {"quota_over", "quota_tie"} & set(one.flags)] == []


def test_whoever_has_a_limited_grade_in_the_end_was_measured_by_its_quota(judged):
    unmeasured = []
    for _, book, _, found in of_each(judged):
        for place, quota in enumerate(book["quotas"]):
            if quota.get("chosen"):
                continue
            having = [one for one in found if one.grade == quota["grade"]]
            unmeasured += [one.subject for one in having if one.quotas[place].state != "kept"]
    assert unmeasured == []


def test_a_subject_judged_alone_reaches_what_it_reaches_among_others(judged):
    with cursors() as databases:
        for drawn, found in judged:
            row, among = drawn.rows["person"][0], found["person"][0]
            for dialect, cursor in databases.items():
                (alone,) = judge(drawn.law, "person", rows=[row], cursor=cursor, dialect=dialect, quotas=False)
                assert (alone.reached, alone.findings) == (among.reached, among.findings)


def test_the_draws_have_every_kind_of_condition():
    kinds = {
        one["kind"] for seed in SEEDS for book in draw(seed, 0).books.values() for one in conditions(book).values()
    }
    assert kinds == {"any_of", "every", "holds", "points", "share", "votes"}
