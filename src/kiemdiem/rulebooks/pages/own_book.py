"""One own rulebook: what is being changed, what is broken or still to be looked at, its frozen versions."""

import json

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.org import queries as org
from kiemdiem.rulebooks import queries
from kiemdiem.rulebooks.models import BookVersion
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.web import replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Column, Table, TableCell

CHANGES = (Column("Mục"), Column("Trước"), Column("Sau"), Column("Người sửa"))


@login_required
@require_safe
def own_book(request: HttpRequest, code: str) -> HttpResponse:
    """Open to whoever holds a role over the committee."""
    here = own_frame.opened(request, code)
    version = queries.in_work(here.book)
    versions = [each for each in queries.versions(here.book) if each.is_frozen]
    newest = version or versions[0]
    content = queries.content_of(newest)
    unit = here.book.unit
    return replies.show(
        request,
        "rulebooks/own_book.html",
        here=here,
        title=own_frame.title_of(content),
        name=org.unit_name(unit, on=today_here(request)),
        version=version,
        waiting=queries.to_check(version) if version else [],
        problems=own_frame.told(queries.problems_of(content, origin=here.book.origin), content) if version else [],
        changes=changes(version) if version else None,
        versions=versions,
        may_change=here.may("change_values"),
        readings=reverse("rulebooks:readings", args=[code, unit.key]) if versions else "",
        crumbs=here.crumbs(),
    )


def changes(version: BookVersion) -> Table:
    """What is not as the version began with it, before and after."""
    content, began = queries.content_of(version), json.loads(version.content)
    rows = tuple(
        (
            TableCell(
                own_frame.said_at(content if each.after is not None else began, file=each.file, place=each.place)
            ),
            TableCell(own_frame.said_value(each.before)),
            TableCell(own_frame.said_value(each.after)),
            TableCell(f"{each.change.made_by}, {each.change.made_at:%d/%m/%Y}"),
        )
        for each in queries.changed(version)
    )
    return Table(f"Thay đổi so với {version.began_from}", CHANGES, tuple(rows))
