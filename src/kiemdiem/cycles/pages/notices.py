"""The notices of a season: what is still owed, what is late, and the giving of several by one list or reading."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.cycles import access, forms, queries
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.notices import commands as notice_commands
from kiemdiem.notices import queries as notices
from kiemdiem.notices.models import Notice
from kiemdiem.org import queries as org
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell


@login_required
def season_notices(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever holds a role over units of the season; it lists the notices of those units."""
    season = queries.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_see(request.user, season=season, at=at)
    scope = access.must_see_people(request.user, at=at)
    found = [notice for notice in notices.notices_of(season.key) if notice.under_id in scope]
    owed = [notice for notice in found if notice.given_on is None]
    may_give = access.scope_to_give(request.user, at=at)
    own = [notice for notice in owed if notice.under_id in may_give]
    form = None
    if own or request.method == "POST":
        chosen = [(notice.key, f"{recipient(season, notice)}: {notice.title}") for notice in own]
        form = forms.GiveNoticesForm.of(request, notices=chosen, initial={"given_on": day})

    def give(answers: dict[str, Any]) -> Any:
        chosen = answers.pop("notices")
        given = [notice for notice in own if notice.key in chosen]
        return notice_commands.give_notices(given, by=request.user, at=at, **answers)

    if form is not None and form.carry_out(give):
        return redirect("cycles:notices", key)
    return replies.show(
        request,
        "cycles/notices.html",
        form=form,
        frame=frame.frame_of(season),
        table=listed(season, found, on=day),
        crumbs=frame.way_to(season, Crumb("Thông báo", reverse("cycles:notices", args=[key]))),
    )


def recipient(season: Season, notice: Notice) -> str:
    """Who is to be told."""
    if notice.person is not None:
        return notice.person.full_name
    return org.unit_name(notice.unit, on=frame.today_in(season)) if notice.unit else ""


def listed(season: Season, found: list[Notice], *, on: date) -> Table:
    """The notices with their last day and their proof."""
    rows = tuple(
        (
            TableCell(recipient(season, notice)),
            TableCell(notice.title, note=", ".join(notice.rows)),
            TableCell(phrases.day(notice.due_on) if notice.due_on else "Không định hạn"),
            state(notice, on=on),
        )
        for notice in found
    )
    columns = (Column("Người, nơi nhận"), Column("Nội dung"), Column("Hạn"), Column("Trạng thái"))
    return Table(f"Thông báo ({len(rows)})", columns, rows)


def state(notice: Notice, *, on: date) -> TableCell:
    """How a notice stands on the day."""
    if notice.given_on is not None:
        late = notice.due_on is not None and notice.given_on > notice.due_on
        words = f"Đã thông báo {phrases.day(notice.given_on)}"
        note = f"{notice.get_proof_display()} {notice.proof_text}".strip()
        return TableCell(f"{words}, quá hạn" if late else words, tone="warn" if late else "done", note=note)
    late = notice.due_on is not None and notice.due_on < on
    return TableCell("Quá hạn", tone="bad") if late else TableCell("Chưa thông báo", tone="busy")
