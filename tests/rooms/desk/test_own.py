"""What a member sees: his own self-review at its stage, his own results with his rights, his own papers."""

from datetime import date, datetime

import pytest
from django.test import Client

from kiemdiem.cycles import queries as cycles_queries
from kiemdiem.desk import queries
from kiemdiem.desk.pages import home
from kiemdiem.org import commands as org
from kiemdiem.papers import commands as papers
from kiemdiem.reviews import commands
from kiemdiem.reviews import queries as reviews
from tests.rooms.cycles import make as cycles
from tests.rooms.org import make
from tests.rooms.org.make import ZONE
from tests.rooms.papers import press
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


def first_page(member) -> str:
    client = Client()
    client.force_login(member)
    return client.get("/").content.decode()


def signed_paper(made, person):
    season, by = made.season, made.ward.clerk
    subject = cycles_queries.subject_of(season, person)
    order = papers.Order("self_review", press.samples()["self_review"], made.ward.cells[0], DAY, about=subject.key)
    return papers.write_paper(season, order, by=by, at=AT)


def test_the_first_page_shows_his_result_his_rights_and_his_papers(made, member):
    person, other = made.ward.persons["plain"], made.ward.persons["secretary"]
    own_paper, foreign = signed_paper(made, person), signed_paper(made, other)
    shown = first_page(member)

    assert "Đảng viên – Chi bộ Tổ dân phố 1: <strong>Chưa xét</strong>" in shown
    assert "quyền bảo lưu ý kiến và khiếu nại bằng văn bản" in shown
    assert (f"/giay-to/{own_paper.key}/pdf/" in shown, foreign.key in shown) == (True, False)
    assert (other.full_name in shown, person.full_name in shown) == (False, True)


def test_he_opens_his_own_paper_and_no_other(client, made, member):
    own_paper = signed_paper(made, made.ward.persons["plain"])
    foreign = signed_paper(made, made.ward.persons["secretary"])
    client.force_login(member)
    answers = [client.get(f"/giay-to/{paper.key}/pdf/").status_code for paper in (own_paper, foreign)]

    assert answers == [200, 403]


def test_nothing_to_do_says_what_comes_next_and_when(made):
    account = make.account("giamsat")
    org.grant(account, role="inspector", unit=made.ward.cells[0], from_on=DAY, by=made.ward.administrator, at=AT)
    words = home.next_words(made.season, frozenset({made.ward.cells[0].pk}), on=date(2017, 11, 30))

    assert words.startswith("Việc tiếp theo: ")
    assert f"ngày {meets_on(made)}" in words
    late = home.next_words(made.season, frozenset(), on=date(2018, 12, 31))
    assert late == "Kế hoạch không còn bước nào phía trước."


def test_he_opens_no_list_of_others(client, made, member):
    client.force_login(member)
    pages = ("danh-sach/", "thong-bao/", "doi-chieu/", "ket-qua/", "giay-to/", "tien-do/", "in-giay/", "ho-so-ket-qua/")
    answers = [client.get(f"/dot/{made.season.key}/{page}").status_code for page in pages]

    assert answers == [403] * len(pages)
    shown = first_page(member)
    assert ("Danh sách" in shown, "Đối chiếu" in shown, "Kế hoạch" in shown) == (False, False, True)
