"""The pages of an own rulebook: copied, looked over, changed value by value, frozen; all without JavaScript."""

import re
from html import unescape

import pytest

from kiemdiem.rulebooks import queries
from kiemdiem.rulebooks.models import BookVersion, Change, OwnBook
from tests.rooms.org import make as org
from tests.rooms.rulebooks import make
from tests.rooms.rulebooks.test_own_books import PERCENT, said

pytestmark = pytest.mark.django_db
BOOK = f"/quy-tac-rieng/{make.OWN}/"
QUOTA = f"{BOOK}sua/quotas.yaml/quotas/quota.excellent_members/"
ROUND = f"{BOOK}sua/ballots.yaml/ballots/member_grade/rounds/member_grade.round1/"
REPORT = f"{BOOK}sua/plan.yaml/items/report_up/"
SENT = {"title": "Kiểm điểm năm 2018", "year": "2018", "issued_on": "15/11/2018", "number": "20"}


def as_(client, account):
    client.force_login(account)
    return client


def page(answer):
    return unescape(answer.content.decode())


def boxes(client, url):
    """What the form of an entry shows, as it would be sent back unchanged."""
    form = client.get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return form, {
        name: "\n".join(map(str, value)) if isinstance(value, list) and not hasattr(form.fields[name], "choices")
        else (f"{value:%d/%m/%Y}" if hasattr(value, "year") else value)
        for name, value in shown.items() if value not in (None, False)
    }  # fmt: skip


def named(form, label):
    return next(name for name, field in form.fields.items() if field.label == label)


def test_the_officer_copies_a_book_and_lands_on_it(client):
    ward = org.ward()
    officer = as_(client, ward.officer)
    assert "/quy-tac-rieng/lap/hx17/db/" in page(officer.get("/quy-tac-rieng/"))
    answer = officer.post("/quy-tac-rieng/lap/hx17/db/", SENT, follow=True)
    assert answer.redirect_chain == [(BOOK, 302)]
    assert "Còn 52 ngày hoặc lời văn phải kiểm tra" in page(answer)
    assert "Kiểm điểm năm 2018" in page(officer.get("/quy-tac-rieng/"))


def test_the_form_offers_the_next_year(client):
    form = as_(client, org.ward().officer).get("/quy-tac-rieng/lap/hx17/db/").context["form"]
    assert (form["year"].value(), f"{form['issued_on'].value():%d/%m/%Y}") == (2018, "16/11/2018")
    assert form["title"].value().endswith("năm 2018")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"year": "20x8"}, "phải là số nguyên"),
        ({"title": ""}, "Chưa nhập"),
        ({"issued_on": "31/02/2018"}, "ngày có thật"),
    ],
)
def test_a_wrong_answer_loses_nothing_and_copies_nothing(client, change, word):
    answer = as_(client, org.ward().officer).post("/quy-tac-rieng/lap/hx17/db/", {**SENT, **change})
    assert (answer.status_code, OwnBook.objects.count(), word in page(answer)) == (422, 0, True)


def test_whoever_may_not_change_reads_only(client):
    made = make.frozen()
    clerk = as_(client, made.ward.clerk)
    assert [clerk.get(url).status_code for url in (BOOK, f"{BOOK}ban/1/", "/quy-tac-rieng/")] == [200, 200, 200]
    closed = [
        f"{BOOK}noi-dung/",
        QUOTA,
        f"{BOOK}kiem-tra/",
        f"{BOOK}chot/",
        f"{BOOK}ban-moi/",
        "/quy-tac-rieng/lap/hx17/db/",
    ]
    assert [clerk.get(url).status_code for url in closed] == [403] * 6
    assert "Lập bản mới" not in page(clerk.get(BOOK))


def test_another_committee_sees_nothing_of_it(client):
    made = make.frozen()
    other = org.ward(beside=made.ward)
    officer = as_(client, other.officer)
    assert officer.get(BOOK).status_code == 403
    assert "Kiểm điểm năm 2018" not in page(officer.get("/quy-tac-rieng/"))


