"""The results of a season by organisation: how many reached which grade, how far they have come."""

from collections import Counter
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject, SeasonUnit
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import simulating
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Table, TableCell


@login_required
@require_safe
def results(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever answers for one of the season's organisations."""
    season = cycles.season(key)
    day = frame.today_in(season)
    seen = org_access.scope(request.user, access.ACTS["grading.see_result"], on=day, act="grading.see_result")
    units = [unit for unit in cycles.cells_of(season) if unit.unit_id in seen]
    if not units:
        org_access.must_hold(
            request.user, access.ACTS["grading.see_result"], unit=season.unit, on=day, act="grading.see_result"
        )
    return replies.show(
        request,
        "grading/results.html",
        frame=frame.frame_of(season),
        crumbs=shown.way_to(season),
        season=season,
        table=table(season, units),
        bodies=[
            (unit.name, reverse("grading:leader_results", args=[key, unit.unit.key]))
            for unit in cycles.bodies_voting(season)
            if unit.unit_id in seen
        ],
        ways=ways(season, by=request.user, on=day),
    )


def ways(season: Season, *, by: Account, on: date) -> list[tuple[str, str]]:
    """Where else the reader can go from the season's results, as pairs of title and address."""
    possible = [
        ("grading.see_quotas", "quotas", "Tỷ lệ tối đa"),
        ("grading.propose_commendation", "propose_praise", "Đề nghị biểu dương, khen thưởng"),
        ("grading.see_readings", "readings", "Cách hiểu của đợt"),
        *([("grading.simulate", "simulation", "Thử bộ quy tắc khác")] if simulating.is_settled(season) else []),
        ("grading.commend", "praise", "Lựa chọn biểu dương, khen thưởng"),
    ]
    return [
        (title, reverse(f"grading:{page}", args=[season.key]))
        for act, page, title in possible
        if access.may_do(by, act, season=season, subject=None, on=on)
    ]


def table(season: Season, units: list[SeasonUnit]) -> Table:
    """One row a cell: its own result, then how many of its members have which."""
    book = shown.book_of(season)
    scale = book.subjects.scale(book.subjects.subject("member").scale or "")
    heads = (
        Column("Chi bộ"),
        Column("Kết quả chi bộ"),
        *(Column(level.short or level.name, True) for level in scale.levels),
    )
    owns = {unit.unit_id: cycles.subject_of_unit(season, unit.unit, kind="cell") for unit in units}
    due = shown.due_again(season, [own for own in owns.values() if own is not None])
    rows = tuple(row(season, book, unit, own=owns[unit.unit_id], due=due, codes=scale.codes) for unit in units)
    return Table("Kết quả theo chi bộ", (*heads, Column("Chưa có", True), Column("Không xếp loại", True)), rows)


def row(
    season: Season,
    book: Rulebook,
    unit: SeasonUnit,
    *,
    own: SeasonSubject | None,
    due: dict[int, queries.DueAgain],
    codes: tuple[str, ...],
) -> tuple[TableCell, ...]:
    """The row of one cell."""
    members = [m for m in cycles.members_of(season, unit.unit) if m.ended_on is None]
    found = queries.results_of(members)
    grades = Counter(result.grade for result in found if result.grade)
    pending = sum(queries.is_pending(result) for result in found)
    link = reverse("grading:unit_results", args=[season.key, unit.unit.key])
    words = shown.said(book, queries.result_of(own)) if own else "–"
    again = own is not None and own.pk in due
    return (
        TableCell(unit.name, link),
        TableCell(f"{words} (cần xét lại)" if again else words, tone="warn" if again else ""),
        *(TableCell(str(grades[code])) for code in codes),
        TableCell(str(pending), tone="warn" if pending else ""),
        TableCell(str(len(found) - grades.total() - pending)),
    )
