"""The pages of ballots: a round by hand with two tellers on one device, score slips, and who may open what."""

import re

import pytest

from kiemdiem.ballots import commands as ballot_commands
from kiemdiem.ballots import queries
from kiemdiem.ballots.models import Count, Round
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun():
    return meetings.before_the_ballot(as_of=meetings.DAY)


@pytest.fixture
def scene(begun):
    return begun[0]


@pytest.fixture
def meeting(begun):
    return begun[1]


@pytest.fixture
def clerk(client, scene):
    client.force_login(scene.ward.clerk)
    return client


def elected(clerk, scene, meeting, name):
    """The secret number shown once on electing somebody."""
    sent = {"person": scene.person(name).key}
    shown = clerk.post(f"/cuoc-hop/{meeting.key}/to-kiem-phieu/", sent).content.decode()
    return re.search(r"<strong>(\d{6})</strong>", shown).group(1)


def prepared(clerk, meeting, ballot="member_ballot", entry="tellers"):
    """A round prepared, handed out and opened by hand."""
    here = f"/cuoc-hop/{meeting.key}/bo-phieu/{ballot}/lan-1/"
    present = [str(pk) for pk in make.voters(meeting)]
    clerk.post(here, {"present": present, "entry": entry})
    round_ = Round.objects.get()
    for way, more in (("phat-phieu", {"issued": 6}), ("mo-hom", {})):
        round_.refresh_from_db()
        assert clerk.post(f"/vong/{round_.key}/viec/{way}/", {"version": round_.version, **more}).status_code == 302
    round_.refresh_from_db()
    return round_


def sheet(round_, **changed):
    """A whole sheet as it is sent: everybody has six votes in the first box."""
    sent = {"attempt": round_.counted_attempt, "returned": 6, "valid": 6, "invalid": 0, "act": "finish"}
    for line in queries.lines_of(round_):
        for box, value in zip((1, 2, 3, "blank", "spoiled"), (6, 0, 0, 0, 0), strict=True):
            sent[f"o_{line.position}_{box}"] = value
    return {**sent, **changed}


def signed_in(client, meeting, name, pin):
    """The client as the teller of that name."""
    client.post(f"/kiem-phieu/{meeting.key}/", {"act": "leave"})
    teller = next(each for each in queries.tellers_of(meeting) if each.printed_name == name)
    return client.post(f"/kiem-phieu/{meeting.key}/", {"teller": teller.pk, "pin": pin})


def test_two_tellers_count_one_after_the_other_on_one_device_without_an_account(clerk, client, scene, meeting):
    pins = [elected(clerk, scene, meeting, name) for name in ("plain", "disciplined")]
    round_ = prepared(clerk, meeting)
    clerk.logout()
    here = f"/vong/{round_.key}/kiem/"

    assert client.get(here)["Location"] == f"/kiem-phieu/{meeting.key}/"
    signed_in(client, meeting, "Đỗ Thị Én", pins[0])
    client.post(here, sheet(round_))
    signed_in(client, meeting, "Mai Thị Lan", pins[1])
    blank = client.get(here).content.decode()
    done = client.post(here, sheet(round_))

    assert 'value="6"' not in blank
    assert done["Location"] == f"/vong/{round_.key}/doi-chieu/"
    assert make.fresh(round_).state == Round.State.LOCKED


def test_a_wrong_secret_number_opens_nothing(clerk, client, scene, meeting):
    pin = elected(clerk, scene, meeting, "plain")
    wrong = f"{(int(pin) + 1) % 10**6:06d}"

    answer = signed_in(client, meeting, "Đỗ Thị Én", wrong)

    assert (answer.status_code, "teller" in client.session) == (422, False)


def test_a_line_that_does_not_add_up_is_named_and_the_sheet_is_shown_again(clerk, scene, meeting):
    round_ = prepared(clerk, meeting, entry="sheet")

    answer = clerk.post(f"/vong/{round_.key}/kiem/", sheet(round_, o_2_1=5))

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Cộng dòng được 5, phải bằng 6 phiếu hợp lệ (còn thiếu 1)." in shown
    assert Count.objects.count() == 0


@pytest.mark.parametrize("value", ["", "sáu", "-1", "1.5", "9999999"])
def test_an_unreadable_box_is_asked_again(clerk, scene, meeting, value):
    round_ = prepared(clerk, meeting, entry="sheet")

    answer = clerk.post(f"/vong/{round_.key}/kiem/", sheet(round_, o_1_1=value))

    assert (answer.status_code, Count.objects.count()) == (422, 0)


def test_a_draft_stays_with_the_hand_that_keyed_it(clerk, scene, meeting):
    round_ = prepared(clerk, meeting, entry="sheet")
    here = f"/vong/{round_.key}/kiem/"

    clerk.post(here, sheet(round_, act="save"))

    assert 'value="6"' in clerk.get(here).content.decode()
    assert Count.objects.count() == 0


