"""The links above a page are those the account may follow."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from kiemdiem.config import navigation
from kiemdiem.web.frame import Frame, Navigation
from tests.rooms.org import make


def shown_to(account, **frame):
    """The labels of both rows."""
    request = RequestFactory().get("/")
    request.user = account
    shown = navigation.navigation_of(request, Frame(**frame))
    return [item.label for item in shown.main], [item.label for item in shown.season]


def test_nobody_is_offered_anything():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert navigation.navigation_of(request, Frame()) == Navigation()


@pytest.mark.django_db
def test_an_account_without_a_task_is_offered_its_own_page_only():
    assert shown_to(make.account("khach"), season_key="x") == (["Việc của tôi"], [])


@pytest.mark.django_db
def test_a_one_time_password_opens_nothing():
    account = make.account("moi")
    account.must_change_password = True
    assert shown_to(account) == ([], [])


@pytest.mark.django_db
def test_each_role_is_offered_what_it_may_open():
    ward = make.ward()
    everything = ["Việc của tôi", "Đợt kiểm điểm", "Tổ chức", "Tìm người", "Quy tắc"]
    assert shown_to(ward.officer) == (everything, [])
    assert shown_to(ward.administrator)[0] == ["Việc của tôi", "Tổ chức", "Quy tắc"]


@pytest.mark.django_db
def test_a_season_offers_its_board_to_those_who_follow_cells():
    ward = make.ward()
    assert "Tiến độ" in shown_to(ward.supervisor, season_key="x")[1]
    assert "Tiến độ" not in shown_to(ward.secretaries[0], season_key="x")[1]
