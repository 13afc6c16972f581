"""The list of what the organisations of a season prepare: who is shown which of them, and how far each is."""

import re

import pytest

from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import account, give
from tests.rooms.reviews import make

pytestmark = pytest.mark.django_db
HERE = "/dot/mua-1/chuan-bi/"


def units_shown(client, by):
    """The keys of the units the page leads the account to."""
    client.force_login(by)
    return set(re.findall(rf'href="{HERE}(\w+)/"', client.get(HERE).content.decode()))


def test_the_officer_is_led_to_every_unit_that_prepares_something(client):
    made = cycles.opened()
    owing = {s.unit.key for s in made.season.subjects.select_related("unit") if s.person_id is None or s.is_reviewed}
    assert units_shown(client, made.ward.officer) == owing - {made.ward.body.key}


def test_a_secretary_is_led_to_his_own_cell_only(client):
    made = cycles.opened()
    assert units_shown(client, made.ward.secretaries[1]) == {made.ward.cells[1].key}


def test_a_member_is_told_where_his_own_paper_is(client):
    made, own = cycles.opened(), account("dangvien")
    give(own, "member", made.ward.cells[0], by=made.ward.administrator, at=make.AT)
    client.force_login(own)
    answer = client.get(HERE)
    assert (answer.status_code, "Việc của tôi" in answer.content.decode()) == (403, True)


def test_a_self_review_handed_in_is_counted(client):
    made = cycles.opened()
    client.force_login(made.ward.clerk)
    before = re.findall(r"(\d+)/\d+ người", client.get(HERE).content.decode())
    paper = f"/dot/mua-1/ban-kiem-diem/{made.ward.persons['plain'].key}/nhap-thay/"
    client.post(paper, {"paper": "Bản viết tay", "is_whole": "on", "submitted_on": "25/11/2017"})
    after = re.findall(r"(\d+)/\d+ người", client.get(HERE).content.decode())
    assert [sum(map(int, before)), sum(map(int, after))] == [0, 1]
