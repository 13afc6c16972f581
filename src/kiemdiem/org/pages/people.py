"""People found by name, with or without marks, among those this reader may see."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from kiemdiem.org import access, queries
from kiemdiem.org.models import Person
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Column, Table, TableCell


@login_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Open to whoever holds a reading role somewhere; it finds the people of the units the role reaches."""
    now = today_here(request)
    scope = access.must_have_scope(request.user, "org.see_person", on=now)
    text = request.GET.get("q", "")[:100].strip()
    found = queries.people_named(text, within=scope, on=now)
    page = Paginator(found, 50).get_page(request.GET.get("trang"))
    return replies.show(
        request,
        "org/people.html",
        text=text,
        page=page,
        query=urlencode({"q": text}) if text else "",
        table=listed(list(page.object_list), total=page.paginator.count, on=now),
    )


def listed(found: list[Person], *, total: int, on: date) -> Table:
    """The people with their cell."""
    rows = tuple(
        (
            TableCell(person.full_name, reverse("org:person", args=[person.key])),
            TableCell(phrases.day(person.birth_on)),
            TableCell(cell_name(person, on=on)),
        )
        for person in found
    )
    return Table(f"Danh sách ({total})", (Column("Họ và tên"), Column("Ngày sinh"), Column("Nơi sinh hoạt")), rows)


def cell_name(person: Person, *, on: date) -> str:
    """What the person's cell is called, or that he has none."""
    cell = queries.cell_of(person, on=on)
    return queries.unit_name(cell, on=on) if cell else "Không trong danh sách đảng viên"