def test_two_accounts_key_the_signed_sheet_and_see_where_they_differ(clerk, scene, meeting):
    round_ = prepared(clerk, meeting, entry="sheet")
    here = f"/vong/{round_.key}/kiem/"
    clerk.post(here, sheet(round_))
    assert "Đã có 1/2 bản" in clerk.get(f"/vong/{round_.key}/doi-chieu/").content.decode()

    clerk.force_login(scene.ward.officer)
    clerk.post(here, sheet(round_, o_1_1=5, o_1_2=1))

    shown = clerk.get(f"/vong/{round_.key}/doi-chieu/").content.decode()
    assert "Trần Văn An: Hoàn thành tốt nhiệm vụ" in shown and "2 chỗ lệch nhau" in shown


def test_a_locked_round_is_announced_and_its_result_names_the_denominator(clerk, scene, meeting):
    round_ = make.locked(scene, meeting, {"Lê Thị Bình": (3, 3, 0)})
    version = make.fresh(round_).version

    assert clerk.post(f"/vong/{round_.key}/viec/cong-bo/", {"version": version}).status_code == 302
    shown = clerk.get(f"/vong/{round_.key}/ket-qua/").content.decode()

    assert "số người có quyền bỏ phiếu được triệu tập" in shown
    assert "Chưa mức nào đủ phiếu" in shown and "50,00%" in shown


def test_what_the_comparison_leads_to_is_offered_to_whoever_may_do_it_and_once(clerk, scene, meeting):
    round_ = make.locked(scene, meeting, {})
    here, way = f"/vong/{round_.key}/doi-chieu/", f"/vong/{round_.key}/viec/cong-bo/"
    offered = [way in clerk.get(here).content.decode()]
    clerk.force_login(scene.ward.inspector)
    offered.append(way in clerk.get(here).content.decode())
    clerk.force_login(scene.ward.clerk)
    clerk.post(way, {"version": make.fresh(round_).version})
    offered.append(way in clerk.get(here).content.decode())

    assert (offered, make.fresh(round_).announced_on) == ([True, False, False], meetings.DAY)


@pytest.mark.parametrize(("state", "current"), [("prepared", 1), ("issued", 2), ("counting", 2), ("locked", 4)])
def test_a_round_has_one_step_under_way(clerk, scene, meeting, state, current):
    hands, round_ = make.tellers(scene, meeting), make.prepared(scene, meeting)
    if state == "issued":
        ballot_commands.issue_slips(round_, issued=round_.present, version=make.fresh(round_).version, **scene.act())
    if state in ("counting", "locked"):
        round_ = make.counting(scene, round_)
    if state == "locked":
        make.keyed(scene, round_, (make.sheet(round_, {}),) * 2, hands)
    steps = clerk.get(f"/vong/{round_.key}/").context["steps"]

    assert [number for number, step in enumerate(steps) if step.state == "current"] == [current]


def test_nobody_and_another_cells_secretary_see_no_ballot(client, scene, meeting):
    round_ = make.locked(scene, meeting, {})
    pages = [
        f"/cuoc-hop/{meeting.key}/bo-phieu/", f"/cuoc-hop/{meeting.key}/to-kiem-phieu/", f"/vong/{round_.key}/",
        f"/vong/{round_.key}/ket-qua/", f"/vong/{round_.key}/bo-phieu-lai/", f"/vong/{round_.key}/doi-chieu/",
        f"/cuoc-hop/{meeting.key}/niem-phong/", *(f"/vong/{round_.key}/viec/{way}/" for way in ("huy", "cong-bo")),
    ]  # fmt: skip

    assert {client.get(page).status_code for page in pages} == {302}
    client.force_login(scene.ward.secretaries[1])
    assert {client.get(page).status_code for page in pages} == {403}


def test_the_supervisor_sees_no_counts(client, scene, meeting):
    round_ = make.locked(scene, meeting, {})
    client.force_login(scene.ward.supervisor)

    assert client.get(f"/vong/{round_.key}/ket-qua/").status_code == 403


def test_a_pin_page_tells_no_counts(client, clerk, scene, meeting):
    make.locked(scene, meeting, {})
    clerk.logout()

    shown = client.get(f"/kiem-phieu/{meeting.key}/").content.decode()

    assert "Đỗ Thị Én" in shown
    assert "Trần Văn An" not in shown


@pytest.mark.parametrize(("who", "offered"), [("clerk", True), ("inspector", False)])
def test_a_repeat_is_offered_to_those_who_may_prepare_it(client, scene, meeting, who, offered):
    round_ = make.locked(scene, meeting, {"Lê Thị Bình": (3, 3, 0)})
    client.force_login(getattr(scene.ward, who))
    page = client.get(f"/vong/{round_.key}/")
    assert (page.status_code, f'href="/vong/{round_.key}/bo-phieu-lai/"' in page.content.decode()) == (200, offered)
