"""Who sees which result, and what the pages say when a decision cannot be kept."""

import pytest
from django.test import Client
from django.urls import reverse

from kiemdiem.grading import commands
from kiemdiem.grading.models import Decision
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    found = make.counted()
    commands.judge_cell(found.season, found.cell, why="Họp", judged_on=found.now.date(), **found.act())
    # The pages read the assumed day of a rehearsal, as the scene plays in 2017.
    type(found.season).objects.filter(pk=found.season.pk).update(is_rehearsal=True, as_of=found.now.date())
    found.season.refresh_from_db()
    return found


def signed_in(account):
    client = Client()
    client.force_login(account)
    return client


def address(scene, name):
    return reverse("grading:result", args=[scene.season.key, make.member(scene, name).key])


def test_a_result_shows_its_conditions_with_their_clauses(scene):
    page = signed_in(scene.ward.clerk).get(address(scene, "plain")).content.decode()

    assert "Hoàn thành nhiệm vụ" in page
    assert "6/6 phiếu" in page
    assert "trùng khớp" in page
    assert "khiếu nại" in page


def test_the_secretary_of_another_cell_does_not_see_it(scene):
    answer = signed_in(scene.ward.secretaries[1]).get(address(scene, "plain"))

    assert (answer.status_code, "Hoàn thành nhiệm vụ" in answer.content.decode()) == (403, False)


def test_a_decision_without_a_choice_is_refused_and_nothing_is_kept(scene):
    page = reverse("grading:decide", args=[scene.season.key, scene.cell.key])
    answer = signed_in(scene.ward.clerk).post(page, {"decided_on": "13/12/2017", "document": "11-QĐ/ĐU"})

    assert (answer.status_code, Decision.objects.count()) == (422, 0)
    assert "chưa chọn mức" in answer.content.decode()


def test_no_grade_is_picked_beforehand(scene):
    page = signed_in(scene.ward.clerk).get(reverse("grading:decide", args=[scene.season.key, scene.cell.key]))

    assert 'value="TOT" selected' not in page.content.decode()
    assert 'value="TOT"' in page.content.decode()


def test_a_decision_is_kept_from_the_page(scene):
    subject = make.member(scene, "plain")
    page = reverse("grading:decide", args=[scene.season.key, scene.cell.key])
    body = {"decided_on": "04/12/2017", "document": "11-QĐ/ĐU", f"grade_{subject.pk}": "HT"}
    answer = signed_in(scene.ward.clerk).post(page, body)

    assert answer.status_code == 302
    assert [(d.subject_id, d.grade) for d in Decision.objects.all()] == [(subject.pk, "HT")]
