"""The pages of units, people and rights: who may open them, and that their forms carry out the acts."""

from datetime import date

import pytest

from kiemdiem.org import commands, queries
from kiemdiem.org.models import Grant, Membership, Seat
from kiemdiem.org.pages.person_act import WAYS as PERSON_WAYS
from kiemdiem.org.pages.unit_act import WAYS as UNIT_WAYS
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
DAY = date(2017, 12, 1)


@pytest.fixture
def ward():
    return make.ward()


def as_(client, account):
    """The client signed in as the account."""
    client.force_login(account)
    return client


def plain_page(ward):
    """The address of an ordinary member's file."""
    return f"/nguoi/{ward.persons['plain'].key}/"


def every_address(ward):
    """Every page of the room about the first cell and an ordinary member."""
    person = plain_page(ward)
    seat = ward.persons["plain"].memberships.get()
    grant = Grant.objects.get(account=ward.secretaries[0])
    return [
        "/to-chuc/cb1/",
        "/to-chuc/cb1/quyen/",
        f"/to-chuc/cb1/quyen/{grant.pk}/thu-hoi/",
        *(f"/to-chuc/cb1/{way}/" for way in UNIT_WAYS),
        person,
        *(f"{person}{way}/" for way in PERSON_WAYS),
        f"{person}membership/{seat.pk}/",
    ]


def test_nobody_is_asked_to_sign_in_everywhere(client, ward):
    for address in ["/to-chuc/", "/nguoi/", *every_address(ward)]:
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"/dang-nhap/?next={address}")


def test_the_secretary_of_another_cell_sees_nothing_of_this_one(client, ward):
    as_(client, ward.secretaries[1])
    assert {client.get(address).status_code for address in every_address(ward)} == {403}
    assert "Đỗ Thị Én" not in client.get("/nguoi/?q=do+thi").content.decode()
    assert "Tổ dân phố" not in client.get("/to-chuc/").content.decode()


def test_the_officer_opens_every_page_but_the_rights(client, ward):
    as_(client, ward.officer)
    answers = {address: client.get(address).status_code for address in every_address(ward)}
    assert [address for address, status in answers.items() if status != 200] == [
        address for address in answers if "/quyen/" in address
    ]


def test_the_secretary_reads_his_cell_and_keys_nothing(client, ward):
    as_(client, ward.secretaries[0])
    assert "Đỗ Thị Én" in client.get("/to-chuc/cb1/").content.decode()
    assert client.get(plain_page(ward)).status_code == 200
    assert {client.get(f"{plain_page(ward)}{way}/").status_code for way in PERSON_WAYS} == {403}


def test_a_member_reads_his_own_file_and_no_other(client, ward):
    own = make.account("dovien")
    commands.tie_account(ward.persons["plain"], own, by=ward.officer, at=ward.at)
    as_(client, own)
    assert "Đây là hồ sơ của Đồng chí" in client.get(plain_page(ward)).content.decode()
    assert client.get(f"/nguoi/{ward.persons['deputy'].key}/").status_code == 403
    assert client.get(f"{plain_page(ward)}chuyen/").status_code == 403


def test_the_number_is_shown_in_full_only_to_those_who_key_it(client, ward):
    plain = ward.persons["plain"]
    commands.correct_person(plain, id_number="001092000001", reason="Bổ sung", by=ward.officer, at=ward.at, version=1)
    page = as_(client, ward.secretaries[0]).get(plain_page(ward)).content.decode()
    assert "001092000001" not in page
    assert "••••••••0001" in page
    assert "001092000001" in as_(client, ward.clerk).get(plain_page(ward)).content.decode()


def test_a_move_is_keyed_on_the_page(client, ward):
    answer = as_(client, ward.clerk).post(f"{plain_page(ward)}chuyen/", {"to": "cb2", "on": "01/12/2017"})
    assert answer["Location"] == plain_page(ward)
    assert queries.cell_of(ward.persons["plain"], on=DAY) == ward.cells[1]


