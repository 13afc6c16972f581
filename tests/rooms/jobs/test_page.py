"""The page of a job: its owner sees how far it is and may stop it; nobody else knows of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiemdiem.accounts.models import Account
from kiemdiem.jobs import commands
from kiemdiem.jobs.models import Job

pytestmark = pytest.mark.django_db
MORNING = datetime(2017, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def account(username: str) -> Account:
    return Account.objects.create(username=username, display_name=username, created_at=MORNING)


@pytest.fixture
def job(settings, client) -> Job:
    settings.JOB_KINDS = "tests.rooms.jobs.kinds_here.KINDS"
    owner = account("lan")
    client.force_login(owner)
    return commands.queue_job("count", {"parts": 2}, by=owner, at=MORNING)


def test_the_owner_sees_how_far_it_is(client, job):
    turn = commands.take_job("w", now=lambda: MORNING)
    turn.tell(1, 2)
    page = client.get(f"/cong-viec/{job.pk}/").content.decode()

    assert ("<h1>Đếm</h1>" in page, "đang chạy" in page, "<strong>1/2</strong>" in page) == (True, True, True)


def test_the_part_that_renews_itself_comes_alone(client, job):
    part = client.get(f"/cong-viec/{job.pk}/", headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in part, part.strip().startswith('<div id="tien-do"'), "hx-get=" in part) == (False, True, True)


def test_a_job_that_is_over_asks_no_more(client, job):
    Job.objects.update(state=Job.FAILED, fault="Không nhập được.")
    page = client.get(f"/cong-viec/{job.pk}/").content.decode()

    assert ("Không nhập được." in page, "hx-get=" in page, "Dừng việc này" in page) == (True, False, False)


def test_the_owner_stops_it(client, job):
    answer = client.post(f"/cong-viec/{job.pk}/")

    assert (answer.status_code, Job.objects.get().state) == (302, "cancelled")


def test_stopping_what_is_over_is_refused_on_the_page(client, job):
    Job.objects.update(state=Job.DONE)
    answer = client.post(f"/cong-viec/{job.pk}/")

    assert (answer.status_code, "Không dừng được" in answer.content.decode()) == (422, True)


def test_nobody_else_knows_of_it(client, job):
    client.force_login(account("nam"))

    assert [client.get(f"/cong-viec/{job.pk}/").status_code, client.post(f"/cong-viec/{job.pk}/").status_code] == [
        404
    ] * 2
    assert Job.objects.get().state == Job.READY
