"""One result from the first fact to the decision: conditions, clauses, quota, receipt, judged again on the spot."""

import json
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, queries
from kiemdiem.grading.models import Decision, ReturnedLine, Verdict
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.reviews import access as reviews_access
from kiemdiem.reviews import queries as reviews
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
    verdict, due = found.verdict, shown.due_again(season, [subject]).get(subject.pk)
    decides = access.may_decide(request.user, season, on=frame.today_in(season))
    return replies.show(
        request,
        "grading/result.html",
        frame=frame.frame_of(season),
        crumbs=way_to(season, subject, by=request.user),
        subject=subject,
        said=shown.said(book, found),
        stages=shown.stages(book, found),
        flags=[*shown.again_words(book, due, naming=False), *shown.flag_words(found)],
        findings=shown.finding_lines(book, subject.kind, verdict=verdict) if verdict else [],
        quotas=shown.quota_shapes(book, verdict, to_decider=decides) if verdict else [],
        facts=fact_rows(book, verdict) if verdict else [],
        receipt=verdict.result["receipt"] if verdict else {},
        same=verdict is not None and commands.judged_again(verdict).findings == kept_findings(verdict),
        earlier=Verdict.objects.filter(subject=subject, is_current=False).order_by("-number"),
        decisions=decision_rows(book, found),
        returned=found.returned,
        answers=ReturnedLine.objects.filter(subject=subject, answered_on__isnull=False).order_by("pk"),
        ways=ways(season, found, by=request.user, on=frame.today_in(season)),
        after=access.WAYS_ON["closed"] if season.state == Season.State.CLOSED else "",
        back=reverse("grading:unit_results", args=[season.key, subject.unit.key]),
    )


def way_to(season: Season, subject: SeasonSubject, *, by: Account) -> list[Crumb]:
    """The way to the result; past the organisation's results only for those who may open them."""
    on, act, here = frame.today_in(season), "grading.see_result", Crumb(subject.name)
    answers = org_access.holds(by, access.ACTS[act], unit=subject.unit, on=on, act=act)
    return shown.way_to(season, here) if answers else frame.way_to(season, here)


def ways(season: Season, found: Result, *, by: Account, on: date) -> list[tuple[str, str]]:
    """What the reader can do with the result now, as pairs of title and address."""
    subject, decided = found.subject, found.decision
    known = found.verdict is not None
    possible = [
        ("grading.answer_return", "answer_return", "Trả lời nội dung cần làm rõ", found.returned is not None),
        ("grading.return_line", "return_line", "Trả lại để làm rõ", known and decided is None),
        ("grading.regrade", "regrade", "Xếp loại lại", decided is not None and not decided.from_above),
        ("grading.record_above", "record_above", "Ghi quyết định của cấp trên", known),
    ]
    found_ways = [
        (title, reverse(f"grading:{page}", args=[season.key, subject.key]))
        for act, page, title, stands in possible
        if stands and access.may_do(by, act, season=season, subject=subject, on=on)
    ]
    return [*stating(season, found, by=by, on=on), *found_ways]


def stating(season: Season, found: Result, *, by: Account, on: date) -> list[tuple[str, str]]:
    """The way to the statements still owed, where the rules can say nothing without them."""
    subject, act = found.subject, "reviews.attest"
    waits = found.decision is None and found.verdict is not None and found.verdict.outcome == Verdict.Outcome.CANNOT_SAY
    own = subject.person is not None and org_access.is_own_file(by, subject.person)
    if not waits or own or not access.stands(season, act="grading.judge"):
        return []
    owed = any(each.attestation is None for each in reviews.attestations_asked(season, subject))
    may = org_access.holds(by, reviews_access.ACTS[act], unit=subject.unit, on=on, act=act)
    address = reverse("reviews:statements", args=[season.key, subject.unit.key])
    return [("Ghi nội dung khẳng định còn thiếu, rồi xét lại", address)] if owed and may else []


def decision_rows(book: Rulebook, found: Result) -> list[dict[str, object]]:
    """Every decision on the subject, the one in force last, with its scan."""
    subject = found.subject
    rows = Decision.objects.filter(subject=subject).select_related("body", "scan").order_by("number")
    return [
        {
            "words": shown.decision_words(book, one),
            "body": org.unit_name(one.body, on=one.decided_on),
            "one": one,
            "scan": reverse("grading:scan", args=[subject.season.key, subject.key, one.number]) if one.scan else "",
        }
        for one in rows
    ]


def kept_findings(verdict: Verdict) -> tuple:
    """The findings as they were kept."""
    return queries.kept(verdict).findings


def fact_rows(book: Rulebook, verdict: Verdict) -> list[AnswerRow]:
    """The facts the verdict rests on, in the rulebook's words."""
    facts = json.loads(verdict.facts_json)
    declared = book.subjects.subject(verdict.subject.kind)
    names = shown.fact_names(declared)
    return [AnswerRow(names[key], shown.fact_words(book, declared, key, facts[key])) for key in names if key in facts]
