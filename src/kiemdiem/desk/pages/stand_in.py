"""Handing a function over: who stands in for whom, for which acts and days, on his own account."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.desk import forms, queries
from kiemdiem.org import access, commands, words
from kiemdiem.org import queries as org
from kiemdiem.org.models import Grant, Unit
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Column, Crumb, Tab, Table, TableCell

HEADS = (Column("Người làm thay"), Column("Thay cho"), Column("Việc"), Column("Thời gian"), Column("Tình trạng"))


@login_required
def stand_in(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever holds a role there, for his own; to those who arrange it for others, for everybody's."""
    unit, now = org.unit(key), today_here(request)
    offered = functions(request.user, unit=unit, on=now)
    if not offered:
        raise refuse(
            "Tài khoản này không giữ vai trò nào ở đây để giao làm thay.",
            todo="Nhờ người giữ vai trò, hoặc cán bộ tổ chức giao.",
        )
    holder, role = offered.get(request.GET.get("viec", ""), next(iter(offered.values())))
    form = forms.StandInForm.of(
        request, accounts=others(holder, unit=unit, on=now), acts=queries.acts_to_hand(role), initial={"from_on": now}
    )

    def hand_over(answers: dict[str, object]) -> Grant:
        return commands.stand_in(
            holder, account=Account.objects.get(username=answers["account"]), role=role, unit=unit,
            acts=queries.with_pages(form.chosen(), role=role) if form.chosen() else (), from_on=answers["from_on"],
            until_on=answers["until_on"], reason=answers["reason"], by=request.user, at=moment_here(request),
        )  # fmt: skip

    if form.carry_out(hand_over):
        return redirect("desk:stand_in", key)
    name = org.unit_name(unit, on=now)
    return replies.show(
        request, "desk/stand_in.html", form=form, unit=unit, name=name, holder=holder, role=words.ROLES[role],
        tabs=tabs(offered, holder=holder, role=role), table=table(queries.handed_at(unit), by=request.user, on=now),
        crumbs=[Crumb("Việc của tôi", reverse("desk:home")), Crumb(f"Giao làm thay: {name}")],
    )  # fmt: skip


def functions(by: Account, *, unit: Unit, on: date) -> dict[str, tuple[Account, str]]:
    """The functions the account may hand over at the unit, by their word in the address; its own first."""
    own = {f"{by.username}.{role}": (by, role) for role in queries.roles_to_hand(by, unit=unit, on=on)}
    if not access.holds(by, access.ACTS["org.stand_in"], unit=unit, on=on, act="org.stand_in"):
        return own
    all_roles = words.ROLES
    for account in access.accounts_that_may(all_roles, unit=unit, on=on):
        for role in queries.roles_to_hand(account, unit=unit, on=on):
            own.setdefault(f"{account.username}.{role}", (account, role))
    return own


def others(holder: Account, *, unit: Unit, on: date) -> list[tuple[str, str]]:
    """Whom the form offers."""
    found = queries.may_stand_in(holder, unit=unit, on=on)
    return [(account.username, f"{account.display_name} ({account.username})") for account in found]


def tabs(offered: dict[str, tuple[Account, str]], *, holder: Account, role: str) -> list[Tab]:
    """The functions to choose among, when there is more than one."""
    if len(offered) < 2:
        return []
    return [
        Tab(f"{account.display_name} – {words.ROLES[held]}", f"?viec={word}", current=(account, held) == (holder, role))
        for word, (account, held) in offered.items()
    ]


def table(handed: list[Grant], *, by: Account, on: date) -> Table:
    """Every function handed over here; one's own, and those still running, lead to where they are taken back."""
    rows = tuple(
        (
            TableCell(str(grant.account), back_url(grant, by=by, on=on)),
            TableCell(str(grant.stands_in_for), note=words.ROLES[grant.role]),
            TableCell(queries.named_acts(grant), note=grant.reason),
            TableCell(f"{phrases.day(grant.from_on)} – trước {phrases.day(grant.until_on)}"),
            TableCell(state(grant, on=on)),
        )
        for grant in handed
        if grant.stands_in_for_id == by.pk or grant.account_id == by.pk or arranges(by, grant, on=on)
    )
    return Table(f"Đã giao làm thay ({len(rows)})", HEADS, rows)


def arranges(by: Account, grant: Grant, *, on: date) -> bool:
    """Whether the account arranges for others at the unit."""
    return access.holds(by, access.ACTS["org.stand_in"], unit=grant.unit, on=on, act="org.stand_in")


def back_url(grant: Grant, *, by: Account, on: date) -> str:
    """Where it is taken back, for whoever handed it over or takes rights back there, while it runs."""
    may = grant.stands_in_for_id == by.pk or access.holds(
        by, access.ACTS["org.revoke"], unit=grant.unit, on=on, act="org.revoke"
    )
    return reverse("desk:end_stand_in", args=[grant.unit.key, grant.pk]) if may and not grant.revoked_at else ""


def state(grant: Grant, *, on: date) -> str:
    """How it stands on the day."""
    if grant.revoked_at is not None:
        return "Đã thu hồi"
    if grant.until_on is not None and grant.until_on <= on:
        return "Đã hết"
    return "Đang làm thay" if grant.from_on <= on else "Chưa đến ngày"
