"""The differences of two rulebooks as a paper to hand round: a table for each part, both books beside each other."""

from collections.abc import Iterable, Iterator
from datetime import date

from kiemdiem.core.law.telling import changes
from kiemdiem.papers.drawn import Cell, Grid, Line, Piece, Run, Sheet
from kiemdiem.papers.layouts import Layout

WIDTHS = (18, 41, 41)
HEAD = ("Thay đổi", "Bộ trước", "Bộ sau")
SLIGHT = frozenset({"moved", "reworded"})


def compared_sheet(
    told: Iterable[changes.ToldChange],
    *,
    titles: tuple[str, str],
    readings: Iterable[tuple[str, str, str]],
    on: date,
    layout: Layout,
) -> Sheet:
    """The sheet; what is only moved or said in other words is counted and not listed."""
    return Sheet(
        paper="A4",
        landscape=True,
        page=layout.page,
        code="",
        running="",
        footing=f"Phần mềm lập ngày {on:%d/%m/%Y}, để tham khảo; không thay cho văn bản.",
        pieces=tuple(pieces(list(told), titles=titles, readings=list(readings))),
    )


def pieces(
    told: list[changes.ToldChange], *, titles: tuple[str, str], readings: list[tuple[str, str, str]]
) -> Iterator[Piece]:
    """The title, the counts, the readings that are apart, and a table for each part."""
    yield line("paper_name", "SO SÁNH HAI BỘ QUY TẮC")
    for name, title in zip(("Bộ trước", "Bộ sau"), titles, strict=True):
        yield line("plain", f"{name}: {title}")
    counts = "; ".join(f"{name.lower()} {count}" for name, count in changes.counted(told))
    yield line("plain", f"Khác nhau: {counts}." if counts else "Hai bộ quy tắc không khác nhau.")
    if readings:
        yield line("heading_1", "Cách hiểu khác nhau")
        yield grid((question, first, second) for question, first, second in readings)
    for part, found in changes.by_part(one for one in told if one.change.kind not in SLIGHT).items():
        yield line("heading_1", part)
        yield grid((named(one), str(one.before or ""), str(one.after or "")) for one in found)


def named(one: changes.ToldChange) -> str:
    """Which difference it is, and what it is about."""
    placed = one.after or one.before
    about = (placed.standing if placed else "") or one.kind.lower()
    return f"{one.name}: {about}{f' ({one.effect})' if one.effect else ''}"


def grid(rows: Iterable[tuple[str, ...]]) -> Grid:
    """A table of three columns."""
    head = tuple(Cell((Run(text, bold=True),), "centre") for text in HEAD)
    cells = tuple(tuple(Cell((Run(text),)) for text in row) for row in rows)
    return Grid(WIDTHS, head, cells, style="table_small", row_mm=6, ruled=True)


def line(style: str, text: str) -> Line:
    """One line in a style of the layout."""
    return Line(style, (Run(text),))
