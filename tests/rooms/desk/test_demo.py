"""The demonstration's accounts: one for each role, and each finds something on its first page."""

import pytest
from django.test import Client

from kiemdiem.accounts.models import Account
from kiemdiem.desk import demo, founding
from kiemdiem.desk.play import bodies, opening, preparation, setting, sittings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import ROLES
from tests.rooms.papers import season as small

pytestmark = pytest.mark.django_db
CODE = "hx17"
NOTHING = "Lúc này không có việc nào đến hạn."


@pytest.fixture
def stage():
    """The small ward on the day after its first body was reviewed and voted on."""
    made = small.small_stage(CODE)
    setting.open_cells(made)
    preparation.prepare(made)
    on, unit = bodies.days(made)[0]
    meeting = sittings.plan(made, unit, on=on)
    preparation.deliver_report(made, meeting, sent_on=made.clock.now.date())
    opening.move_to(made, on)
    bodies.hold(made, meeting)
    return made


def first_page(username: str) -> str:
    account = Account.objects.get(username=username)
    account.must_change_password = False
    account.save()
    client = Client()
    client.force_login(account)
    return client.get("/").content.decode()


def test_every_role_has_an_account_that_finds_something(stage):
    called = demo.call_cells(stage)
    passwords = demo.open_players(stage, called[0])
    secretary = demo.secretary_of(stage, called[0])
    players = {one.username: one.role for one in demo.players_of(stage, called[0])}
    office = {"quantri": "administrator", "canbotochuc": "officer", "vanphong": "clerk", "kiemtra": "inspector"}
    everybody = players | office | {secretary: "secretary"}

    assert (set(everybody.values()), set(founding.ROLES)) == (set(ROLES), set(ROLES))
    assert set(passwords) == set(players)
    pages = {username: first_page(username) for username in everybody}
    idle = sorted(username for username, page in pages.items() if NOTHING in page)
    assert [username for username in idle if everybody[username] not in ("inspector", "administrator")] == []
    assert ("Hồ sơ một kết quả" in pages["kiemtra"], "Tài khoản của đơn vị" in pages["quantri"]) == (True, True)
    assert "Kết quả của tôi" in pages["dangvien"]
    assert Meeting.objects.filter(unit__in=called, state=Meeting.State.PLANNED).count() == len(called) > 0
