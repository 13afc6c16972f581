"""The questions of interpretation of an open season: the reading in force, and what another one would change."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access
from kiemdiem.grading.pages import shown
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

ACT = "grading.change_reading"
TITLE = "Cách hiểu của đợt"


@login_required
@require_safe
def readings(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the officer of the committee, while the season is open."""
    season = cycles.season(key)
    access.must_do(request.user, ACT, season=season, subject=None, on=frame.today_in(season))
    access.must_stand(season, act=ACT)
    book = shown.book_of(season)
    questions = [
        {
            "question": question,
            "readings": [
                (
                    reading,
                    reading.key == book.reading(question.key),
                    reverse("grading:change_reading", args=[season.key, question.key, reading.key]),
                )
                for reading in question.readings
            ],
        }
        for question in book.interpretations.interpretations
    ]
    return replies.show(
        request, "grading/readings.html", frame=frame.frame_of(season), crumbs=shown.way_to(season, Crumb(TITLE)),
        title=TITLE, questions=questions, changes=cycles.books_of(season).exclude(number=1),
    )  # fmt: skip
