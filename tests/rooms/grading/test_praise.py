"""Cells put forward and chosen for praise: only at the top grade, within the share, the proposal in view."""

import pytest
from django.urls import reverse

from kiemdiem.core.answer import Refused
from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Commendation, CommendationProposal
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    """Six cells of the ward recognised: five at the top grade, where one of five may be praised, one below."""
    return make.on_pages(make.recognised_cells(top=5, below=1))


def cells(scene, count):
    return queries.units_decided_at_top(scene.season)[:count]


def commend(scene, count):
    return commands.commend(
        scene.season, cells(scene, count), body=scene.ward.executive_committee, chosen_on=scene.now.date(),
        document="12-NQ/ĐU", **scene.act(),
    )  # fmt: skip


def propose(scene, subjects, **more):
    return commands.propose_commendation(
        scene.season, subjects, body=scene.ward.executive_committee, proposed_on=scene.now.date(), **scene.act(**more)
    )


def test_one_cell_in_five_may_be_praised(scene):
    assert [one.subject for one in commend(scene, 1)] == cells(scene, 1)


def test_a_second_cell_in_five_is_one_too_many(scene):
    with pytest.raises(Refused, match="20%"):
        commend(scene, 2)
    assert Commendation.objects.count() == 0


def test_more_may_be_put_forward_than_may_be_chosen(scene):
    propose(scene, cells(scene, 3), reason="Dẫn đầu phong trào")

    assert CommendationProposal.objects.filter(is_current=True).count() == 3


def test_a_later_proposal_takes_the_place_of_the_one_before(scene):
    propose(scene, cells(scene, 3))
    propose(scene, cells(scene, 1))

    current = CommendationProposal.objects.filter(is_current=True)
    assert (current.count(), CommendationProposal.objects.count()) == (1, 4)


def test_a_cell_below_the_top_grade_is_not_put_forward(scene):
    below = [s for s in make.all_cells(scene) if s not in cells(scene, 5)]

    with pytest.raises(Refused, match="chưa đạt mức cao nhất"):
        propose(scene, below)


def test_nobody_is_put_forward_by_an_empty_list(scene):
    with pytest.raises(Refused, match="chưa chọn chi bộ"):
        propose(scene, [])


def test_a_list_overtaken_by_another_is_refused(scene):
    seen = queries.version_of(*make.all_cells(scene))
    commend(scene, 1)

    with pytest.raises(Refused, match="vừa được người khác sửa"):
        propose(scene, cells(scene, 1), version=seen)


def page(scene, name):
    return reverse(f"grading:{name}", args=[scene.season.key])


def test_the_page_of_choosing_shows_the_share_and_who_was_put_forward(scene):
    propose(scene, cells(scene, 2), reason="Dẫn đầu phong trào")
    shown = make.signed_in(scene.ward.clerk).get(page(scene, "praise"))
    (quota,) = shown.context["quotas"]

    assert (quota.taken, quota.limit) == (0, 1)
    assert shown.context["said"][0].value == "\n".join([*(s.name for s in cells(scene, 2)), "Dẫn đầu phong trào"])


def test_a_choice_is_kept_from_the_page(scene):
    clerk, chosen = make.signed_in(scene.ward.clerk), cells(scene, 1)[0]
    version = clerk.get(page(scene, "praise")).context["form"].initial["version"]
    sent = {"version": version, "units": [chosen.key], "chosen_on": "04/12/2017", "document": "12-NQ/ĐU"}
    looked = clerk.post(page(scene, "praise"), sent)
    done = clerk.post(page(scene, "praise"), sent | {"step": "send"}, follow=True)

    assert looked.context["rows"][0].value == chosen.name
    assert "Đã ghi việc biểu dương" in done.content.decode()
    assert [one.subject for one in Commendation.objects.all()] == [chosen]


def test_too_many_are_refused_before_they_are_looked_over(scene):
    clerk = make.signed_in(scene.ward.clerk)
    version = clerk.get(page(scene, "praise")).context["form"].initial["version"]
    units = [s.key for s in cells(scene, 2)]
    sent = {"version": version, "units": units, "chosen_on": "04/12/2017", "document": "12-NQ/ĐU"}
    answer = clerk.post(page(scene, "praise"), sent)

    assert (answer.status_code, Commendation.objects.count()) == (422, 0)
    assert answer.content.decode().count("checked") == 2


def test_a_proposal_is_kept_from_the_page(scene):
    clerk, chosen = make.signed_in(scene.ward.clerk), cells(scene, 1)[0]
    version = clerk.get(page(scene, "propose_praise")).context["form"].initial["version"]
    sent = {
        "version": version, "units": [chosen.key], "body": scene.ward.executive_committee.key,
        "proposed_on": "04/12/2017", "reason": "Dẫn đầu phong trào", "step": "send",
    }  # fmt: skip
    clerk.post(page(scene, "propose_praise"), sent)

    assert [(one.subject, one.reason) for one in CommendationProposal.objects.all()] == [(chosen, "Dẫn đầu phong trào")]


@pytest.mark.parametrize("name", ["praise", "propose_praise"])
def test_a_secretary_chooses_nobody(scene, name):
    assert make.signed_in(scene.ward.secretaries[0]).get(page(scene, name)).status_code == 403


def test_where_the_share_gives_no_place_nothing_is_offered_to_be_sent():
    scene = make.on_pages(make.recognised_cells(top=4, below=1))
    page_ = page(scene, "praise")
    shown = make.signed_in(scene.ward.clerk).get(page_)

    assert shown.context["why_empty"] == "Số chi bộ ở mức cao nhất còn ít, tỷ lệ cho phép chưa đủ một chỗ."
    assert 'name="chosen_on"' not in shown.content.decode()


def test_where_the_share_gives_one_place_the_choice_is_offered(scene):
    assert 'name="chosen_on"' in make.signed_in(scene.ward.clerk).get(page(scene, "praise")).content.decode()
