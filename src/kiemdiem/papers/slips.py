"""Slips with one-time passwords, several on a page, to be cut apart. Drawn when they are made and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiemdiem.papers import layouts
from kiemdiem.papers.drawn import Cell, Grid, Line, Run, Sheet
from kiemdiem.papers.layouts import Page
from kiemdiem.papers.writers.pdf import written_pdf

A_PAGE = 5
ROW_MM = 7
MARGINS = Page(top=14, bottom=10, left=20, right=20)
TITLE = "Phiếu tài khoản"
CUT = "cắt theo đường này"


@dataclass(frozen=True)
class AccountSlip:
    """What one slip says."""

    name: str
    unit_name: str
    username: str
    password: str
    until: date


def written_slips(slips: Sequence[AccountSlip], *, on: date, demo: bool) -> bytes:
    """One black-and-white PDF of the slips, a cut line under each."""
    layout = layouts.layout_for(on, "party")
    pages = [slips[start : start + A_PAGE] for start in range(0, len(slips), A_PAGE)]
    return written_pdf([_sheet(page, demo=demo) for page in pages], layout, title=TITLE)


def _sheet(slips: Sequence[AccountSlip], *, demo: bool) -> Sheet:
    pieces = tuple(piece for slip in slips for piece in _slip(slip))
    return Sheet(
        "A4", landscape=False, page=MARGINS, code="", running="BẢN MẪU" if demo else "", footing="", pieces=pieces
    )


def _slip(slip: AccountSlip) -> tuple[Line | Grid, ...]:
    """A heading, the account, what to do with it, and the line to cut along."""
    rows = (
        ("Họ và tên", slip.name),
        ("Đơn vị", slip.unit_name),
        ("Tên đăng nhập", slip.username),
        ("Mật khẩu dùng một lần", slip.password),
    )
    what = f"Đăng nhập trước ngày {slip.until:%d/%m/%Y} và đổi mật khẩu ngay. Không cho ai xem; xong thì hủy phiếu."
    return (
        Line("heading_1", (Run("PHIẾU TÀI KHOẢN"),), align="centre"),
        Grid((38, 62), (), tuple(_row(label, words) for label, words in rows), "table", ROW_MM, ruled=True, whole=True),
        Line("note", (Run(what),), keep=True),
        Line("note", (Run(f"✂ {CUT} "), Run(dots=True))),
    )


def _row(label: str, words: str) -> tuple[Cell, ...]:
    return Cell((Run(label),)), Cell((Run(words, bold=True),))
