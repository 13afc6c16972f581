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
from kiemdiem.grading.queries import Share
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Bar, Column, Crumb, Table, TableCell

ACT = "grading.see_quotas"
HIDDEN = "ẩn"
STATES = {
    "over": ("Quyết định vượt tỷ lệ, phải xếp loại lại", "bad"),
    "tie": ("Bằng nhau ở ngưỡng", "warn"),
    "beyond": ("Có người ngoài tỷ lệ", "warn"),
    "kept": ("Trong tỷ lệ", "good"),
}
FILLS = {"over": "red", "tie": "gold", "beyond": "gold", "kept": "green"}


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
                "open": [matter(book, share, to_decider=to_decider) for share in shares if share.state != "kept"],
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
    shorts = {level.code: level.short or level.name for level in scale.levels}
    least, best = shorts[quota.base_grade], shorts[quota.grade]
    figures = [("Xếp loại", "all_graded"), (f"Từ {least}", "reached_good")]
    limits = [("Tối đa, trước nâng", "reached_good"), ("Tối đa, sau nâng", "stayed_good")]
    taken = [(f"Đạt {best}", "candidates"), ("Quyết định", "decided")]
    if quota.chosen:
        limits, taken = [("Tối đa", quota.base)], [("Được chọn", "decided")]
    heads = [*figures, *limits, *taken, ("Chờ", "pending")]
    columns = (Column("Tổ chức"), *(Column(words, True) for words, _ in heads), Column("Tình trạng"))
    rows = []
    for share in shares:
        told = [share.count(base) for _, base in figures] + [share.limit(base) for _, base in limits]
        told += [getattr(share, name) for _, name in taken]
        rows.append(row(season, share, told=told, is_seen=to_decider or share.may_be_shown))
    return Table("Theo từng tổ chức", columns, tuple(rows))


def row(season: Season, share: Share, *, told: list[int], is_seen: bool) -> tuple[TableCell, ...]:
    """The row of one group; figures that would tell too much are hidden from whoever does not decide."""
    words, tone = STATES[share.state]
    url = "" if share.group == season.unit.key else reverse("grading:unit_results", args=[season.key, share.group])
    cells = tuple(TableCell(str(figure) if is_seen else HIDDEN) for figure in told)
    return (TableCell(share.name, url), *cells, TableCell(str(share.pending)), TableCell(words, tone=tone))


def matter(book: Rulebook, share: Share, *, to_decider: bool) -> dict[str, object]:
    """What the body has to settle in one group; the candidates at the line are for that body alone."""
    words, tone = STATES[share.state]
    table_ = candidates(book, share) if to_decider and share.at_line else None
    return {"name": share.name, "words": words, "tone": tone, "count": len(share.at_line), "table": table_}


def candidates(book: Rulebook, share: Share) -> Table:
    """The candidates at or beyond the line, in the order of their votes."""
    fall = share.quota.falls_to
    below = f"; quy định xếp xuống “{shown.grade_name(book, share.quota.subject, fall)}”" if fall else ""
    places = {"over": f"Ngoài số chỗ{below}", "tie": f"Bằng nhau ở chỗ cuối, chờ quyết định{below}"}
    rows = tuple(
        (
            TableCell(one.subject.name),
            TableCell(HIDDEN if one.votes is None else str(one.votes)),
            TableCell(places[one.state]),
        )
        for one in share.at_line
    )
    return Table("Ở ngưỡng hoặc ngoài tỷ lệ", (Column("Họ và tên"), Column("Số phiếu", True), Column("Vị trí")), rows)
