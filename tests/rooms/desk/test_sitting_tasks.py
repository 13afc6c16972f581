"""The office is told of every sitting of the plan that nobody fixed yet, also of a body that met before."""

from datetime import date

import pytest

from kiemdiem.desk import queries
from kiemdiem.meetings import commands
from kiemdiem.reviews.commands import FromPaper
from tests.rooms.grading import ward

pytestmark = pytest.mark.django_db
WAITING = "Ấn định cuộc họp: "


def waiting(scene) -> list[str]:
    found = queries.todos_of(scene.season, scene.ward.clerk, on=ward.PROPOSED)
    return sorted(todo.title.removeprefix(WAITING) for todo in found if todo.title.startswith(WAITING))


def test_a_body_whose_review_is_fixed_is_still_asked_for_its_other_sitting():
    scene = ward.scene()
    committee = scene.ward.executive_committee
    before = waiting(scene)
    assert ("Ban Thường vụ Đảng ủy phường" in before, before.count("Ban Chấp hành Đảng bộ phường")) == (True, 1)

    held = FromPaper("Biên bản họp đã ký")
    commands.plan_meeting(scene.season, committee, on=date(2017, 12, 5), paper=held, **scene.act())
    ward.proposing(scene)

    after = waiting(scene)
    assert ("Ban Thường vụ Đảng ủy phường" in after, after.count("Ban Chấp hành Đảng bộ phường")) == (False, 1)
