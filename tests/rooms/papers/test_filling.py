"""Values are held against the form before anything is drawn, and papers say what they are."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.papers import layouts
from kiemdiem.papers.writers.docx import written_docx
from kiemdiem.papers.writers.pdf import written_pdf
from tests.rooms.papers import press, texts


def refusal_of(key: str, **values) -> str:
    with pytest.raises(Refused) as refused:
        press.drawn(key, **values)
    return refused.value.answer.sentence()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"full_name": None}, "thiếu “Họ và tên” (full_name)"),
        ({"full_name": ""}, "thiếu “Họ và tên” (full_name)"),
        ({"full_name": 5}, "“Họ và tên” (full_name) phải là một dòng chữ"),
        ({"birth_on": "08/03/1975"}, "“Ngày sinh” (birth_on) phải là một ngày"),
        ({"birth_on": datetime(1975, 3, 8)}, "“Ngày sinh” (birth_on) phải là một ngày"),
        ({"self_grade": "rất tốt"}, "“Tự nhận mức chất lượng đảng viên” (self_grade) không có lựa chọn 'rất tốt'"),
        ({"nickname": "x"}, "mẫu không có nội dung nickname"),
        ({"is_leader": 1}, "“Giữ chức vụ lãnh đạo quản lý” (is_leader) phải là có hoặc không"),
    ],
)
def test_what_is_wrong_is_said_by_form_and_field(values, said):
    assert refusal_of("self_review", **values) == (
        f"Chưa in được mẫu 01-KĐ.ĐV (Bản kiểm điểm đảng viên). {said} (II.3.2.a). "
        "Bổ sung các nội dung trên rồi in lại. Chưa có giấy tờ nào được ghi."
    )


def test_every_problem_is_said_at_once_and_rows_are_counted():
    said = refusal_of("roll", held_on=None, lines=[{"printed_name": "A", "capacity": "x", "votes": "có"}, {}])
    assert "thiếu “Ngày họp” (held_on)" in said
    assert "Danh sách, dòng 2: thiếu “Họ và tên” (printed_name)" in said


def test_negative_counts_and_floats_are_refused():
    assert "(issued) phải là số nguyên không âm" in refusal_of("counting_minutes", issued=-1)
    assert "(mean) phải là điểm tính bằng phần trăm điểm" in refusal_of("score_minutes", mean=90.85)


def test_what_is_written_by_hand_gets_dots():
    sheet = press.bare(press.drawn("counting_minutes", number=None, venue=None, began_at=None), "A4")
    said = texts.docx_text(written_docx(sheet, press.LAYOUT))
    assert "Số……-BB/CB" in said
    assert f"Hồi……giờ……,ngày01tháng12năm2017,tại{'…' * 12},tổkiểmphiếu" in said


@pytest.mark.parametrize(
    ("marks", "running"),
    [
        ({}, ""),
        ({"demo": True}, "BẢN MẪU"),
        ({"sample": True}, "Số liệu minh họa"),
        ({"demo": True, "sample": True}, "BẢN MẪU – Số liệu minh họa"),
    ],
)
def test_every_page_says_what_the_paper_is(marks, running):
    sheet = press.drawn("cell_minutes", marks=press.terms(**marks))
    pages = texts.pdf_pages(written_pdf([sheet], press.LAYOUT, title="x"))
    assert len(pages) > 2
    assert sheet.running == running
    assert all(running in page for page in pages)


def test_a_draft_says_so_under_its_number_or_on_top():
    with_head = press.drawn("plan", marks=press.terms(draft=True))
    slip = press.drawn("member_ballot_1", marks=press.terms(draft=True))
    assert [line.runs[0].text for line in with_head.pieces[0].left][-1] == "Dự thảo"
    assert (with_head.running, slip.running) == ("", "Dự thảo")


def test_forms_of_our_own_say_that_they_are_not_official():
    note = "(Mẫu do phần mềm soạn, chưa phải mẫu chính thức)"
    assert {press.drawn(key).footing for key, form in press.FORMS.items() if not form.secret} == {note}
    pages = texts.pdf_pages(written_pdf([press.drawn("self_review")], press.LAYOUT, title="x"))
    assert [note in page for page in pages] == [True] + [False] * (len(pages) - 1)


@pytest.mark.parametrize(
    ("on", "edition"),
    [
        (date(2018, 4, 2), "party_2004"),
        (date(2018, 4, 3), "party_2018"),
        (date(2026, 5, 26), "party_2018"),
        (date(2026, 5, 27), "party_2026"),
    ],
)
def test_the_layout_follows_the_day_of_the_paper(on, edition):
    assert layouts.layout_for(on, "party").edition == edition


def test_a_day_without_a_layout_is_refused():
    with pytest.raises(Refused, match="Chưa in được giấy tờ đề ngày 01/01/2019"):
        layouts.layout_for(date(2019, 1, 1), "state")


def test_page_numbers_begin_on_the_second_page():
    pages = texts.pdf_pages(written_pdf([press.drawn("cell_minutes")], press.LAYOUT, title="x"))
    assert [page.split("\n")[0].strip() for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    assert pages[0].startswith("ĐẢNG BỘ")


def test_grounds_end_as_the_layout_wants():
    ends = {}
    for on in (date(2017, 12, 1), date(2026, 12, 1)):
        layout = layouts.layout_for(on, "party")
        lines = [piece for piece in press.drawn("decision", layout=layout).pieces if piece.kind == "line"]
        grounds = ["".join(run.text for run in line.runs) for line in lines if line.style == "ground"]
        ends[layout.edition] = [(text[:7], text[-1]) for text in grounds]
    assert ends == {
        "party_2004": [("Căn cứ ", ";"), ("Căn cứ ", ",")],
        "party_2026": [("- Căn c", ";"), ("- Căn c", ".")],
    }
