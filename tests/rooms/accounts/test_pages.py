"""Signing in and out, and the way past a one-time password, as a browser without JavaScript does it."""

import pytest

from kiemdiem.accounts import commands
from kiemdiem.web.moment import moment

from .make import OWN, account, slip

pytestmark = pytest.mark.django_db


def sign_in(client, password: str, **more: str):
    return client.post("/dang-nhap/", {"username": "lan", "password": password, **more})


def test_the_right_password_leads_to_the_page_asked_for(client):
    account()
    answer = sign_in(client, OWN, next="/to-chuc/")

    assert (answer.status_code, answer["Location"]) == (302, "/to-chuc/")


@pytest.mark.parametrize("foreign", ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(client, foreign):
    account()

    assert sign_in(client, OWN, next=foreign)["Location"] == "/"


def test_a_wrong_password_shows_the_form_again_with_the_name(client):
    account()
    answer = sign_in(client, "sai")

    assert (answer.status_code, "_auth_user_id" in client.session) == (422, False)
    assert 'value="lan"' in answer.content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in answer.content.decode()
    assert "sai" not in answer.content.decode().split("<main", 1)[1].replace("Hãy nhập lại; sai 5 lần", "")


@pytest.mark.parametrize("body", [{}, {"username": "lan"}, {"username": "x" * 500, "password": "y" * 500}])
def test_an_incomplete_form_is_asked_again(client, body):
    assert client.post("/dang-nhap/", body).status_code == 422


def test_a_one_time_password_leads_to_choosing_ones_own(client):
    made = slip()
    answer = sign_in(client, made.password, next="/to-chuc/")

    assert answer["Location"] == "/doi-mat-khau/"
    assert client.get("/to-chuc/")["Location"] == "/doi-mat-khau/"
    assert client.get("/doi-mat-khau/").status_code == 200


def test_choosing_ones_own_password_opens_the_way_and_keeps_the_visit(client):
    made = slip()
    sign_in(client, made.password)
    answer = client.post("/doi-mat-khau/", {"old": made.password, "new": OWN, "again": OWN})

    assert answer["Location"] == "/doi-mat-khau/?xong=1"
    assert "Đã đổi mật khẩu" in client.get(answer["Location"]).content.decode()
    assert client.get("/to-chuc/").status_code != 302


def test_two_different_new_passwords_are_asked_again(client):
    made = slip()
    sign_in(client, made.password)
    answer = client.post("/doi-mat-khau/", {"old": made.password, "new": OWN, "again": "khác hẳn mà"})

    assert answer.status_code == 422
    assert "Hai lần nhập mật khẩu mới không giống nhau. Nhập lại." in answer.content.decode()


def test_signing_out_needs_the_button(client):
    account()
    sign_in(client, OWN)
    by_link = client.get("/dang-xuat/").status_code
    answer = client.post("/dang-xuat/")

    assert (by_link, answer["Location"], "_auth_user_id" in client.session) == (405, "/dang-nhap/", False)


def test_who_is_signed_in_is_not_asked_again(client):
    account()
    sign_in(client, OWN)

    assert client.get("/dang-nhap/")["Location"] == "/"


@pytest.mark.parametrize("act", [commands.deactivate_account, commands.reset_password])
def test_a_closed_or_reset_account_is_signed_out_everywhere(client, act):
    own = account()
    sign_in(client, OWN)
    act(own.pk, by=None, at=moment())

    assert client.get("/doi-mat-khau/")["Location"] == "/dang-nhap/?next=/doi-mat-khau/"
