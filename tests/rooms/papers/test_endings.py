"""How a paper ends its lists and its pages: a full stop last, no signature, box or prompt alone on a page."""

import itertools

import pytest

from kiemdiem.papers.drawn import Grid, Line, Signs
from kiemdiem.papers.writers.docx import written_docx
from kiemdiem.papers.writers.pdf import written_pdf
from tests.rooms.papers import press, sample, texts


def dashes(key: str, **values) -> list[str]:
    lines = [piece for piece in press.drawn(key, **values).pieces if isinstance(piece, Line) and piece.style == "dash"]
    return ["".join(run.text for run in line.runs) for line in lines]


def pages_of(key: str, **values) -> list[str]:
    return texts.pdf_pages(written_pdf([press.drawn(key, **values)], press.LAYOUT, title=key))


def test_the_list_of_a_decision_ends_with_a_full_stop():
    assert dashes("decision") == [
        "- Hoàn thành xuất sắc nhiệm vụ: 3 đảng viên;",
        "- Hoàn thành tốt nhiệm vụ: 17 đảng viên.",
    ]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (["một", "hai"], ["một;", "hai."]),
        (["một;", "hai;"], ["một;", "hai."]),
        (["Câu trọn.", "hai"], ["Câu trọn.", "hai."]),
        (["một, ", "Câu trọn."], ["một;", "Câu trọn."]),
    ],
)
def test_every_entry_of_a_list_is_ended_once(said, printed):
    assert dashes("result_notice", reasons=[{"words": words} for words in said]) == [f"- {text}" for text in printed]


def test_the_two_decisions_head_their_lists_by_what_they_are_about():
    def heads(**values) -> list[str]:
        grid = next(piece for piece in press.drawn("decision", **values).pieces if isinstance(piece, Grid))
        return ["".join(run.text for run in cell.runs) for cell in grid.head][1:3]

    assert heads() == ["Họ và tên", "Nơi sinh hoạt"]
    assert heads(listed="Tên chi bộ", places=[]) == ["Tên chi bộ", "Mức đề nghị"]


@pytest.mark.parametrize("count", range(17, 28))
def test_nobody_signs_under_a_table_that_stayed_on_the_page_before(count):
    lines = [{"full_name": f"Người thứ {n}", "how": "trực tiếp"} for n in range(count)]
    *_, last = pages_of("notice_roll", lines=lines)

    assert [last.count(words) for words in ("NGƯỜI GIAO", "Họ và tên", f"Người thứ {count - 1}")] == [1, 1, 1]


def test_in_word_the_last_rows_of_a_signed_table_stay_with_the_signature():
    sheet = press.drawn("notice_roll")
    (grid,) = (piece for piece in sheet.pieces if isinstance(piece, Grid))
    body = written_docx(sheet, press.LAYOUT)
    rows = texts.docx_xml(body).split("<w:tr>")
    kept = [row.count("<w:keepNext/>") > 0 for row in rows if "Ký nhận" not in row and "nhận trực tiếp" in row]

    assert (grid.signed, kept) == (True, [False] * (len(grid.rows) - 2) + [True] * 2)


@pytest.mark.parametrize("key", sorted(press.FORMS))
def test_whoever_signs_has_something_above_it_on_the_page(key):
    pieces = press.drawn(key).pieces
    above = [before for before, piece in itertools.pairwise(pieces) if isinstance(piece, Signs)]
    assert [piece.keep if isinstance(piece, Line) else piece.signed for piece in above] == [True] * len(above)


def test_the_boxes_of_a_choice_stay_on_one_page():
    lines = [piece for piece in press.drawn("self_review").pieces if isinstance(piece, Line)]
    boxes = [line for line in lines if line.runs and line.runs[0].box]
    assert [line.keep for line in boxes] == [True] * 4 + [False] + [True] * 3 + [False]


def test_a_prompt_stays_with_what_is_written_under_it():
    lines = [piece for piece in press.drawn("self_review").pieces if isinstance(piece, Line)]
    prompts = [line for line in lines if line.style == "dash" and line.runs[-1].italic]
    assert len(prompts) > 10
    assert all(line.keep for line in prompts)


def test_no_dots_are_left_under_the_parts_of_what_was_written_as_a_whole():
    key = press.terms().contents["cell"][0].key
    whole = press.drawn("leadership_report", contents={key: sample.PROSE})
    none = press.drawn("leadership_report", contents={})

    def dots(sheet) -> int:
        return sum(run.dots for piece in sheet.pieces if isinstance(piece, Line) for run in piece.runs)

    parts = press.terms().contents["cell"][0].parts
    assert dots(none) - dots(whole) == 3 * len(parts)


def test_a_row_is_not_broken_between_pages():
    votes = "Hoàn thành tốt nhiệm vụ: 9/11 (81,81%); Hoàn thành nhiệm vụ: 2/11 (18,18%) – hết dòng."
    leader = press.samples()["result_report"]["leaders"][0]
    pages = pages_of("result_report", leaders=[leader | {"full_name": f"Người {n}", "votes": votes} for n in range(12)])
    flat = [" ".join(page.split()) for page in pages]

    assert len(flat) > 1
    assert all(page.count("Hoàn thành tốt nhiệm vụ: 9/11") == page.count("hết dòng") for page in flat)


@pytest.mark.parametrize("key", ["residence_comment", "workplace_comment"])
def test_a_comment_is_asked_on_one_page_and_given_on_the_other(key):
    first, second = pages_of(key, comment=None, commented_on=None, commenter=None)

    assert ["Kính gửi" in first, "T/M CHI BỘ" in first, "Nhận xét ngày" in second] == [True] * 3
    assert "Nguyễn Thị Hạnh" in second


def test_each_paper_of_a_print_out_is_counted_from_its_own_first_page():
    sheets = [press.drawn(key) for key in ("member_ballot_1", "member_ballot_1", "notice_roll", "self_review")]
    written = written_pdf(sheets, press.LAYOUT, title="Bộ giấy")
    first, second, roll, more, review, *_ = [page.split("\n") for page in texts.pdf_pages(written)]

    assert [page[0].strip() for page in (first, second, review)] == ["Mẫu 07-KĐ.ĐV", "Mẫu 07-KĐ.ĐV", "Mẫu 01-KĐ.ĐV"]
    assert (roll[0].strip(), more[0].strip()) == ("ĐẢNG BỘ THỊ XÃ HƯƠNG TRÀ", "2")


@pytest.mark.parametrize("key", ["counting_minutes", "leader_ballot_summary"])
@pytest.mark.parametrize(("boxes", "landscape"), [(3, False), (4, True), (5, True)])
def test_a_count_with_many_boxes_is_printed_across(key, boxes, landscape):
    counts = [{"share": (22, 22)}] * boxes
    options = [{"label": f"Mức {n}"} for n in range(boxes)]
    lines = [line | {"counts": counts} for line in sample.COUNTED[:2]]
    assert press.drawn(key, options=options, lines=lines).landscape is landscape
