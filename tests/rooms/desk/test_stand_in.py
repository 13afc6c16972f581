"""Handing a function over: named acts and days on the stand-in's own account, seen by both, and taken back."""

from datetime import date

import pytest

from kiemdiem.desk import queries
from kiemdiem.desk.queries.acts import ACTS, NEVER_HANDED
from kiemdiem.desk.words import ACTS as WORDS
from kiemdiem.journal.models import Entry
from kiemdiem.org import access
from kiemdiem.org.models import Grant
from tests.rooms.desk import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
DAY = date(2017, 12, 5)
ANSWERS = {"from_on": "04/12/2017", "until_on": "09/12/2017", "reason": "Đi công tác"}


@pytest.fixture
def scene():
    return meetings.scene(as_of=date(2017, 12, 4))


def fields_of(role: str, *acts: str) -> dict[str, list[str]]:
    groups = queries.acts_to_hand(role)
    found = {f"acts_{n}": [act for act, _ in offered if act in acts] for n, (_, offered) in enumerate(groups)}
    return {name: chosen for name, chosen in found.items() if chosen}


def hand_over(client, scene, *acts: str, by=None):
    client.force_login(by or scene.ward.secretaries[0])
    deputy = make.member(scene, "deputy")
    sent = {**ANSWERS, "account": deputy.username, **fields_of("secretary", *acts)}
    return deputy, client.post("/lam-thay/cb1/", sent)


def first_page(client, account) -> str:
    client.force_login(account)
    return client.get("/").content.decode()


def test_a_secretary_hands_over_and_both_see_it(client, scene):
    deputy, answer = hand_over(client, scene, "meetings.open_meeting")
    assert (answer.status_code, answer["Location"]) == (302, "/lam-thay/cb1/")

    days = "từ 04/12/2017 đến trước 09/12/2017"
    assert f"Đồng chí làm thay Bithu1 (Bí thư, Chi bộ Tổ dân phố 1) {days}." in first_page(client, deputy)
    shown = first_page(client, scene.ward.secretaries[0])
    assert f"Dv-deputy làm thay đồng chí (Bí thư, Chi bộ Tổ dân phố 1) {days}." in shown
    assert "Khai mạc cuộc họp" in shown
    assert Entry.objects.get(act="org.stand_in").keyed_by == scene.ward.secretaries[0].pk


def test_only_who_may_take_it_back_is_led_there(client, scene):
    hand_over(client, scene, "meetings.open_meeting")
    address = f"/lam-thay/cb1/{Grant.objects.get(stands_in_for=scene.ward.secretaries[0]).pk}/thu-hoi/"
    led = {}
    for account in (scene.ward.secretaries[0], scene.ward.administrator, scene.ward.officer):
        client.force_login(account)
        led[account.username] = address in client.get("/lam-thay/cb1/").content.decode()
    assert led == {"bithu1": True, "quantri": True, "canbo": False}
    assert client.get(address).status_code == 403


def test_an_inspector_is_named_in_person_and_is_offered_no_stand_in(client, scene):
    assert first_page(client, scene.ward.secretaries[0]).count("Giao làm thay: ") == 1
    assert first_page(client, scene.ward.inspector).count("Giao làm thay: ") == 0
    client.force_login(scene.ward.inspector)
    assert client.get("/lam-thay/db/").status_code == 403
    client.force_login(scene.ward.officer)
    offered = client.get("/lam-thay/db/").content.decode()
    assert (offered.count("?viec=kiemtra.inspector"), offered.count("?viec=vanphong.clerk")) == (0, 1)


def test_the_stand_in_may_the_named_acts_with_their_pages_and_no_other(client, scene):
    deputy, _ = hand_over(client, scene, "meetings.open_meeting")
    held = [
        access.holds(deputy, {"secretary"}, unit=scene.cell, on=DAY, act=act)
        for act in ("meetings.open_meeting", "meetings.see", "meetings.close_meeting", "ballots.see")
    ]
    assert held == [True, True, False, False]


def test_the_stand_in_finds_the_work_on_his_own_list(client, scene):
    meeting = meetings.planned(scene)
    deputy, _ = hand_over(client, scene, "meetings.open_meeting")

    assert make.todos(scene, deputy, part="Hội nghị") == [(meeting.title, "")]


def test_whoever_handed_over_takes_it_back(client, scene):
    deputy, _ = hand_over(client, scene, "meetings.open_meeting")
    given = Grant.objects.get(stands_in_for__isnull=False)
    address = f"/lam-thay/cb1/{given.pk}/thu-hoi/"
    client.force_login(deputy)
    assert client.get(address).status_code == 403
    client.force_login(scene.ward.secretaries[0])
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Về sớm"})["Location"] == "/"

    assert not access.holds(deputy, {"secretary"}, unit=scene.cell, on=DAY, act="meetings.open_meeting")
    assert "làm thay" not in first_page(client, deputy)


@pytest.mark.parametrize("acts", [(), ("org.grant",)])
def test_nothing_named_and_rights_themselves_are_not_handed_over(client, scene, acts):
    _, answer = hand_over(client, scene, *acts)

    assert (answer.status_code, Grant.objects.filter(stands_in_for__isnull=False).count()) == (422, 0)


def test_whoever_holds_nothing_there_hands_nothing_over(client, scene):
    client.force_login(scene.ward.secretaries[1])

    assert client.get("/lam-thay/cb1/").status_code == 403


def test_the_officer_arranges_for_a_secretary(client, scene):
    client.force_login(scene.ward.officer)
    deputy = make.member(scene, "deputy")
    sent = {**ANSWERS, "account": deputy.username, **fields_of("secretary", "meetings.take_roll")}
    answer = client.post("/lam-thay/cb1/?viec=bithu1.secretary", sent)

    given = Grant.objects.get(stands_in_for__isnull=False)
    assert (answer.status_code, given.stands_in_for, given.granted_by) == (
        302,
        scene.ward.secretaries[0],
        scene.ward.officer,
    )


def test_every_act_has_its_words():
    assert sorted(set(ACTS) - set(WORDS)) == []
    assert set(queries.acts_of("administrator")) & NEVER_HANDED == set()
