"""One result from the first fact to the decision: conditions, clauses, quota, receipt, judged again on the spot."""

import json

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, queries
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.grading.pages import shown
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb


@login_required
@require_safe
def result(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to the person himself and to whoever answers for his organisation."""
    season = cycles.season(key)
    subject = cycles.subject(season, subject_key)
    if not access.may_see(request.user, subject, on=frame.today_in(season)):
        raise refuse(
            "Chưa xem được kết quả này.",
            why="Chỉ người được xếp loại và người có trách nhiệm ở đơn vị đó được xem.",
            todo="Nhờ bí thư chi bộ hoặc văn phòng cấp ủy.",
        )
    found = queries.result_of(subject)
    book = shown.book_of(season)
    verdict = found.verdict
    decides = access.may_decide(request.user, season, on=frame.today_in(season))
    return replies.show(
        request,
        "grading/result.html",
        frame=frame.frame_of(season),
        crumbs=shown.way_to(season, Crumb(subject.name)),
        subject=subject,
        said=shown.said(book, found),
        stages=shown.stages(book, found),
        flags=shown.flag_words(found),
        findings=shown.finding_lines(book, subject.kind, verdict=verdict) if verdict else [],
        quotas=shown.quota_shapes(book, verdict, to_decider=decides) if verdict else [],
        facts=fact_rows(book, verdict) if verdict else [],
        receipt=verdict.result["receipt"] if verdict else {},
        same=verdict is not None and commands.judged_again(verdict).findings == kept_findings(verdict),
        earlier=Verdict.objects.filter(subject=subject, is_current=False).order_by("-number"),
        decisions=Decision.objects.filter(subject=subject).order_by("number"),
        returned=found.returned,
        back=reverse("grading:unit_results", args=[season.key, subject.unit.key]),
    )


def kept_findings(verdict: Verdict) -> tuple:
    """The findings as they were kept."""
    return queries.kept(verdict).findings


def fact_rows(book: Rulebook, verdict: Verdict) -> list[AnswerRow]:
    """The facts the verdict rests on, in the rulebook's words."""
    facts = json.loads(verdict.facts_json)
    declared = book.subjects.subject(verdict.subject.kind)
    names = {fact.key: fact.text for fact in declared.facts}
    if declared.children is not None:
        names |= {count.key: count.text for count in declared.children.counts}
    return [AnswerRow(names[key], shown.fact_words(book, declared, key, facts[key])) for key in names if key in facts]