def test_every_part_lists_its_entries_and_every_entry_opens(client):
    officer = as_(client, make.copied().ward.officer)
    found = {}
    for tab in officer.get(f"{BOOK}noi-dung/").context["tabs"]:
        listed = officer.get(tab.url).context["found"]
        found[tab.label] = len(listed)
        assert officer.get(listed[-1][0]).status_code == 200
    assert found["Tỷ lệ tối đa"] == 2
    assert found["Lịch"] == len(queries.rulebook("hx17").plan.entries())


def test_an_entry_is_found_by_its_words_without_diacritics(client):
    officer = as_(client, make.copied().ward.officer)
    found = officer.get(f"{BOOK}noi-dung/?phan=quotas&q=bieu duong").context["found"]
    assert [each[2][:14] for each in found] == ["Số chi bộ được"]


def test_a_value_is_changed_after_it_was_looked_over(client):
    made = make.looked_over()
    officer = as_(client, made.ward.officer)
    form, sent = boxes(officer, QUOTA)
    percent = named(form, "Tỷ lệ tối đa (%)")
    looked = officer.post(QUOTA, {**sent, percent: "10"})
    assert [(row.label, row.value) for row in looked.context["rows"]] == [
        ("Tỷ lệ tối đa (%)", "15 → 10"), ("Lỗi phát sinh", "Không có"),
    ]  # fmt: skip
    assert said(made.version, *PERCENT) == 15
    assert officer.post(QUOTA, {**sent, percent: "10", "step": "send"}).status_code == 302
    assert said(made.version, *PERCENT) == 10
    assert "Số đảng viên hoàn thành xuất sắc" in page(officer.get(BOOK))


def test_only_what_was_changed_is_written(client):
    made = make.looked_over()
    officer = as_(client, made.ward.officer)
    for url in (QUOTA, f"{BOOK}sua/rulebook.yaml/-/", f"{BOOK}sua/plan.yaml/items/cell_meetings.day_07/"):
        _, sent = boxes(officer, url)
        answer = officer.post(url, {**sent, "step": "send"})
        assert (answer.status_code, "Không có giá trị nào thay đổi" in page(answer)) == (422, True)


def test_what_would_break_is_told_before_it_is_kept(client):
    made = make.looked_over()
    officer = as_(client, made.ward.officer)
    form, sent = boxes(officer, REPORT)
    until = named(form, "Đến hết ngày")
    looked = officer.post(REPORT, {**sent, until: "01/12/2018"})
    broken = {row.label: row.value for row in looked.context["rows"]}
    assert broken["Đến hết ngày"] == "16/12/2018 → 01/12/2018"
    assert broken["Lỗi phát sinh"].endswith(": ngày cuối (until_on) trước ngày đầu (from_on) (sửa lại hai ngày)")
    officer.post(REPORT, {**sent, until: "01/12/2018", "step": "send"})
    assert "Còn 1 lỗi, chưa chốt được" in page(officer.get(BOOK))
    _, again = boxes(officer, REPORT)
    mended = officer.post(REPORT, {**again, until: "17/12/2018"}).context["rows"]
    assert [row.label for row in mended] == ["Đến hết ngày", "Lỗi phát sinh", "Lỗi được sửa"]


