"""What a meeting does to the papers before it; called by the room of the meetings inside its own acts.

The meeting's act has asked its right and its gates, so nobody ticks here by hand what no meeting did.
"""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.journal.locks import hold
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import queries
from kiemdiem.reviews.commands.versions import write_version
from kiemdiem.reviews.models import Report, SelfReview

PRESENTABLE = frozenset({"submitted", "presented", "completed", "confirmed"})
UNPRESENTED = frozenset({"draft", "sent"})


def note_presented(season: Season, person: Person, *, on: date, concluded: bool) -> SelfReview | None:
    """The person's self-review as presented at a review on that day; nothing while none was handed in.

    One already confirmed, out of order, stays so.

    `concluded`: the chair of his own cell concluded on it; only then may the cell confirm it.
    """
    found = queries.self_review(season, person)
    if found is None or found.state not in PRESENTABLE:
        return None
    kept = hold(SelfReview, found.pk, version=None)
    if kept.state != SelfReview.State.CONFIRMED:
        kept.state = SelfReview.State.PRESENTED
    kept.concluded_on = on if concluded else kept.concluded_on
    kept.save(update_fields=["state", "concluded_on"])
    return kept


def note_report_concluded(
    season: Season, unit: Unit, *, kind: str, on: date, by: Account, at: datetime
) -> list[Report]:
    """The unit's reports about a subject of that kind, as presented to the meeting of the day and concluded on."""
    forms = {form.key for form in queries.report_kinds(season, unit) if form.subject_kind == kind}
    found = []
    for report in queries.reports_of(season).filter(unit=unit, kind__in=forms):
        kept = hold(Report, report.pk, version=None)
        if not kept.versions.exists():
            write_version(kept, reason="Bản trình bày", happened_on=on, by=by, at=at)
        if kept.state in UNPRESENTED:
            kept.state = Report.State.PRESENTED
        kept.presented_on, kept.concluded_on = on, on
        kept.save(update_fields=["state", "presented_on", "concluded_on"])
        found.append(kept)
    return found


def note_individuals_concluded(season: Season, unit: Unit, *, on: date) -> None:
    """Writes down that the individual reviews at the unit are done: its report may now take their results in."""
    for report in queries.reports_of(season).filter(unit=unit):
        kept = hold(Report, report.pk, version=None)
        kept.individuals_on = on
        kept.save(update_fields=["individuals_on"])
