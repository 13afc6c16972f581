"""The questions of interpretation of an open season: the reading in force, and what another one would change."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access
from kiemdiem.grading.pages import shown
from kiemdiem.grading.pages.change_rulebook import FILLING, VALUES
from kiemdiem.rulebooks import queries as rulebooks
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

SEE, CHANGE, RULES = "grading.see_readings", "grading.change_reading", "grading.change_rulebook"
TITLE = "Cách hiểu của đợt"


@login_required
@require_safe
def readings(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee and the inspector; the preview of another reading to whoever may change."""
    season = cycles.season(key)
    day = frame.today_in(season)
    access.must_do(request.user, SEE, season=season, subject=None, on=day)
    may_change = access.may_do(request.user, CHANGE, season=season, subject=None, on=day)
    may_change_rules = access.may_do(request.user, RULES, season=season, subject=None, on=day)
    book = shown.book_of(season)
    questions = [
        {
            "question": question,
            "readings": [
                (
                    reading,
                    reading.key == book.reading(question.key),
                    reverse("grading:change_reading", args=[season.key, question.key, reading.key])
                    if may_change
                    else "",
                )
                for reading in question.readings
            ],
        }
        for question in book.interpretations.interpretations
    ]
    return replies.show(
        request, "grading/readings.html", frame=frame.frame_of(season), crumbs=shown.way_to(season, Crumb(TITLE)),
        title=TITLE, questions=questions, may_change=may_change,
        others=others(season, on=day) if may_change_rules else [],
        changes=[
            (change, reverse("grading:reading_scan", args=[season.key, change.number]) if change.scan_id else "")
            for change in cycles.books_of(season).exclude(number=1)
        ],
    )  # fmt: skip


def others(season: Season, *, on: date) -> list[tuple[str, str]]:
    """What else of the rules may change: gaps filled otherwise since the opening, versions frozen; with their page."""
    book, behind = shown.book_of(season), season.books.latest("number")
    filled = rulebooks.overlays(season.unit, behind.rulebook_code).gaps
    gaps = [
        (f"Nội dung bổ sung: {gap.text}", (FILLING, gap.key, 0))
        for gap in book.gaps.gaps
        if gap.key in filled and filled[gap.key] != book.filled.get(gap.key)
    ]
    versions = [
        (f"Bản {each.number} của bộ quy tắc {each.book.code}: {each.reason}", (VALUES, each.book.code, each.number))
        for each in rulebooks.versions_like(behind.rulebook_code, unit=season.unit, on=on)
        if (each.book.code, each.number) != (behind.rulebook_code, behind.rulebook_version)
    ]
    return [(said, reverse("grading:change_rulebook", args=[season.key, *where])) for said, where in gaps + versions]
