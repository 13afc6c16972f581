"""The report to the committee above on screen: who opens it, writing it, and recording that it was sent."""

from datetime import date, datetime

import pytest

from kiemdiem.cycles import queries as cycles
from kiemdiem.papers import queries
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
DECIDED, SENT = date(2017, 12, 13), date(2017, 12, 14)


@pytest.fixture
def made():
    """A season on the assumed morning of the day the report may go."""
    made = make.opened()
    type(made.season).objects.filter(pk=made.season.pk).update(as_of=SENT, is_rehearsal=True)
    return make.Made(made.ward, made.again(), datetime(2017, 12, 14, 8, 0, tzinfo=ZONE))


def address(made) -> str:
    return f"/dot/{made.season.key}/bao-cao-len-cap-tren/"


def finish(made, entry: str) -> None:
    made.season.steps.filter(entry_key=entry).update(done_on=DECIDED, done_at=made.at, done_by=made.ward.officer)


def send(client, made, **more: str):
    step = cycles.step_up(made.season)
    told = {"act": "send", "version": step.version, "sent_on": "14/12/2017", "document": "08-BC/ĐU", "how": "Văn thư"}
    return client.post(address(made), told | more)


def test_it_is_open_to_the_office_of_the_committee_and_to_no_cell(client, made):
    assert client.get(address(made)).status_code == 302
    client.force_login(made.ward.secretaries[0])
    assert client.get(address(made)).status_code == 403
    client.force_login(made.ward.clerk)
    assert client.get(address(made)).status_code == 200


def test_writing_leaves_the_report_and_its_two_tables(client, made):
    client.force_login(made.ward.clerk)
    assert client.post(address(made), {"act": "write"}).status_code == 302
    written = queries.papers_of(made.season).values_list("form_key", flat=True)
    assert sorted(written) == ["aggregate_report", "members_table", "report_up"]


def test_sending_today_is_refused_before_the_committee_decided(client, made):
    client.force_login(made.ward.clerk)
    page = send(client, made)
    assert (page.status_code, cycles.step_up(made.season).done_on) == (422, None)
    assert "Chưa xong việc phải làm trước" in page.content.decode()


def test_what_was_sent_is_recorded_with_its_number_and_shown(client, made):
    client.force_login(made.ward.clerk)
    finish(made, "executive_decision")
    assert send(client, made).status_code == 302
    step = cycles.step_up(made.season)
    assert (step.done_on, step.done_note) == (SENT, "08-BC/ĐU; Văn thư")
    page = client.get(address(made)).content.decode()
    assert ("Đã gửi ngày 14/12/2017: 08-BC/ĐU; Văn thư" in page, "Ghi đã gửi" in page) == (True, False)


def test_a_number_is_asked_for(client, made):
    client.force_login(made.ward.clerk)
    finish(made, "executive_decision")
    page = send(client, made, document="")
    assert (page.status_code, cycles.step_up(made.season).done_on) == (422, None)


def test_the_way_to_the_report_is_the_plan_after_the_cells(made):
    found = cycles.steps_before(cycles.step_up(made.season))
    assert [step.entry_key for step in found] == ["aggregation", "standing_proposal", "executive_decision"]
