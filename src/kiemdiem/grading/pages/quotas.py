"""The capped shares of the whole committee: who reached them, the places each base gives, what waits to be settled."""

from datetime import date
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import AtLine, Share
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Bar, Column, Crumb, Table, TableCell

ACT = "grading.see_quotas"
HIDDEN = "ẩn"
STATES = {"over": ("Vượt tỷ lệ", "bad"), "tie": ("Bằng phiếu ở ngưỡng", "warn"), "kept": ("Trong tỷ lệ", "good")}
FILLS = {"over": "red", "tie": "gold", "kept": "green"}


@login_required
@require_safe
def quotas(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee and the inspector; the order of candidates to whoever keys decisions."""
    season = cycles.season(key)
    day = frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=season.unit, on=day, act=ACT)
    decides = access.may_decide(request.user, season, on=day)
    return replies.show(
        request, "grading/quotas.html", frame=frame.frame_of(season), crumbs=shown.way_to(season, Crumb("Tỷ lệ")),
        sections=sections(season, on=day, to_decider=decides), decides=decides,
    )  # fmt: skip


def sections(season: Season, *, on: date, to_decider: bool) -> list[dict[str, object]]:
    """One part for each quota: its words, the picture, the figures by group, and what has to be settled."""
    book = shown.book_of(season)
    found = []
    for key, group in groupby(queries.shares_of(season, on=on), key=lambda share: share.quota.key):
        shares = list(group)
        found.append(
            {
                "key": key,
                "quota": shares[0].quota,
                "base": shown.BASES[shares[0].quota.base],
                "bars": [bar(share, to_decider=to_decider) for share in shares],
                "table": table(book, season, shares, to_decider=to_decider),
                "open": [matter(share, to_decider=to_decider) for share in shares if share.state != "kept"],
            }
        )
    return found


def bar(share: Share, *, to_decider: bool) -> Bar:
    """The bar of one group: how many reached the grade of how many places."""
    words, _ = STATES[share.state]
    if not (to_decider or share.may_be_shown):
        return Bar(share.name, 0, tone="pale", shown=words)
    shown_ = f"{share.candidates} / tối đa {share.places}"
    return Bar(share.name, share.candidates, tone=FILLS[share.state], shown=shown_)


def table(book: Rulebook, season: Season, shares: list[Share], *, to_decider: bool) -> Table:
    """The figures by group: both bases, what was reached, what was decided."""
    quota = shares[0].quota
    scale = book.subjects.scale(book.subjects.subject(quota.subject).scale or "")
    least, best = scale.name(quota.base_grade), scale.name(quota.grade)
    columns = (
        Column("Tổ chức"),
        Column("Được xếp loại", True),
        Column(f"Đạt “{least}” trở lên", True),
        Column("Tối đa, tính trước khi nâng", True),
        Column("Tối đa, tính sau khi nâng", True),
        Column("Được chọn" if quota.chosen else f"Đạt “{best}”", True),
        Column("Đã quyết định", True),
        Column("Chưa có kết quả", True),
        Column("Tình trạng"),
    )
    rows = tuple(row(season, share, to_decider=to_decider) for share in shares)
    return Table("Theo từng tổ chức", columns, rows)


def row(season: Season, share: Share, *, to_decider: bool) -> tuple[TableCell, ...]:
    """The row of one group; figures that would tell too much are hidden from whoever does not decide."""
    words, tone = STATES[share.state]
    url = "" if share.group == season.unit.key else reverse("grading:unit_results", args=[season.key, share.group])
    figures = (
        share.count("all_graded"),
        share.count("reached_good"),
        share.limit("reached_good"),
        share.limit("stayed_good"),
        share.candidates,
        share.decided,
    )
    seen = to_decider or share.may_be_shown
    cells = tuple(TableCell(str(figure) if seen else HIDDEN) for figure in figures)
    return (TableCell(share.name, url), *cells, TableCell(str(share.pending)), TableCell(words, tone=tone))


def matter(share: Share, *, to_decider: bool) -> dict[str, object]:
    """What the body has to settle in one group; the candidates at the line are for that body alone."""
    words, tone = STATES[share.state]
    return {
        "name": share.name,
        "words": words,
        "tone": tone,
        "bar": shown.share_bar(share, to_decider=to_decider) if to_decider or share.may_be_shown else None,
        "table": candidates(share.at_line) if to_decider and share.at_line else None,
    }


def candidates(at_line: tuple[AtLine, ...]) -> Table:
    """The candidates at or beyond the line, in the order of their votes."""
    rows = tuple(
        (
            TableCell(one.subject.name),
            TableCell(HIDDEN if one.votes is None else str(one.votes)),
            TableCell("Ngoài số chỗ" if one.state == "over" else "Bằng nhau ở chỗ cuối", tone="warn"),
        )
        for one in at_line
    )
    return Table("Ở ngưỡng hoặc ngoài tỷ lệ", (Column("Họ và tên"), Column("Số phiếu", True), Column("Vị trí")), rows)
