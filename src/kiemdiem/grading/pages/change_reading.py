"""Another reading in an open season: first what it would change, then the act of the competent body."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.questions import Interpretation, Reading
from kiemdiem.cycles import commands as seasons
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.pages import scanning, sending, shown
from kiemdiem.grading.queries import Impact, Moved
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb

ACT = "grading.change_reading"
TITLE = "Đổi cách hiểu trong đợt đang tiến hành"
PREVIEW = seasons.Act("xem trước", "xem trước", "xem trước")


@login_required
def change_reading(request: HttpRequest, key: str, question: str, reading: str) -> HttpResponse:
    """Open to the officer of the committee, while the season is open; looking at it changes nothing."""
    season = cycles.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_do(request.user, ACT, season=season, subject=None, on=day)
    access.must_stand(season, act=ACT)
    book = shown.book_of(season)
    asked, meant = question_of(book, question, reading)
    form = forms.ReadingForm.of(request, initial={"version": season.version})
    scanning.keep_scan(form, request, season=season, at=at)

    def change(act: seasons.Act, version: int | None) -> Impact:
        return commands.change_reading(
            cycles.season(key), question=asked.key, reading=meant.key, act=act, version=version,
            by=request.user, at=at,
        )  # fmt: skip

    def send(answers: dict[str, Any]) -> Impact:
        act = seasons.Act(answers["body"], answers["document"], answers["reason"], scan=scanning.kept_scan(answers))
        return change(act, answers["version"])

    stage = sending.stage_of(request, form, act=send)
    if stage == sending.Stage.DONE:
        return sending.confirmed(season, ACT, by=request.user)
    impact = form.done or commands.rehearse(lambda: change(PREVIEW, None))
    decides = access.may_decide(request.user, season, on=day)
    return replies.show(
        request, "grading/change_reading.html", form=form, frame=frame.frame_of(season), title=TITLE,
        button="Đổi cách hiểu", about=asked.question, said=said(book, asked, meant),
        parts=parts(book, impact, to_decider=decides),
        judged=impact.judged, crumbs=shown.way_to(season, Crumb("Cách hiểu của đợt", back(key)), Crumb(TITLE)),
        back=back(key), rows=looked_over(form, meant, impact) if stage == sending.Stage.LOOK else [],
    )  # fmt: skip


def question_of(book: Rulebook, question: str, reading: str) -> tuple[Interpretation, Reading]:
    """The question and the reading meant, which is not the one in force.

    Raises: Http404 for anything else.
    """
    for asked in book.interpretations.interpretations:
        for meant in asked.readings:
            if (asked.key, meant.key) == (question, reading) and book.reading(question) != reading:
                return asked, meant
    raise Http404


def back(key: str) -> str:
    """The page of all questions."""
    return reverse("grading:readings", args=[key])


def said(book: Rulebook, asked: Interpretation, meant: Reading) -> list[AnswerRow]:
    """The reading in force beside the one meant."""
    now = next(each for each in asked.readings if each.key == book.reading(asked.key))
    return [
        AnswerRow("Nội dung", f"{asked.text} ({asked.clause})"),
        AnswerRow("Đang hiểu", now.text),
        AnswerRow("Cách hiểu mới", meant.text),
    ]


def looked_over(form: forms.ReadingForm, meant: Reading, impact: Impact) -> list[AnswerRow]:
    """The act as it is looked over, with how much it changes."""
    return [
        AnswerRow("Cách hiểu mới", meant.text),
        *sending.answers_of(form),
        scanning.scan_row(form),
        *counted(impact),
    ]


def counted(impact: Impact) -> list[AnswerRow]:
    """How many results are judged again, which change, how many stay."""
    changed = [one.subject.name for one in impact.of(is_decided=False) if one.changes_grade]
    return [
        AnswerRow("Kết quả chưa quyết định được xét lại", str(impact.judged)),
        AnswerRow(f"Đổi mức ({len(changed)})", "\n".join(changed) or "Không có"),
        AnswerRow("Đã quyết định, giữ nguyên", str(len(impact.of(is_decided=True)))),
    ]


def parts(book: Rulebook, impact: Impact, *, to_decider: bool) -> list[dict[str, object]]:
    """The results moved: those judged again, then those decided, which stay."""
    found = [
        ("Chưa quyết định: được xét lại ngay khi đổi", impact.of(is_decided=False)),
        ("Đã quyết định: giữ nguyên, chỉ nêu để biết", impact.of(is_decided=True)),
    ]
    return [
        {"title": title, "lines": [line(book, one, to_decider=to_decider) for one in moved]}
        for title, moved in found
        if moved
    ]


def line(book: Rulebook, one: Moved, *, to_decider: bool) -> dict[str, object]:
    """One result moved: before, after, and the findings that make the difference.

    `to_decider`: a quota's sentence tells the order of its candidates, which is for the deciding body alone.
    """
    kind = one.subject.kind
    return {
        "name": one.subject.name,
        "before": words(book, kind, one.before),
        "after": words(book, kind, one.after),
        "changes": one.changes_grade,
        "findings": [each for each in one.findings if to_decider or not each.is_of_quota],
    }


def words(book: Rulebook, kind: str, said_: str) -> str:
    """A grade by its name, or why there is none."""
    return str(Verdict.Outcome(said_).label) if said_ in Verdict.Outcome.values else shown.grade_name(book, kind, said_)
