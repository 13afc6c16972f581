"""Saving while somebody types, as the server sees it: versions respected, both texts told, nothing overwritten."""

import pytest

from kiemdiem.journal.models import Entry
from kiemdiem.reviews.models import Report, SelfReview
from tests.rooms.cycles import make as cycles
from tests.rooms.reviews import make
from tests.rooms.reviews.test_pages import HERE, as_, paper

pytestmark = pytest.mark.django_db
REPORT = f"{HERE}/bao-cao/ubnd/collective_report/"
BOX = "s-item-rm1_1"


@pytest.fixture
def made():
    return cycles.opened()


@pytest.fixture
def officer(client, made):
    return as_(client, made.ward.officer)


def script(client, address, **sent):
    return client.post(address, sent, headers={"accept": "application/json"})


def test_each_saving_gives_the_version_the_next_one_goes_on(officer, made):
    first = script(officer, paper(made), **{BOX: "một"}).json()
    second = script(officer, paper(made), version=first["version"], **{BOX: "hai"}).json()
    kept = SelfReview.objects.get()
    assert (second["version"], kept.version, kept.sections["item.rm1_1"]) == (2, 2, "hai")
    assert Entry.objects.filter(act="reviews.write_self_review").count() == 2


def test_a_stale_saving_is_told_both_texts_and_overwrites_nothing(officer, made):
    version = script(officer, paper(made), **{BOX: "một"}).json()["version"]
    script(officer, paper(made), version=version, **{BOX: "của người khác"})
    answer = script(officer, paper(made), version=version, **{BOX: "lời riêng"})
    told = answer.json()
    assert (answer.status_code, told["version"], told["texts"][BOX]) == (409, 2, "của người khác")
    assert SelfReview.objects.get().sections["item.rm1_1"] == "của người khác"


def test_a_section_that_cannot_be_read_is_left_and_the_others_are_saved(officer):
    script(officer, REPORT, **{"s-item-rc5": "A; b; c; d; e", "s-strengths": "cũ"})
    answer = script(officer, REPORT, version=1, **{"s-item-rc5": "A; b", "s-strengths": "Đoàn kết"})
    kept = Report.objects.get()
    assert "có 2 phần" in answer.json()["left"]["s-item-rc5"]
    assert (kept.sections["strengths"], kept.sections["item.rc5"][0]["person"]) == ("Đoàn kết", "A")


def test_what_was_handed_in_is_not_written_over_by_a_page_left_open(officer, made):
    make.self_review(made, made.ward.persons["plain"])
    answer = script(officer, paper(made), version=1, **{BOX: "muộn"})
    assert (answer.status_code, "Đã nộp" in answer.json()["said"]) == (409, True)
    assert SelfReview.objects.get().sections == {}


def test_somebody_without_the_right_saves_nothing(client, made):
    as_(client, made.ward.supervisor)
    answer = script(client, paper(made), **{BOX: "x"})
    assert (answer.status_code, SelfReview.objects.count()) == (409, 0)


def test_without_the_script_a_button_saves_and_stays_on_the_page(officer, made):
    answer = officer.post(paper(made), {BOX: "dở dang", "act": "save"})
    assert answer["Location"] == paper(made)
    assert "Lưu lần cuối lúc" in officer.get(paper(made)).content.decode()


def test_a_stale_page_without_the_script_shows_both_texts_and_the_next_sending_goes_on(officer, made):
    officer.post(paper(made), {BOX: "một"})
    officer.post(paper(made), {"version": 1, BOX: "của người khác"})
    stale = officer.post(paper(made), {"version": 1, BOX: "lời riêng"})
    shown = stale.content.decode()
    assert (stale.status_code, shown.count("của người khác"), shown.count("lời riêng")) == (422, 1, 2)
    assert 'name="version" value="2"' in shown
    assert officer.post(paper(made), {"version": 2, BOX: "gộp"}).status_code == 302
    assert SelfReview.objects.get().sections["item.rm1_1"] == "gộp"


def test_a_paper_is_not_begun_with_nothing_in_it(officer, made):
    answer = officer.post(paper(made), {BOX: "  "})
    assert (answer.status_code, SelfReview.objects.count()) == (422, 0)
    assert "Hãy viết ít nhất một phần" in answer.content.decode()
