"""Who holds which role over a unit, and giving one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.org import access, commands, forms, queries, words
from kiemdiem.org.models import Grant, Unit
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell


@login_required
def rights(request: HttpRequest, key: str) -> HttpResponse:
    """Open to administrators over the unit."""
    unit, now = queries.unit(key), today_here(request)
    access.must_do(request.user, "org.grant", unit=unit, on=now)
    active = Account.objects.filter(is_active=True).order_by("username")
    accounts = [(account.username, f"{account.display_name} ({account.username})") for account in active]
    form = forms.GrantForm(
        request.POST if request.method == "POST" else None, accounts=accounts, initial={"from_on": now}
    )

    def give(answers: dict[str, object]) -> Grant:
        account = Account.objects.get(username=answers.pop("account"))
        return commands.grant(account, unit=unit, by=request.user, at=moment_here(request), **answers)

    if request.method == "POST" and form.carry_out(give):
        return redirect("org:rights", key)
    name = queries.unit_name(unit, on=now)
    crumbs = [Crumb("Tổ chức", reverse("org:units")), Crumb(name, reverse("org:unit", args=[key])), Crumb("Quyền")]
    return replies.show(request, "org/rights.html", form=form, unit=unit, name=name, table=held(unit), crumbs=crumbs)


def held(unit: Unit) -> Table:
    """Every grant given at this unit, also those taken back."""
    columns = (Column("Tài khoản"), Column("Vai trò"), Column("Thời gian"), Column("Tình trạng"))
    rows = tuple(line(given) for given in queries.grants_at(unit))
    return Table(f"Quyền đã cấp ({len(rows)})", columns, rows)


def line(given: Grant) -> tuple[TableCell, ...]:
    """One grant in words, leading to where it is taken back."""
    until = f" đến trước {phrases.day(given.until_on)}" if given.until_on else ""
    instead = f"thay {given.stands_in_for}, chỉ những việc được giao" if given.stands_in_for else ""
    taken = given.revoked_at is not None
    address = "" if taken else reverse("org:revoke_grant", args=[given.unit.key, given.pk])
    return (
        TableCell(str(given.account), address),
        TableCell(words.ROLES.get(given.role, given.role), note=instead),
        TableCell(f"từ {phrases.day(given.from_on)}{until}"),
        TableCell("Đã thu hồi" if taken else "Đang giữ", note=given.reason),
    )
