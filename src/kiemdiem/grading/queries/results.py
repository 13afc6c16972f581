"""Where each subject's result stands: the verdict in force, what was proposed, what was decided."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiemdiem.core.judge import verdict as core
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Decision, Proposal, ReturnedLine, Verdict
from kiemdiem.meetings.models import ReviewLine
from kiemdiem.reviews.models import Report


class Stand(StrEnum):
    """How far a result has come; every result shown carries it."""

    NONE = "none"
    BALLOT = "ballot"
    PROPOSED = "proposed"
    RETURNED = "returned"
    RECOGNISED = "recognised"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Result:
    """One subject with its verdict, proposal and decision in force, each None until there is one."""

    subject: SeasonSubject
    verdict: Verdict | None
    proposal: Proposal | None
    decision: Decision | None
    returned: ReturnedLine | None

    @property
    def stand(self) -> Stand:
        """How far the result has come."""
        if self.decision is not None:
            return Stand.RECOGNISED
        if self.returned is not None:
            return Stand.RETURNED
        if self.proposal is not None:
            return Stand.PROPOSED
        return Stand.BALLOT if self.verdict is not None else Stand.NONE

    @property
    def grade(self) -> str:
        """The grade in force at this stand: decided, else proposed, else of the verdict; empty where there is none."""
        if self.decision is not None:
            return self.decision.grade
        if self.proposal is not None:
            return self.proposal.grade
        return self.verdict.grade if self.verdict else ""


def results_of(subjects: Iterable[SeasonSubject]) -> list[Result]:
    """The results of the subjects, in their order."""
    chosen = list(subjects)
    ids = [s.pk for s in chosen]
    verdicts = {v.subject_id: v for v in Verdict.objects.filter(subject__in=ids, is_current=True)}
    proposals = {p.subject_id: p for p in Proposal.objects.filter(subject__in=ids, is_current=True).order_by("pk")}
    decisions = {d.subject_id: d for d in Decision.objects.filter(subject__in=ids, is_current=True)}
    open_returns = ReturnedLine.objects.filter(subject__in=ids, is_current=True, answered_on__isnull=True)
    returns = {r.subject_id: r for r in open_returns}
    return [Result(s, verdicts.get(s.pk), proposals.get(s.pk), decisions.get(s.pk), returns.get(s.pk)) for s in chosen]


def result_of(subject: SeasonSubject) -> Result:
    """The result of one subject."""
    return results_of([subject])[0]


def current_verdict(subject: SeasonSubject) -> Verdict | None:
    """The verdict in force."""
    return Verdict.objects.filter(subject=subject, is_current=True).first()


def current_decision(subject: SeasonSubject) -> Decision | None:
    """The decision in force."""
    return Decision.objects.filter(subject=subject, is_current=True).first()


def units_decided_at_top(season: Season) -> list[SeasonSubject]:
    """The cells recognised at the top grade of their scale, by name."""
    subjects = cycles.book_of(season).subjects
    top = subjects.scale(subjects.subject("cell").scale or "").top
    decided = Decision.objects.filter(season=season, is_current=True, subject__kind="cell", grade=top)
    return [d.subject for d in decided.select_related("subject").order_by("subject__sort_key")]


def units_at_top(season: Season) -> list[SeasonSubject]:
    """The cells at the top grade of their scale as they stand: decided, else proposed, else by the rules; by name."""
    subjects = cycles.book_of(season).subjects
    top = subjects.scale(subjects.subject("cell").scale or "").top
    cells = cycles.subjects_of(season, kind="cell").filter(ended_on__isnull=True)
    return [result.subject for result in results_of(cells) if result.grade == top]


def reason_proposed(subject: SeasonSubject, *, grade: str) -> str:
    """The reason already given by whoever proposed the same grade; empty when nobody did."""
    proposal = result_of(subject).proposal
    return proposal.reason if proposal is not None and proposal.grade == grade else ""


def inputs_present(result: Result) -> tuple[str, ...]:
    """Which of the grounds of a grade are at hand: the year's summary, the review, the agency's and the task result."""
    subject = result.subject
    found = []
    if Report.objects.filter(season=subject.season, unit=subject.unit).exists():
        found.append("year_summary")
    if ReviewLine.objects.filter(subject=subject, state=ReviewLine.State.DONE).exists():
        found.append("review_comments")
    known = known_by_record(result)
    # Whoever works for no agency has no result of an agency to wait for.
    if known.get("outside_grade") or not known.get("work", True):
        found.append("civil_grade")
    if known.get("attested"):
        found.append("task_result")
    return tuple(found)


def known_by_record(result: Result) -> dict[str, bool]:
    """For each kind of record, whether a fact filled from it has a value that says something."""
    facts = json.loads(result.verdict.facts_json) if result.verdict else {}
    found: dict[str, bool] = {}
    for source in cycles.book_of(result.subject.season).sources.facts:
        if source.subject == result.subject.kind and source.fact in facts:
            kind = source.record.kind
            found[kind] = found.get(kind, False) or facts[source.fact] not in (None, False)
    return found


def holding(result: Result) -> tuple[str, ...]:
    """The exclusions, caps and remarks that hold for the subject by its verdict in force, by key."""
    found = kept(result.verdict).findings if result.verdict else ()
    return tuple(one.entry for one in found if one.state == "met" and one.place in ("exclusion", "cap", "remark"))


def kept(verdict: Verdict) -> core.Verdict:
    """The judge's verdict as it was kept."""
    return core.verdict_from(verdict.result)
