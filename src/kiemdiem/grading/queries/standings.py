"""Where each member of the season stands: graded, not graded and why, or pending and where next."""

from datetime import date

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.queries.facts import is_pending
from kiemdiem.grading.queries.results import Result, results_of

Ended = cycles.Ended


def standings_of(season: Season, *, on: date | None = None) -> dict[str, cycles.Standing]:
    """Where every member ended, by key of person, as far as his result says; `on` leaves out who came later."""
    members = SeasonSubject.objects.filter(season=season, kind="member", ended_on__isnull=True)
    if on is not None:
        members = members.exclude(added_on__gt=on)
    return {
        result.subject.person.key: standing_of(result)
        for result in results_of(members.select_related("person", "unit", "season"))
    }


def standing_of(result: Result) -> cycles.Standing:
    """Where one member ended: a decided or computed grade counts, an exclusion says why, the rest is still to come."""
    if result.decision is not None and result.decision.grade:
        return cycles.Standing(Ended.GRADED)
    if not result.subject.is_graded:
        return cycles.Standing(Ended.NOT_GRADED, why=result.subject.why_not)
    verdict = result.verdict
    if verdict is not None and verdict.outcome == "not_graded" and not is_pending(result):
        return cycles.Standing(Ended.NOT_GRADED, why=why_excluded(result))
    return cycles.Standing(Ended.PENDING, where="Cuộc họp chi bộ gần nhất khi có mặt")


def why_excluded(result: Result) -> str:
    """The sentences of the exclusions that hold."""
    findings = result.verdict.result["findings"] if result.verdict else []
    return " ".join(f["sentence"] for f in findings if f["place"] == "exclusion" and f["state"] == "met")
