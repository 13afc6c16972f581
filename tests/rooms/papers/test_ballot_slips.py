"""Slips to vote on: legible, on one sheet, and without anything that could tell one from another."""

import pytest

from kiemdiem.papers.writers.pdf import written_pdf
from tests.rooms.papers import press, sample, texts

LONG = "Nguyễn Thị Hoàng Phương Thảo"


def slip(key: str, lines: int) -> bytes:
    """A slip of that many lines with long names."""
    named = [{"printed_name": f"{LONG} {n}"} for n in range(lines)]
    return written_pdf([press.drawn(key, lines=named)], press.LAYOUT, title="x")


@pytest.mark.parametrize(
    ("lines", "size"),
    [(1, (148, 210)), (5, (148, 210)), (6, (210, 297)), (23, (210, 297)), (25, (297, 420)), (40, (297, 420))],
)
@pytest.mark.parametrize("key", ["member_ballot_1", "member_ballot_2"])
def test_the_sheet_grows_with_the_lines_and_stays_one(key, lines, size):
    assert texts.sizes_mm(slip(key, lines)) == [size]


@pytest.mark.clause("HX17-III.1.4-2")
@pytest.mark.parametrize("key", ["member_ballot_1", "member_ballot_2", "leader_ballot"])
def test_what_is_marked_is_set_in_fourteen_points_or_more(key):
    form = press.FORMS[key]
    (grid,) = [piece for piece in press.drawn(key).pieces if piece.kind == "grid"]
    assert (form.secret, grid.style, press.LAYOUT.styles["ballot"].size) == (True, "ballot", 14)
    assert min(texts.letter_sizes(slip(key, 30)) - {11, 12}) == 14


@pytest.mark.clause("HX17-III.1.4-4")
def test_round_one_prints_the_boxes_it_is_given_and_marks_none():
    (grid,) = [piece for piece in press.drawn("member_ballot_1").pieces if piece.kind == "grid"]
    titles = ["".join(run.text for run in cell.runs) for cell in grid.head]
    assert titles == ["TT", "Họ và tên", sample.GOOD, sample.FAIR, sample.POOR]
    assert {cell.runs[0].box for row in grid.rows for cell in row[2:]} == {"empty"}


def test_two_slips_of_a_round_are_the_same_file():
    assert slip("member_ballot_1", 22) == slip("member_ballot_1", 22)
