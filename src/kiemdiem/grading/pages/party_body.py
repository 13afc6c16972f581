"""The grade of the party body, step by step: proposed, scored, self-classified, decided above."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, queries
from kiemdiem.grading.models import Decision
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import AnswerRow, Crumb, Step

SEE = "grading.see_result"
NONE = "Chưa có"


@login_required
@require_safe
def party_body(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever answers for the committee of the season."""
    season = cycles.season(key)
    day = frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS[SEE], unit=season.unit, on=day, act=SEE)
    subject = queries.party_body_of(season)
    gap = queries.scale_gap(season)
    found, book = queries.result_of(subject), shown.book_of(season)
    return replies.show(
        request, "grading/party_body.html", frame=frame.frame_of(season), season=season, subject=subject, gap=gap,
        crumbs=shown.way_to(season, Crumb(subject.name)),
        steps=[] if gap else steps(book, found, by=request.user, on=day), rows=[] if gap else rows(book, found, on=day),
        result=reverse("grading:result", args=[season.key, subject.key]) if found.verdict and not gap else "",
    )  # fmt: skip


def rows(book: Rulebook, found: Result, *, on: date) -> list[AnswerRow]:
    """What was proposed, what the slips came to and which grade that is, what stands decided, side by side."""
    subject, points = found.subject, queries.points_of(found.subject)
    own, above = decisions_of(found)
    said = [AnswerRow("Dự kiến", proposed_words(book, found))]
    if points is not None:
        by_points = shown.grade_name(book, subject.kind, queries.grade_by_rules(subject, on=on))
        said += [AnswerRow("Điểm bình quân các phiếu", points.text()), AnswerRow("Mức theo điểm", by_points)]
    said.append(AnswerRow("Tự phân loại", decided_words(book, found, own)))
    return [*said, AnswerRow("Cấp trên quyết định", decided_words(book, found, above))]


def proposed_words(book: Rulebook, found: Result) -> str:
    """The proposal in words, or that there is none yet."""
    if found.proposal is None:
        return NONE
    name = shown.grade_name(book, found.subject.kind, found.proposal.grade)
    return f"{name} – {org.unit_name(found.proposal.body, on=found.proposal.proposed_on)}. {found.proposal.reason}"


def decided_words(book: Rulebook, found: Result, decision: Decision | None) -> str:
    """A decision in words, or that there is none yet."""
    if decision is None:
        return NONE
    reason = f". {decision.reason}" if decision.reason else ""
    return f"{shown.grade_name(book, found.subject.kind, decision.grade)} ({decision.document}){reason}"


def decisions_of(found: Result) -> tuple[Decision | None, Decision | None]:
    """The last self-classification, and the last decision of a higher body."""
    above = Decision.objects.filter(subject=found.subject, from_above=True).order_by("number").last()
    return queries.self_classified(found.subject), above


def steps(book: Rulebook, found: Result, *, by: Account, on: date) -> list[Step]:
    """The four steps, each with its day once done; what the reader may do now leads to its page."""
    season, subject = found.subject.season, found.subject
    own, above = decisions_of(found)
    scored, sittings = queries.points_of(subject), queries.scoring_sittings(season)

    def page(name: str, act: str) -> str:
        here = access.may_do(by, act, season=season, subject=subject, on=on)
        return reverse(f"grading:{name}", args=[season.key]) if here else ""

    proposed = found.proposal.proposed_on if found.proposal else None
    later = page("classify_self", "grading.decide") if scored is not None and own is None else ""
    above_url = reverse("grading:record_above", args=[season.key, subject.key])
    may_above = own is not None and access.may_do(by, "grading.record_above", season=season, subject=subject, on=on)
    return [
        Step("Dự kiến mức", "done" if proposed else "current", done_on=proposed,
             url=page("propose_own", "grading.propose") if own is None and above is None else ""),
        Step("Chấm điểm bằng phiếu", "done" if scored is not None else "current", url=scoring_url(sittings),
             why="" if sittings or scored is not None else "Khai mạc hội nghị chấm điểm trước."),
        Step("Tự phân loại", "done" if own else "current" if scored is not None else "waiting", url=later,
             done_on=own.decided_on if own else None, why="" if own or scored is not None else "Chấm điểm trước."),
        Step("Cấp trên quyết định", "done" if above else "current" if own else "waiting",
             done_on=above.decided_on if above else None, url=above_url if may_above else ""),
    ]  # fmt: skip


def scoring_url(sittings: list[Meeting]) -> str:
    """The ballots of the last sitting that scores the party body."""
    return reverse("ballots:ballots", args=[sittings[-1].key]) if sittings else ""


def opening_words(season: Season) -> str:
    """Until when the plan wants the grade, as a hint for the forms."""
    step = cycles.step_up(season)
    return f"Báo cáo gửi cấp trên chậm nhất ngày {phrases.day(step.last_on)}." if step else ""
