"""One unit on a day: where it stands, its members, seats, linked bodies and history."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.org import access, forms, queries, words
from kiemdiem.org.models import Unit
from kiemdiem.org.pages.unit_act import WAYS
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell


@login_required
@require_safe
def unit(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever holds a reading role over the unit."""
    shown, now = queries.unit(key), today_here(request)
    access.must_do(request.user, "org.see_unit", unit=shown, on=now)
    asked = forms.AsOfForm(request.GET or None)
    day = asked.day(now)
    ways = [
        (way.title, reverse("org:unit_act", args=[key, slug]))
        for slug, way in WAYS.items()
        if access.holds(request.user, access.ACTS[way.act], unit=shown, on=now, act=way.act)
    ]
    act = "org.see_person"
    sees_people = access.holds(request.user, access.ACTS[act], unit=shown, on=now, act=act)
    return replies.show(
        request,
        "org/unit.html",
        unit=shown,
        name=queries.unit_name(shown, on=day),
        period=queries.unit_period(shown, on=day),
        asked=asked,
        day=day,
        crumbs=way_to(shown, by=request.user, on=day),
        members=members(shown, on=day) if sees_people else None,
        seats=seats(shown, on=day) if sees_people else None,
        children=children(shown, on=day),
        links=[queries.unit_name(link.linked_unit, on=day) for link in queries.links_of(shown, on=day)],
        results=[f"Năm {each.year}: {each.grade}" for each in queries.results_of(shown)],
        history=queries.history_of(shown),
        successors=[
            (step.happened_on, words.BECAME[step.kind], step.successor.key, queries.unit_name(step.successor, on=day))
            for step in queries.successors_of(shown)
        ],
        predecessors=[
            (step.happened_on, words.CAME[step.kind], step.predecessor.key, queries.unit_name(step.predecessor, on=day))
            for step in queries.predecessors_of(shown)
        ],
        ways=ways,
        may_import=takes_files(shown, by=request.user, on=now),
        may_grant=access.holds(request.user, access.ACTS["org.grant"], unit=shown, on=now, act="org.grant"),
        kinds=words.UNIT_KINDS,
    )


def takes_files(unit: Unit, *, by: Account, on: date) -> bool:
    """Whether the account may fill the committee's register; a file is handed in for a committee as a whole."""
    period, act = queries.unit_period(unit, on=on), "org.register_person"
    return period is not None and period.kind == "party_body" and access.holds(by, access.ACTS[act], unit=unit, on=on)


def way_to(unit: Unit, *, by: Account, on: date) -> list[Crumb]:
    """The units above, each with its page where the account may open it."""
    act, above = "org.see_unit", queries.path_to(unit, on=on)
    crumbs = [
        Crumb(
            period.name,
            reverse("org:unit", args=[period.unit.key])
            if access.holds(by, access.ACTS[act], unit=period.unit, on=on, act=act)
            else "",
        )
        for period in above[:-1]
    ]
    return [Crumb("Tổ chức", reverse("org:units")), *crumbs, Crumb(queries.unit_name(unit, on=on))]


def members(unit: Unit, *, on: date) -> Table:
    """The register of the unit on the day, by given name."""
    rows = tuple(
        (
            TableCell(state.person.full_name, reverse("org:person", args=[state.person.key])),
            TableCell(phrases.day(state.person.birth_on)),
            TableCell(words.STANDINGS.get(state.standing, "")),
            TableCell(", ".join(remarks(state))),
        )
        for state in queries.member_states(unit, on=on)
    )
    columns = (Column("Họ và tên"), Column("Ngày sinh"), Column("Tư cách"), Column("Ghi chú"))
    return Table(f"Đảng viên ({len(rows)})", columns, rows)


def remarks(state: queries.MemberState) -> list[str]:
    """What keeps a member away, or where else he takes part."""
    said = []
    if state.is_exempt:
        said.append("Miễn công tác và sinh hoạt")
    elif state.exempt_work or state.exempt_activity:
        said.append(words.STANDINGS["exempt_work" if state.exempt_work else "exempt_activity"])
    if state.suspended:
        said.append(words.STANDINGS["suspended"])
    if state.temporary_cell is not None:
        said.append(words.MEMBERSHIPS["temporary"])
    if state.leave:
        said.append(words.LEAVE_KINDS.get(state.leave, state.leave))
    return said


def seats(unit: Unit, *, on: date) -> Table:
    """Who holds which post in the unit on the day."""
    rows = tuple(
        (
            TableCell(seat.person.full_name, reverse("org:person", args=[seat.person.key])),
            TableCell(words.POSTS.get(seat.post, seat.post)),
            TableCell(phrases.day(seat.from_on)),
        )
        for seat in queries.seats_of(unit, on=on)
    )
    return Table(f"Chức vụ ({len(rows)})", (Column("Họ và tên"), Column("Chức vụ"), Column("Từ ngày")), rows)


def children(unit: Unit, *, on: date) -> Table:
    """The units directly under it on the day."""
    rows = tuple(
        (
            TableCell(period.name, reverse("org:unit", args=[period.unit.key])),
            TableCell(words.UNIT_KINDS.get(period.kind, period.kind)),
        )
        for period in queries.children(unit, on=on)
    )
    return Table(f"Tổ chức trực thuộc ({len(rows)})", (Column("Tên"), Column("Loại")), rows)
