"""What a member sees: his own self-review at its stage, his own results with his rights, his own papers."""

from datetime import date, datetime

import pytest

from kiemdiem.desk import queries
from kiemdiem.org import commands as org
from kiemdiem.reviews import commands
from kiemdiem.reviews import queries as reviews
from tests.rooms.cycles import make as cycles
from tests.rooms.org import make
from tests.rooms.org.make import ZONE
from tests.rooms.reviews import make as written

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 25)
AT = datetime(2017, 11, 25, 9, 0, tzinfo=ZONE)


@pytest.fixture
def made():
    return cycles.opened()


@pytest.fixture
def member(made):
    account = make.account("dangvien")
    person, ward = made.ward.persons["plain"], made.ward
    org.tie_account(person, account, by=ward.officer, at=AT)
    org.grant(account, role="member", unit=ward.cells[0], from_on=DAY, by=ward.administrator, at=AT)
    person.refresh_from_db()
    return account


def own(made, member) -> list[tuple[str, str]]:
    found = queries.todos_of(made.season, member, on=DAY)
    return [(todo.title, todo.why) for todo in found]


def meets_on(made) -> str:
    return f"{made.season.steps.get(kind='meeting', unit=made.ward.cells[0]).from_on:%d/%m/%Y}"


def test_a_member_writes_hands_in_and_waits_for_the_meeting(made, member):
    person = made.ward.persons["plain"]
    assert own(made, member) == [("Viết bản tự kiểm điểm", "")]
    asked = reviews.asked_of(made.season, person, on=DAY)
    texts = written.texts(asked.sections)
    draft = commands.write_self_review(made.season, person, sections=texts, version=None, by=member, at=AT)
    assert own(made, member) == [("Viết tiếp và nộp bản tự kiểm điểm", "")]
    commands.submit_self_review(draft, submitted_on=DAY, version=draft.version, by=member, at=AT)

    waiting = f"Chờ chi bộ họp ngày {meets_on(made)}: đồng chí trình bày bản kiểm điểm."
    assert own(made, member) == [("Trình bày bản tự kiểm điểm trước chi bộ", waiting)]
