"""Points to review, given by one body to a unit or a member, with the working group that is sent."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import SuggestReview
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.commands.statements import place
from kiemdiem.reviews.models import Suggestion


@dataclass(frozen=True)
class Points:
    """What is to be reviewed, given on which day; who was sent to attend; why it takes the place of an earlier one."""

    text: str
    given_on: date
    group: tuple[Person, ...] = ()
    reason: str = ""


def give_suggestion(
    season: Season,
    subject: SeasonSubject,
    *,
    from_unit: Unit,
    points: Points,
    paper: sources.FromPaper | None = None,
    by: Account,
    at: datetime,
) -> Suggestion:
    """The points given to a unit or a member; a second giving of the same body replaces the first and says why.

    Raises: Refused without text, and for a body the rulebook does not let give points.
    """
    name = "reviews.give_suggestion"
    with journal.act(name, by=by, at=at, about=subject.key, season=season.key) as act:
        access.must_let(by, act=name, unit=subject.unit, season=season, at=at)
        if not points.text.strip():
            raise refuse("Chưa ghi được gợi ý: chưa có nội dung.", todo="Hãy nhập nội dung gợi ý kiểm điểm.")
        sources.must_be_told(points.given_on, paper=paper, at=at)
        answer = _said(season, subject, from_unit=from_unit, paper=paper)
        former = Suggestion.objects.filter(season=season, subject=subject, from_unit=from_unit)
        kept = Suggestion(
            key=uuid4().hex,
            season=season,
            subject=subject,
            from_unit=from_unit,
            text=points.text.strip(),
            given_on=points.given_on,
            reason=points.reason.strip(),
            keyed_at=at,
            keyed_by=by,
        )
        sources.place_source(kept, paper, by=by, at=at)
        place(kept, former.filter(replaced_by__isnull=True).first())
        kept.group.set(points.group)
        act.happened_on, act.rows = points.given_on, answer.rows
        act.details = {
            "from": from_unit.key, "group": [each.key for each in points.group], "warning": answer.warning,
        }  # fmt: skip
        return kept


def _said(season: Season, subject: SeasonSubject, *, from_unit: Unit, paper: sources.FromPaper | None) -> Answer:
    found = cycles.season_unit(season, from_unit)
    facts = SuggestReview(subject_kind=subject.kind, body_kind=found.kind if found else "superior")
    return must(gates.may(cycles.book_of(season), facts, recording=sources.is_recording(paper)))