def test_a_refusal_is_shown_beside_what_was_typed(client, ward):
    answer = as_(client, ward.clerk).post(f"{plain_page(ward)}chuyen/", {"to": "cb1", "on": "01/12/2017"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Đồng chí đang ở đúng nơi này." in page
    assert 'value="01/12/2017"' in page


@pytest.mark.parametrize("body", [{}, {"to": "không có", "on": "31/02/2017"}, {"to": "x" * 9999, "on": "mai"}])
def test_bad_answers_change_nothing(client, ward, body):
    before = list(Membership.objects.order_by("pk").values_list())
    answer = as_(client, ward.clerk).post(f"{plain_page(ward)}chuyen/", body)
    assert (answer.status_code, list(Membership.objects.order_by("pk").values_list())) == (422, before)


def test_a_unit_out_of_reach_cannot_be_picked(client, ward):
    make.ward(beside=ward)
    answer = as_(client, ward.clerk).post(f"{plain_page(ward)}chuyen/", {"to": "x-cb1", "on": "01/12/2017"})
    assert answer.status_code == 422


def test_an_account_without_a_task_is_told_so(client, ward):
    as_(client, make.account("khach"))
    for address in ("/to-chuc/", "/nguoi/"):
        answer = client.get(address)
        assert (answer.status_code, "chưa được giao đơn vị nào" in answer.content.decode()) == (403, True)


def register(client, **more):
    """Keys a new member of the first cell."""
    return client.post(
        "/to-chuc/cb1/ghi-ten/",
        {"full_name": "Đỗ Thị Én", "admitted_on": "01/01/2000", "from_on": "01/11/2017", **more},
    )


def test_a_namesake_is_registered_only_after_somebody_said_so(client, ward):
    as_(client, ward.clerk)
    assert "cùng họ tên" in register(client).content.decode()
    assert register(client, is_somebody_else="on").status_code == 302
    assert len(queries.register(ward.cells[0], on=DAY)) == 11


def test_a_seat_and_a_correction_are_keyed_on_pages(client, ward):
    as_(client, ward.clerk)
    client.post(f"{plain_page(ward)}chuc-vu/", {"unit": "cb1", "post": "deputy_secretary", "from_on": "01/11/2017"})
    seat = Seat.objects.get(person=ward.persons["plain"])
    client.post(
        f"{plain_page(ward)}seat/{seat.pk}/",
        {"from_on": "02/11/2017", "until_on": "", "reason": "Sai ngày"},
    )
    (now,) = queries.seats_of(ward.persons["plain"], on=DAY)
    assert (now.post, now.from_on, now.reason) == ("deputy_secretary", date(2017, 11, 2), "Sai ngày")


def test_who_somebody_is_is_put_right_against_the_version_seen(client, ward):
    as_(client, ward.clerk)
    address = f"{plain_page(ward)}dinh-chinh/"
    form = client.get(address).context["form"]
    body = {name: form[name].value() or "" for name in form.fields}
    body |= {"birth_on": "05/04/1980", "admitted_on": "26/03/2005", "official_on": "26/03/2006", "reason": "Sai ngày"}
    assert client.post(address, body).status_code == 302
    assert client.post(address, body).status_code == 422
    ward.persons["plain"].refresh_from_db()
    assert ward.persons["plain"].birth_on == date(1980, 4, 5)


def test_an_account_is_tied_by_its_name(client, ward):
    as_(client, ward.officer)
    own = make.account("dovien")
    assert client.post(f"{plain_page(ward)}tai-khoan/", {"account": "không có"}).status_code == 422
    client.post(f"{plain_page(ward)}tai-khoan/", {"account": "dovien"})
    ward.persons["plain"].refresh_from_db()
    assert ward.persons["plain"].account == own


def test_a_body_gets_an_outsider_a_result_and_another_parent(client, ward):
    as_(client, ward.officer)
    seen = queries.unit_period(ward.front, on=DAY).pk
    client.post(
        "/to-chuc/mttq/nguoi-ngoai-dang/", {"full_name": "Cao Văn Ổn", "post": "member", "from_on": "01/11/2017"}
    )
    client.post("/to-chuc/mttq/ket-qua/", {"year": "2017", "kind": "front", "grade": "A", "known_on": "01/11/2017"})
    client.post("/to-chuc/mttq/chuyen-cap/", {"to": "ubnd", "on": "01/12/2017", "seen": seen})
    page = client.get("/to-chuc/mttq/").content.decode()
    assert ("Cao Văn Ổn" in page, "Năm 2017: A" in page) == (True, True)
    assert queries.unit_period(ward.front, on=DAY).parent == ward.peoples_committee


def test_an_administrator_gives_and_takes_back_a_role(client, ward):
    as_(client, ward.administrator)
    new = make.account("moi")
    client.post("/to-chuc/cb1/quyen/", {"account": "moi", "role": "secretary", "from_on": "01/11/2017"})
    given = Grant.objects.get(account=new)
    client.post(f"/to-chuc/cb1/quyen/{given.pk}/thu-hoi/", {"reason": "Thôi làm bí thư"})
    given.refresh_from_db()
    assert (given.role, given.revoked_by, given.reason) == ("secretary", ward.administrator, "Thôi làm bí thư")


def test_the_tree_is_shown_as_of_a_day(client, ward):
    as_(client, ward.officer)
    commands.rename_unit(ward.cells[0], "Chi bộ Đông", on=DAY, by=ward.officer, at=ward.at)
    assert "Chi bộ Tổ dân phố 1" in client.get("/to-chuc/?ngay=30/11/2017").content.decode()
    assert "Chi bộ Đông" in client.get("/to-chuc/?ngay=01/12/2017").content.decode()
    assert "phải là ngày có thật" in client.get("/to-chuc/?ngay=hôm+qua").content.decode()


@pytest.mark.parametrize(("who", "place", "offered"), [("clerk", "db", True), ("clerk", "cb1", False)])
def test_the_office_is_led_to_the_import_of_its_committee(client, ward, who, place, offered):
    page = as_(client, getattr(ward, who)).get(f"/to-chuc/{place}/").content.decode()
    assert ('href="/nhap-excel/to-chuc/' in page) is offered


def test_an_inspector_is_not_led_to_the_import(client, ward):
    inspector = make.account("thanhtra")
    commands.grant(inspector, role="inspector", unit=ward.body, from_on=DAY, by=ward.administrator, at=ward.at)
    page = as_(client, inspector).get("/to-chuc/db/")
    assert (page.status_code, 'href="/nhap-excel/' in page.content.decode()) == (200, False)


def test_the_day_an_entry_was_keyed_is_the_day_here(client):
    ward = make.ward(at=make.AT.replace(hour=0, minute=30))
    tables = as_(client, ward.officer).get(plain_page(ward)).context["tables"]
    assert {row[2].text for table in tables for row in table.rows} == {"01/11/2017"}
