"""From the records of a cell to its verdicts, kept with their facts."""

import json

import pytest

from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Verdict
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.counted()


def judged(scene):
    return commands.judge_cell(
        scene.season, scene.cell, why="Kết quả cuộc họp", judged_on=scene.now.date(), **scene.act()
    )


def test_members_get_what_the_votes_and_conditions_give(scene):
    judged(scene)

    found = {v.subject.person.key: (v.outcome, v.grade) for v in Verdict.objects.filter(subject__kind="member")}
    named = {name: found.get(scene.person(name).key) for name in ("secretary", "plain", "deputy", "new", "exempt")}
    assert named == {
        "secretary": ("graded", "TOT"),
        "plain": ("graded", "HT"),
        "deputy": ("no_grade", ""),
        "new": ("not_graded", ""),
        "exempt": ("not_graded", ""),
    }


def test_nothing_is_said_while_a_better_grade_is_still_open():
    scene = make.counted(closed=False)
    judged(scene)

    verdict = queries.current_verdict(make.member(scene, "secretary"))
    assert (verdict.outcome, verdict.voted_grade) == ("cannot_say", "")


def test_a_verdict_keeps_the_facts_it_rests_on(scene):
    judged(scene)
    verdict = queries.current_verdict(make.member(scene, "plain"))

    facts = json.loads(verdict.facts_json)
    assert {key: facts[key] for key in ("enrolled", "present", "votes_tot", "votes_ht", "votes_kht", "reviewed")} == {
        "enrolled": 6, "present": 6, "votes_tot": 0, "votes_ht": 6, "votes_kht": 0, "reviewed": True,
    }  # fmt: skip


def test_judging_the_kept_facts_again_gives_the_same_findings(scene):
    judged(scene)
    verdict = queries.current_verdict(make.member(scene, "secretary"))

    assert commands.judged_again(verdict).findings == queries.kept(verdict).findings


def test_judging_twice_on_the_same_facts_makes_nothing_new(scene):
    first = judged(scene)

    assert len(first) > 0
    assert judged(scene) == []


def test_whoever_was_away_is_pending_and_not_lost(scene):
    judged(scene)
    result = queries.result_of(make.member(scene, "suspended"))

    assert (result.verdict.outcome, queries.is_pending(result)) == ("not_graded", True)


@pytest.mark.parametrize(
    ("points", "how", "pair"),
    [
        ([9000, 9100, 9250], "mean", (27350, 3)),
        ([9000, 9100, 9250], "median", (18200, 2)),
        ([9000, 9250], "median", (18250, 2)),
        ([9000, 9100], "sum", (18100, 1)),
        ([9024], "mean_to_half", (9000, 1)),
        ([9025], "mean_to_half", (9050, 1)),
    ],
)
def test_slips_combine_as_the_reading_says(points, how, pair):
    from kiemdiem.grading.queries.acts import combined

    assert combined(points, how=how) == pair
