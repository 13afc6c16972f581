"""Every address of the site: nobody gets in without signing in, and an account without a task sees and does nothing."""

import pytest
from django.db import connection
from django.utils.timezone import now

from kiemdiem.accounts.models import Account
from tests.house.walking import addresses

# Pages that somebody who has not signed in needs.
OPEN = {"web:text_size", "accounts:sign_in", "accounts:sign_out"}
# Pages of tellers, who need no account: the secret number of their meeting opens them.
BY_NUMBER = {"ballots:enter_pin", "ballots:count", "ballots:scores", "ballots:compared"}
# Pages every account has: its own list of tasks, its own password, help.
EVERYBODY = OPEN | {"accounts:change_password", "desk:home"}
REFUSED = {302, 403, 404, 405, 422}
BODIES = [
    {},
    {"version": "0", "key": "x" * 5000},
    {"version": "99", "held_on": "32/13/2017", "votes": "-1"},
    {"version": "1\x00", "next": "//evil.example/", "person": "'; --"},
]


PAGES = sorted(addresses())
CLOSED = [page for page in PAGES if page[0] not in OPEN | BY_NUMBER]
FOR_TASKS = [page for page in PAGES if page[0] not in EVERYBODY]


def contents() -> dict[str, int]:
    """How many rows each table holds, sessions apart."""
    counted = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            counted[table] = cursor.fetchone()[0]
    counted.pop("django_session")
    return counted


@pytest.fixture
def stranger(client, db):
    """A signed-in account that has been given nothing."""
    account = Account(username="khach", display_name="Khách", created_at=now())
    account.set_password("mat-khau-dai-2017")
    account.save()
    client.force_login(account)
    return client


def test_every_page_has_a_name():
    assert [address for name, address in PAGES if name.endswith("None")] == []


@pytest.mark.django_db
def test_nobody_gets_in_without_signing_in(client):
    asked = [(name, ask(address)) for name, address in CLOSED for ask in (client.get, client.post)]
    assert [(name, a.status_code) for name, a in asked if not a.get("Location", "").startswith("/dang-nhap/")] == []


@pytest.mark.django_db
def test_nobody_counts_without_the_number_of_a_meeting(client):
    asked = [(n, ask(address)) for n, address in PAGES if n in BY_NUMBER for ask in (client.get, client.post)]
    assert [(name, answer.status_code) for name, answer in asked if answer.status_code not in REFUSED] == []


def test_an_account_without_a_task_sees_nothing(stranger):
    seen = [(name, stranger.get(address).status_code) for name, address in FOR_TASKS]
    assert [(name, status) for name, status in seen if status not in REFUSED] == []


def test_an_account_without_a_task_does_nothing(stranger):
    before = contents()
    done = [(name, stranger.post(address, body).status_code) for name, address in FOR_TASKS for body in BODIES]
    assert [(name, status) for name, status in done if status not in REFUSED] == []
    assert contents() == before
