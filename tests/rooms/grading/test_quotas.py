"""The board of capped shares: both bases, who stands at the line, nobody cut, and little told of small groups."""

import pytest
from django.urls import reverse

from kiemdiem.core.judge.verdict import BaseFigures
from kiemdiem.grading import commands, queries
from kiemdiem.grading.queries import AtLine, Share
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.on_pages(make.at_the_line())


def share(scene):
    (found,) = queries.shares_of(scene.season, on=scene.now.date())
    return found


def test_both_bases_are_shown_with_their_places(scene):
    found = share(scene)

    assert (found.name, found.places, found.candidates, found.decided) == ("Chi bộ Tổ dân phố 1", 2, 3, 0)
    assert (found.count("reached_good"), found.limit("reached_good")) == (5, 2)
    # After the lift of k, 40 % of 5 - k must still be k or more.
    assert found.limit("stayed_good") == 1


def test_two_level_at_the_last_place_are_named_and_nobody_is_cut(scene):
    found = share(scene)

    assert (found.state, [(one.subject.name, one.state, one.rank) for one in found.at_line]) == (
        "tie", [("Lê Thị Bình", "tie", 2), ("Vũ Văn Giang", "tie", 2)],
    )  # fmt: skip


def test_votes_of_a_small_round_are_not_given_away(scene):
    assert [one.votes for one in share(scene).at_line] == [None, None]


def test_what_the_committee_decided_beyond_the_share_is_pointed_out(scene):
    for name, document in (("secretary", "1"), ("deputy", "2"), ("probationary", "3")):
        make.decided(scene, name, "XS", reason="Ban Chấp hành biểu quyết", document=document)
        found = share(scene)

    assert (found.decided, found.places, found.state) == (3, 2, "over")


def test_one_more_than_the_places_is_over_and_as_many_is_not(scene):
    make.decided(scene, "secretary", "XS", document="1")
    make.decided(scene, "deputy", "XS", reason="Ban Chấp hành biểu quyết", document="2")

    assert (share(scene).decided, share(scene).state) == (2, "tie")


def shown(scene, account):
    return make.signed_in(account).get(reverse("grading:quotas", args=[scene.season.key]))


def test_the_deciding_body_sees_the_candidates_at_the_line(scene):
    page = shown(scene, scene.ward.clerk)
    (section,) = page.context["sections"]

    assert [row[0].text for row in section["open"][0]["table"].rows] == ["Lê Thị Bình", "Vũ Văn Giang"]
    assert [cell.text for cell in section["table"].rows[0]] == [
        "Chi bộ Tổ dân phố 1", "5", "5", "2", "1", "3", "0", "4", "Bằng nhau ở ngưỡng",
    ]  # fmt: skip


def test_the_inspector_sees_no_candidate_and_no_figure_of_a_small_cell(scene):
    page = shown(scene, scene.ward.inspector)
    (section,) = page.context["sections"]

    assert ("Lê Thị Bình" in page.content.decode(), section["open"][0]["table"]) == (False, None)
    assert {cell.text for cell in section["table"].rows[0][1:7]} == {"ẩn"}
    assert [bar.value for bar in section["bars"]] == [0]


def test_a_secretary_does_not_see_the_board(scene):
    assert shown(scene, scene.ward.secretaries[0]).status_code == 403


@pytest.mark.parametrize(
    ("graded", "candidates", "decided", "told"),
    [(10, 3, 3, True), (9, 3, 3, False), (10, 2, 3, False), (10, 3, 2, False), (10, 0, 0, True)],
)
def test_figures_are_shown_of_ten_and_when_none_is_less_than_three(graded, candidates, decided, told):
    bases = (BaseFigures("reached_good", 8, 3), BaseFigures("all_graded", graded, 4))
    quota = make.capped_rules().quotas.quotas[0]
    found = Share(quota, "cb1", "Chi bộ", 3, bases, candidates, decided, pending=0, at_line=())

    assert found.may_be_shown is told


def test_a_candidate_beyond_the_line_waits_for_a_word_too(scene):
    one = AtLine(make.member(scene, "plain"), "over", 3, None)
    found = Share(share(scene).quota, "cb1", "Chi bộ", 2, (), 3, 0, pending=0, at_line=(one,))

    assert found.state == "beyond"


def test_a_share_of_the_whole_body_looks_at_every_cell():
    scene = make.at_the_line(group="party_body")
    cell = scene.ward.cells[1]
    commands.judge_cell(scene.season, cell, why="Họp", judged_on=scene.now.date(), **scene.act())
    found = share(scene)

    # Four of the first cell wait for their review, and both members of the second: the share is still open.
    assert (found.group, found.candidates, found.pending) == (scene.season.unit.key, 3, 6)
    kept = queries.current_verdict(make.member(scene, "deputy"))
    assert [(q["pending"], q["state"]) for q in kept.result["quotas"]] == [(6, "tie")]