@pytest.mark.parametrize(
    ("url", "label", "value", "word"),
    [
        (QUOTA, "Tỷ lệ tối đa (%)", "101", "không được lớn hơn 100"),
        (QUOTA, "Tỷ lệ tối đa (%)", "0", "không được nhỏ hơn 1"),
        (ROUND, "Phải vượt quá", "3/2", "không quá 1"),
        (ROUND, "Phải vượt quá", "nửa", "không phải phân số"),
        (REPORT, "Từ ngày", "31/02/2018", "ngày có thật"),
        (REPORT, "Lời văn", "", "Chưa nhập"),
        (REPORT, "Ai phải làm", ["ai_do"], "không có trong danh sách"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_at_its_question_and_nothing_is_written(client, url, label, value, word):
    made = make.copied()
    before = Change.objects.count()
    officer = as_(client, made.ward.officer)
    form, sent = boxes(officer, url)
    answer = officer.post(url, {**sent, named(form, label): value, "step": "send"})
    assert (answer.status_code, Change.objects.count()) == (422, before)
    assert word in " ".join(answer.context["form"].errors[named(form, label)])


def test_who_a_plan_item_falls_on_is_chosen_by_name(client):
    made = make.looked_over()
    officer = as_(client, made.ward.officer)
    url = f"{BOOK}sua/plan.yaml/items/aggregation/"
    form, sent = boxes(officer, url)
    who = named(form, "Ai phải làm")
    assert dict(form.fields[who].choices)["office"] == "Văn phòng cấp ủy"
    officer.post(url, {**sent, who: ["office", "standing_committee"], "step": "send"})
    assert said(made.version, "plan.yaml", "items/aggregation/owed_by") == ["office", "standing_committee"]


def test_a_value_under_a_reading_has_a_question_for_each_reading(client):
    form, _ = boxes(as_(client, make.copied().ward.officer), f"{BOOK}sua/plan.yaml/items/cell_meetings.day_07/")
    labels = [field.label for field in form.fields.values()]
    assert [label for label in labels if label and label.startswith("Từ ngày")] == [
        "Từ ngày – khi hiểu: Năm 2017", "Từ ngày – khi hiểu: Đúng như in",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "tail", ["sua/quotas.yaml/quotas/none/", "sua/none.yaml/-/", "sua/sources.yaml/-/", "sua/plan.yaml/items/"]
)
def test_what_is_no_entry_is_not_found(client, tail):
    assert as_(client, make.copied().ward.officer).get(f"{BOOK}{tail}").status_code == 404


def test_the_page_of_somebody_slower_is_refused_and_keeps_what_was_typed(client):
    made = make.looked_over()
    officer = as_(client, made.ward.officer)
    form, sent = boxes(officer, QUOTA)
    make.change(made, *PERCENT, 12)
    answer = officer.post(QUOTA, {**sent, named(form, "Tỷ lệ tối đa (%)"): "10", "step": "send"})
    assert (answer.status_code, said(made.version, *PERCENT)) == (422, 12)
    assert "vừa sửa" in page(answer)
    assert answer.context["form"][named(form, "Tỷ lệ tối đa (%)")].value() == "10"


def test_days_are_looked_at_with_their_weekday_and_frozen_with_a_reason(client):
    made = make.copied()
    officer = as_(client, made.ward.officer)
    url = f"{BOOK}kiem-tra/"
    form = officer.get(url).context["form"]
    choices = form.fields["places"].choices
    told = dict(choices)["plan.yaml:items/report_up/until_on"]
    assert told.endswith("Đến hết ngày: thứ Bảy, 16/12/2017 → Chủ nhật, 16/12/2018 – ngày nghỉ")
    assert officer.post(url, {"version": form["version"].value()}).status_code == 422
    every = [key for key, _ in choices]
    first = officer.post(url, {"version": form["version"].value(), "places": every[:2]})
    assert (first.url, len(queries.to_check(made.version))) == (url, 50)
    assert officer.post(url, {"version": made.version.version, "places": every[2:]}).url == BOOK
    answer = officer.post(f"{BOOK}chot/", {"version": made.version.version, "reason": "Kế hoạch 2018"}, follow=True)
    shown = re.search(r"(?:[0-9a-f]{8}[ ]?){8}", page(answer)).group()
    assert shown.replace(" ", "") == BookVersion.objects.get().sha


def test_freezing_too_early_says_why(client):
    made = make.copied()
    officer = as_(client, made.ward.officer)
    answer = officer.post(f"{BOOK}chot/", {"version": made.version.version, "reason": "x"})
    assert (answer.status_code, "còn 52 ngày hoặc lời văn chưa kiểm tra" in page(answer)) == (422, True)


def test_a_new_version_begins_on_the_page_and_the_frozen_one_stays(client):
    made = make.frozen()
    officer = as_(client, made.ward.officer)
    assert officer.get(QUOTA).status_code == 403
    assert officer.post(f"{BOOK}ban-moi/").status_code == 302
    assert queries.in_work(made.book).number == 2
    assert officer.post(f"{BOOK}ban-moi/").status_code == 422
    assert officer.get(f"{BOOK}ban/2/").status_code == 403
    assert "Bản 2 đang sửa" in page(officer.get(BOOK))
    assert officer.get(f"/quy-tac/{make.OWN}/db/cach-hieu/").status_code == 200
