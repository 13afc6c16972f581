"""What each role finds on its first page, and how far the board says a cell has come."""

from datetime import date

import pytest
from django.test import Client

from kiemdiem.cycles.models import PlanStep
from kiemdiem.desk import queries
from kiemdiem.grading import commands
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    found = make.counted()
    commands.judge_cell(found.season, found.cell, why="Họp", judged_on=found.now.date(), **found.act())
    type(found.season).objects.filter(pk=found.season.pk).update(is_rehearsal=True, as_of=found.now.date())
    found.season.refresh_from_db()
    return found


def titles(scene, account):
    return [todo.title for todo in queries.todos_of(scene.season, account, on=scene.now.date())]


def test_the_clerk_is_told_which_cell_waits_for_its_decision(scene):
    waiting = [title for title in titles(scene, scene.ward.clerk) if title.startswith("Ghi quyết định")]

    assert waiting == ["Ghi quyết định công nhận – Chi bộ Tổ dân phố 1: 4 người"]


def test_the_inspector_and_the_other_secretary_have_no_such_task(scene):
    for account in (scene.ward.inspector, scene.ward.secretaries[1]):
        assert [t for t in titles(scene, account) if t.startswith("Ghi quyết định")] == []


def test_the_board_says_how_far_a_cell_has_come(scene):
    (first, *_) = queries.board_of(scene.season, frozenset({scene.cell.pk}), on=scene.now.date())

    assert dict(first.states)["Cuộc họp"] == "done"
    assert dict(first.states)["Quyết định"] == "waiting"


def test_the_first_page_answers_every_role(scene):
    ward = scene.ward
    for account in (ward.officer, ward.clerk, ward.secretaries[0], ward.supervisor, ward.inspector, ward.administrator):
        client = Client()
        client.force_login(account)
        answer = client.get("/")
        assert (account.username, answer.status_code) == (account.username, 200)
        assert "Việc của tôi" in answer.content.decode()


def progress(scene, on):
    return queries.board_of(scene.season, frozenset({scene.cell.pk}), on=on)[0]


def test_a_cell_without_results_has_no_decision_behind_it():
    scene = make.counted(closed=False)
    states = dict(progress(scene, scene.now.date()).states)

    assert (states["Kết quả"], states["Quyết định"]) == ("waiting", "waiting")


def test_a_day_passed_is_late_and_a_meeting_that_was_held_is_not(scene):
    made = {"season": scene.season, "unit": scene.cell, "unit_name": "Chi bộ", "entry_key": "x"}
    for position, (kind, title, day) in enumerate((("meeting", "Họp", 4), ("term", "Nộp hồ sơ", 6)), start=1):
        on = date(2017, 12, day)
        PlanStep.objects.create(key=kind, kind=kind, title=title, from_on=on, last_on=on, position=position, **made)
    found = [(progress(scene, date(2017, 12, day)).late, progress(scene, date(2017, 12, day)).due_on) for day in (6, 7)]

    assert found == [((), date(2017, 12, 6)), (("Nộp hồ sơ",), date(2017, 12, 6))]
