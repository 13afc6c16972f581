"""The pages of a season: who may open them, and that their forms carry out the acts."""

from datetime import date, datetime

import pytest

from kiemdiem.core.names import search_key
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import Assignment, PlanChange, Season
from kiemdiem.cycles.pages.season_act import WAYS
from kiemdiem.journal import queries as journal
from kiemdiem.notices import commands as notices
from kiemdiem.notices.models import Notice
from kiemdiem.web import lists
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db


def as_(client, account):
    client.force_login(account)
    return client


def every_address(made):
    step = made.season.steps.order_by("pk").first()
    here = f"/dot/{made.season.key}/"
    return [
        here,
        *(f"{here}viec/{way}/" for way in WAYS),
        f"{here}buoc/{step.pk}/",
        *(f"{here}{page}/" for page in ("danh-sach", "thay-doi", "thong-bao", "doi-chieu")),
    ]


def send(client, address, **answers):
    return client.post(address, answers)


def test_every_page_opens_for_the_officer_in_a_draft_and_in_an_open_season(client):
    made = make.drafted()
    as_(client, made.ward.officer)
    asked = ["/dot/", "/dot/moi/", *every_address(made)]
    assert {address: client.get(address).status_code for address in asked} == dict.fromkeys(asked, 200)
    made = make.opened(make.passed(made))
    assert {address: client.get(address).status_code for address in asked} == dict.fromkeys(asked, 200)


def test_an_officer_of_another_ward_sees_nothing(client):
    made = make.opened()
    other = make.org.ward(beside=made.ward, at=make.AT)
    as_(client, other.officer)
    assert {client.get(address).status_code for address in every_address(made)} == {403}


def test_a_secretary_sees_the_season_but_runs_none_of_its_acts(client):
    made = make.opened()
    as_(client, made.ward.secretaries[0])
    here = f"/dot/{made.season.key}/"
    assert client.get(here).status_code == 200
    assert {client.get(f"{here}viec/{way}/").status_code for way in WAYS} == {403}
    listed = client.get(f"{here}danh-sach/").content.decode()
    assert ("Đỗ Thị Én" in listed, "Đinh Thị Nga" in listed) == (True, False)


def test_a_season_is_drafted_on_the_page(client):
    ward = make.org.ward()
    as_(client, ward.officer)
    answer = send(client, "/dot/moi/", unit_key="db", rulebook_code="hx17", is_rehearsal="on", as_of="16/11/2017")
    season = Season.objects.get()
    assert (answer["Location"], season.is_rehearsal, season.steps.count() > 20) == (f"/dot/{season.key}/", True, True)


def test_a_rehearsal_goes_by_its_assumed_day_there_and_back(client):
    ward = make.org.ward()
    as_(client, ward.officer)
    send(client, "/dot/moi/", unit_key="db", rulebook_code="hx17", is_rehearsal="on", as_of="16/11/2017")
    season = Season.objects.get()
    step = queries.steps_of_kind(season, "briefing").get(unit=ward.cells[0])
    for day in ("20/11/2017", "18/11/2017"):
        moved = send(client, f"/dot/{season.key}/viec/ngay/", version=Season.objects.get().version, to=day)
        assert moved.status_code == 302
    done = {"viec": "xong", "version": step.version}
    too_soon = send(client, f"/dot/{season.key}/buoc/{step.pk}/", **done, done_on="19/11/2017")
    in_time = send(client, f"/dot/{season.key}/buoc/{step.pk}/", **done, done_on="18/11/2017")
    assert (too_soon.status_code, in_time.status_code) == (422, 302)
    assert journal.verify().whole


@pytest.mark.parametrize("is_demo", [True, False], ids=["demo", "rehearsal beside real people"])
def test_only_a_demo_marks_the_pages_of_no_season(client, is_demo):
    made = make.opened()
    Season.objects.update(as_of=date(2017, 12, 2), is_demo=is_demo, is_rehearsal=True)
    as_(client, made.ward.officer)
    frame = client.get("/nguoi/").context["frame"]
    assert (frame.is_demo, frame.as_of) == ((True, date(2017, 12, 2)) if is_demo else (False, None))
    assert ("BẢN MẪU" in client.get("/nguoi/").content.decode()) is is_demo


