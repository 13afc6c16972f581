"""Accounts of a whole organisation: who has one, opening those that lack, new slips; the slips are shown once."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kiemdiem.core.answer import refuse
from kiemdiem.core.names import sort_key
from kiemdiem.cycles.models import Season
from kiemdiem.desk import access, commands, forms, queries
from kiemdiem.desk.commands import Given
from kiemdiem.desk.queries import Holder
from kiemdiem.desk.queries.holders import CLOSED, ENDED, NONE, UNUSED, USED
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.papers import slips
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.moment import moment
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

ACT = "desk.open_accounts"
MOST = 60
STATES = {
    NONE: ("Chưa có tài khoản", "warn"),
    UNUSED: ("Chưa dùng phiếu", "busy"),
    ENDED: ("Phiếu hết hạn", "bad"),
    USED: ("Đang dùng", "done"),
    CLOSED: ("Đã khóa", "quiet"),
}
HEADS = (Column("Họ và tên"), Column("Chi bộ"), Column("Tên đăng nhập"), Column("Tình trạng"))


@login_required
@never_cache
def unit_accounts(request: HttpRequest, key: str) -> HttpResponse:
    """Open to those who make accounts there. Two forms of one page; either answers with the slips themselves."""
    unit, now, at = org.unit(key), today_here(request), moment_here(request)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=unit, on=now, act=ACT)
    season, holders = queries.season_over(unit), queries.holders_of(unit, on=now)
    sent = request.POST if request.method == "POST" else None
    renewing = sent if sent and sent.get("act") == "renew" else None
    until = moment() + commands.SLIP_DAYS
    form = forms.OpenAccountsForm(None if renewing else sent)

    def open_accounts(answers: dict[str, object]) -> list[Given]:
        must_be_few(of_state(holders, NONE))
        return commands.open_unit_accounts(unit, until=until, by=request.user, at=at)

    if form.carry_out(open_accounts):
        return printed(form.done, request, season=season)
    renew = forms.RenewSlipsForm(
        renewing, accounts=unused(holders), initial={"accounts": [h.account.username for h in of_state(holders, ENDED)]}
    )
    if renew.carry_out(
        lambda answers: commands.renew_slips(unit, answers["accounts"], until=until, by=request.user, at=at)
    ):
        return printed(renew.done, request, season=season)
    name = org.unit_name(unit, on=now)
    return replies.show(
        request,
        "desk/unit_accounts.html",
        form=renew if renewing else form,
        opening=form,
        renew=renew if unused(holders) else None,
        name=name,
        table=table(holders),
        lacking=len(of_state(holders, NONE)),
        days=commands.SLIP_DAYS.days,
        most=MOST,
        cells=cells_of(holders) if len(of_state(holders, NONE)) > MOST else [],
        crumbs=[Crumb("Việc của tôi", reverse("desk:home")), Crumb(f"Tài khoản: {name}")],
    )


def must_be_few(lacking: Sequence[Holder]) -> None:
    """Passes when so few accounts are opened that the slips can be waited for and handed out.

    Raises: Refused for more.
    """
    if len(lacking) > MOST:
        raise refuse(
            f"Chưa mở tài khoản: {len(lacking)} người một lần là quá nhiều.",
            todo=f"Hãy mở theo từng chi bộ, mỗi lần tối đa {MOST} người, hoặc dùng lệnh kiemdiem slips.",
        )


def cells_of(holders: Sequence[Holder]) -> list[tuple[str, str]]:
    """The cells of the people, each with the address of its own accounts."""
    found = {holder.unit.key: holder.unit_name for holder in holders}
    named = sorted(found.items(), key=lambda each: sort_key(each[1]))
    return [(name, reverse("desk:unit_accounts", args=[key])) for key, name in named]


def of_state(holders: Sequence[Holder], *states: str) -> list[Holder]:
    """The holders whose accounts stand so."""
    return [holder for holder in holders if holder.state in states]


def unused(holders: Sequence[Holder]) -> list[tuple[str, str]]:
    """Whose slips may be made anew, as the form offers them."""
    return [
        (each.account.username, f"{each.person.full_name} ({each.account.username}): {STATES[each.state][0].lower()}")
        for each in of_state(holders, UNUSED, ENDED)
        if each.account is not None
    ]


def table(holders: Sequence[Holder]) -> Table:
    """Everybody on the register with his account."""
    rows = tuple(
        (
            TableCell(each.person.full_name),
            TableCell(each.unit_name),
            TableCell(each.account.username if each.account else ""),
            TableCell(STATES[each.state][0], tone=STATES[each.state][1], note=last_day(each)),
        )
        for each in holders
    )
    return Table(f"Đảng viên ({len(rows)})", HEADS, rows)


def last_day(holder: Holder) -> str:
    """Until when an unused slip opens the account."""
    return f"trước ngày {phrases.day(holder.until)}" if holder.until else ""


def printed(given: list[Given], request: HttpRequest, *, season: Season) -> HttpResponse:
    """The slips as one file, given out once and kept nowhere."""
    content = slips.written_slips(
        season, [each.slip_words() for each in given], on=today_here(request), address=request.build_absolute_uri("/")
    )
    headers = {"Content-Disposition": 'attachment; filename="phieu-tai-khoan.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
