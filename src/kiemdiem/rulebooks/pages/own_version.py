"""One frozen version of an own rulebook: its hash, its author, why, and what it changed."""

from textwrap import wrap

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.rulebooks import queries
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.rulebooks.pages.own_book import changes
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb


@login_required
@require_safe
def own_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Open to whoever holds a role over the committee."""
    here = own_frame.opened(request, code)
    version = queries.stored(code, number)
    rows = [
        AnswerRow("Tên", own_frame.title_of(queries.content_of(version))),
        AnswerRow("Lập từ", version.began_from),
        AnswerRow("Người chốt", str(version.frozen_by)),
        AnswerRow("Thời điểm chốt", f"{version.frozen_at.astimezone(here.at.tzinfo):%H:%M, %d/%m/%Y}"),
        AnswerRow("Lý do", version.reason),
        AnswerRow("Dấu kiểm (SHA-256)", " ".join(wrap(version.sha, 8))),  # on a phone it has to break somewhere
    ]
    return replies.show(
        request, "rulebooks/own_version.html", here=here, version=version, rows=rows, changes=changes(version),
        crumbs=here.crumbs(Crumb(f"Bản {number}")),
    )  # fmt: skip