def test_a_rehearsal_without_its_day_is_asked_again(client):
    ward = make.org.ward()
    as_(client, ward.officer)
    answer = send(client, "/dot/moi/", unit_key="db", rulebook_code="hx17", is_rehearsal="on")
    assert (answer.status_code, "phải có ngày giả định" in answer.content.decode()) == (422, True)
    assert Season.objects.count() == 0


def test_the_draft_shows_what_the_calendar_cannot_keep(client):
    made = make.drafted()
    page = as_(client, made.ward.officer).get(f"/dot/{made.season.key}/").content.decode()
    assert "Kế hoạch còn điểm cần xem" in page
    assert "gửi chậm nhất 26/11/2017" in page


def test_a_season_is_passed_and_opened_on_its_pages(client):
    made = make.signed(make.drafted())
    as_(client, made.ward.officer)
    here = f"/dot/{made.season.key}/viec/"
    send(
        client, f"{here}thong-qua/", version=made.season.plan.version, meeting="Hội nghị", passed_on="16/11/2017",
        signer="Bí thư", step="plan_conference:bch",
    )  # fmt: skip
    unticked = send(client, f"{here}mo/", version=made.season.version, register_on="01/11/2017")
    opened = send(client, f"{here}mo/", version=made.season.version, register_on="01/11/2017", looked_over="on")
    assert (unticked.status_code, opened.status_code, made.again().state) == (422, 302, "open")


def test_a_refused_opening_says_what_is_missing_and_opens_nothing(client):
    made = make.drafted()
    as_(client, made.ward.officer)
    answer = send(
        client, f"/dot/{made.season.key}/viec/mo/", version=made.season.version, register_on="01/11/2017",
        looked_over="on",
    )  # fmt: skip
    assert (answer.status_code, made.again().state) == (422, "draft")
    assert "Chưa xong việc phải làm trước" in answer.content.decode()


def test_a_supervisor_is_named_on_the_page(client):
    made = make.drafted()
    as_(client, made.ward.officer)
    send(
        client, f"/dot/{made.season.key}/viec/phan-cong/", unit_key="cb1",
        person_key=made.ward.persons["secretary"].key, line="1", why="Đổi người",
    )  # fmt: skip
    assert queries.supervisor_of(made.season, made.ward.cells[0]) == made.ward.persons["secretary"]
    assert Assignment.objects.count() == 3


def test_a_secretary_ticks_the_briefing_of_his_cell(client):
    made = make.opened()
    step = queries.steps_of_kind(made.season, "briefing").get(unit=made.ward.cells[0])
    as_(client, made.ward.secretaries[0])
    address = f"/dot/{made.season.key}/buoc/{step.pk}/"
    assert "Ghi đã thực hiện" in client.get(address).content.decode()
    send(client, address, viec="xong", version=step.version, done_on="20/11/2017")
    assert queries.step(made.season, step.key).done_on == date(2017, 11, 20)


def test_a_secretary_does_not_tick_for_another_cell(client):
    made = make.opened()
    step = queries.steps_of_kind(made.season, "briefing").get(unit=made.ward.cells[1])
    as_(client, made.ward.secretaries[0])
    answer = send(
        client, f"/dot/{made.season.key}/buoc/{step.pk}/", viec="xong", version=step.version, done_on="20/11/2017"
    )
    assert (answer.status_code, queries.step(made.season, step.key).done_on) == (422, None)


