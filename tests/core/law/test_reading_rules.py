"""A rulebook told: values in sentences, entries in their places, chapters in the order of the source, uses, the act."""

import pytest

from kiemdiem.core.law.catalogue import Row
from kiemdiem.core.law.chapters import chapters
from kiemdiem.core.law.loader import load
from kiemdiem.core.law.outline import outline
from kiemdiem.core.law.source_text import passages
from kiemdiem.core.law.telling.expressions import Spoken, spoken_of
from kiemdiem.core.law.telling.teller import Teller
from kiemdiem.core.law.uses import uses
from tests.core.law.folder import ROWS, TEXTS

BOOK = load(TEXTS, catalogue=ROWS)
PLACED = {one.entry.key: one for one in outline(BOOK)}
PERSON = spoken_of(BOOK, "person")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("done", "“Đã xong”"),
        ("NOT done", "không có: “Đã xong”"),
        ("yes > 3", "“Phiếu thuận” lớn hơn 3"),
        ("yes <= 3 AND done", "“Phiếu thuận” không quá 3 và “Đã xong”"),
        ("done AND (yes < 3 OR voters = 0)", "“Đã xong” và (“Phiếu thuận” nhỏ hơn 3 hoặc “Người bầu” bằng 0)"),
        ("yes * 2 >= voters", "“Phiếu thuận” × 2 từ “Người bầu” trở lên"),
        ("level >= DAT", "“Mức tự nhận” từ mức B trở lên"),
        ("TOT > level", "“Mức tự nhận” dưới mức A"),
        ("level IN (TOT, DAT)", "“Mức tự nhận” là một trong: A, B"),
        ("yes BETWEEN 2 AND 5", "“Phiếu thuận” từ 2 đến 5"),
        ("yes IS NULL", "chưa biết “Phiếu thuận”"),
        ("yes IS NOT NULL", "đã biết “Phiếu thuận”"),
        ("came_on < DATE '2017-12-07'", "“Ngày đến” nhỏ hơn 07/12/2017"),
        ("NOT (done OR yes > 1)", "không phải: (“Đã xong” hoặc “Phiếu thuận” lớn hơn 1)"),
        ("not ( an expression", "not ( an expression"),
    ],
)
def test_an_expression_is_said_in_the_words_of_its_facts(written, said):
    assert PERSON.phrase(written) == said


def test_a_fact_nobody_named_keeps_its_id():
    assert Spoken({}, {}).phrase("yes > 3") == "“yes” lớn hơn 3"


@pytest.mark.parametrize(
    ("key", "standing", "said"),
    [
        ("good.votes", "Người, mức A", ("“Phiếu thuận” phải trên 2/3 “Người bầu”.",)),
        ("fair.level", "Người, mức B", ("Đạt khi “Mức tự nhận” từ mức B trở lên.",)),
        ("band.b", "", ("Mức B: từ 50 đến dưới 80 điểm.",)),
        ("band.a", "", ("Mức A: từ 80 điểm trở lên.",)),
        ("balance", "", ("“Phiếu thuận” không được lớn hơn “Người bầu”.",)),
        ("standards.person", "", ("Không đạt tiêu chuẩn mức nào thì xếp mức C.",)),
        ("level", "", ("Ghi một mức của thang “Mức”.",)),
    ],
)
def test_an_entry_is_said_with_its_values(key, standing, said):
    found = next(one for one in outline(BOOK) if one.entry.key == key)
    teller = Teller(BOOK, {})
    assert (teller.standing(found), teller.sentences(found)) == (standing, said)


def test_a_quota_says_its_share_its_base_and_what_happens_beyond_it():
    said = " ".join(Teller(BOOK, {"team": "tổ"}).sentences(PLACED["quota"]))
    assert "ở mức A không quá 15% số đạt mức đó trước khi nâng (từ mức B trở lên), tính theo tổ." in said
    assert "Ngoài tỷ lệ thì xuống mức B; bằng nhau ở ngưỡng thì bỏ phiếu lại." in said


def test_an_entry_knows_what_it_is_about_and_what_it_counts_for():
    vote = PLACED["good.votes"]
    assert (vote.part, vote.subject, vote.place, vote.within) == (
        "standards", "person", "TOT", ("standards.person", "good"),
    )  # fmt: skip


def test_entries_that_use_a_fact_a_scale_a_question_are_named():
    found = {name: [one.entry.key for one in users] for name, users in uses(BOOK, outline(BOOK)).items()}
    assert found["Fact", "person", "yes"] == ["good.votes", "quota"]
    assert found["Interpretation", "", "how_many"] == ["quota"]
    assert found["Scale", "", "grades"] == ["person", "level"]


def row(key, clause):
    """A row of a catalogue."""
    return Row(key, f"{clause} · L1", "standard", (), (), "text")


def test_chapters_follow_the_source_and_an_entry_stands_at_its_first_row():
    rows = {one.id: one for one in (row("R-2", "I.1"), row("R-1", "II.1.a"), row("R-3", "II.1.b"))}
    found = chapters(outline(BOOK), rows)
    assert [(chapter.key, [clause.path for clause in chapter.clauses]) for chapter in found] == [
        ("i-1", ["I.1"]), ("ii-1", ["II.1.a", "II.1.b"]), ("khac", ["khac"]),
    ]  # fmt: skip
    assert [one.entry.key for one in found[1].clauses[0].placed] == ["done"]


def test_a_long_chapter_is_cut_by_the_next_number():
    rows = {f"R-{n}": row(f"R-{n}", f"II.1.{n}") for n in (1, 2)}
    many = [PLACED["done"]] * 41
    assert [chapter.number for chapter in chapters(many, rows)] == ["II.1.1", "II.1.2"]


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("Mở đầu\nI. Một\n1. Hai", "0", "Mở đầu"),
        ("I. Một\n1. Hai\na) Ba\nđ) Bốn", "I.1.dd", "đ) Bốn"),
        ("II. Một\n1.3. Hai\nthêm một dòng", "II.1.3", "1.3. Hai\nthêm một dòng"),
        ("B. Một\nII. Hai\n1.6. Ba\n* **Bước 2:** Bốn", "B.II.1.6.B2", "Bước 2:** Bốn"),
        ("I. Một\n5 người dự họp\n1. Hai", "I", "I. Một\n5 người dự họp"),
        ("I. Một\nT/M BAN\nK/T TRƯỞNG BAN", "I", "I. Một\nT/M BAN\nK/T TRƯỞNG BAN"),
        ("I. Một\n1. Hai\nPhụ lục\n1. Lại một", "I.1", "1. Hai\nPhụ lục\n1. Lại một"),
    ],
)
def test_an_act_is_cut_at_its_own_numbers(text, path, words):
    assert passages(text)[path] == words