def test_a_passed_plan_is_amended_on_the_page_of_the_step(client):
    made = make.opened()
    step = queries.meeting_steps(made.season, unit=made.ward.cells[0]).get()
    as_(client, made.ward.officer)
    send(
        client, f"/dot/{made.season.key}/buoc/{step.pk}/", viec="dieu-chinh", version=step.version,
        from_on="06/12/2017", last_on="06/12/2017", reason="Mưa lũ",
    )  # fmt: skip
    assert PlanChange.objects.count() == 2
    assert "Mưa lũ" in client.get(f"/dot/{made.season.key}/").content.decode()


def test_a_change_first_shows_what_it_touches_and_is_then_recorded(client):
    made = make.opened()
    as_(client, made.ward.officer)
    address = f"/dot/{made.season.key}/thay-doi/"
    answers = {"kind": "died", "person_key": made.ward.persons["plain"].key, "happened_on": "20/11/2017"}
    shown = client.post(address, answers)
    assert (shown.status_code, "Thay đổi này động đến" in shown.content.decode()) == (422, True)
    done = client.post(address, {**answers, "way": "end", "reason": "Giấy báo tử"})
    assert (done.status_code, made.season.register_changes.count()) == (302, 1)


def test_the_reconciliation_names_whoever_is_nowhere(client):
    made = make.opened()
    page = as_(client, made.ward.inspector).get(f"/dot/{made.season.key}/doi-chieu/").content.decode()
    assert ("Đinh Thị Nga" in page, "Không xếp loại" in page, "Chưa rõ" in page) == (True, True, True)


def test_a_long_list_is_searched_and_turned_page_by_page(client, monkeypatch):
    monkeypatch.setattr(lists, "AT_ONCE", 2)
    made = make.opened()
    as_(client, made.ward.officer)
    here = f"/dot/{made.season.key}/danh-sach/"
    everybody = [subject.name for subject in queries.subjects_of(made.season, kind="member")]
    first, second = (client.get(here, {"loai": "member", "trang": page}).context["table"].rows for page in (1, 2))
    assert [row[0].text for row in (*first, *second)] == everybody[:4]
    sought = client.get(here, {"loai": "member", "q": search_key(everybody[-1])}).context["table"].rows
    assert [row[0].text for row in sought] == [name for name in everybody if name == everybody[-1]]


def test_each_figure_of_the_reconciliation_opens_its_own_list(client):
    made = make.opened()
    as_(client, made.ward.officer)
    page = client.get(f"/dot/{made.season.key}/doi-chieu/").context
    counted = [client.get(figure.url).context["part"].total for figure in page["figures"]]
    assert counted == [int(figure.number) for figure in page["figures"]]
    assert sum(counted) == page["part"].total


def test_notices_are_given_together_on_the_page(client):
    made = make.opened()
    for who in ("plain", "deputy"):
        wording = notices.Wording("result", f"member:{who}", "Thông báo kết quả")
        notices.owe_notice(
            wording, to=made.ward.persons[who], under=made.ward.cells[0], due_on=date(2017, 12, 20),
            season=made.season.key, by=made.ward.officer, at=made.at,
        )  # fmt: skip
    as_(client, made.ward.secretaries[0])
    address = f"/dot/{made.season.key}/thong-bao/"
    answers = {"notices": [n.key for n in Notice.objects.all()], "given_on": "18/12/2017", "proof": "signed_list"}
    unproved = client.post(address, {**answers, "proof": ""})
    done = client.post(address, answers)
    assert (unproved.status_code, done.status_code) == (422, 302)
    assert set(Notice.objects.values_list("given_on", "proof")) == {(date(2017, 12, 18), "signed_list")}


def test_a_stale_page_opens_nothing(client):
    made = make.passed()
    commands.correct_season(made.season, title="Tên khác", by=made.ward.officer, at=datetime(2017, 11, 17, tzinfo=ZONE))
    as_(client, made.ward.officer)
    answer = send(
        client, f"/dot/{made.season.key}/viec/mo/", version=made.season.version, register_on="01/11/2017",
        looked_over="on",
    )  # fmt: skip
    assert (answer.status_code, made.again().state) == (422, "draft")
