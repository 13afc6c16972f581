"""The papers of a sitting that reviews nobody: what is carried into it, and what it leaves."""

from datetime import date, datetime

from django.db.models import QuerySet

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Unit
from kiemdiem.papers import commands, gathering, queries
from kiemdiem.papers.commands import Order, Part
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.models import Paper

PACK, CALL = "sitting", "invitation"


def ahead(season: Season, unit: Unit, *, kind: str) -> Meeting | None:
    """The sitting of that kind that is fixed and not over."""
    over = (Meeting.State.CLOSED, Meeting.State.MOVED)
    return _sittings(season, unit, kind=kind).exclude(state__in=over).order_by("-pk").first()


def behind(season: Season, unit: Unit, *, kind: str) -> Meeting | None:
    """The last sitting of that kind that is over."""
    closed = _sittings(season, unit, kind=kind).filter(state=Meeting.State.CLOSED)
    return closed.order_by("-held_on", "-pk").first()


def _sittings(season: Season, unit: Unit, *, kind: str) -> QuerySet[Meeting]:
    found = Meeting.objects.filter(season=season, unit=unit, kind=kind)
    return found.select_related("season", "unit", "chair", "secretary")


def write_before(meeting: Meeting, *, on: date, by: Account, at: datetime) -> list[Paper]:
    """The invitation with its number, where none is out yet, and the whole print-out of the sitting as one PDF."""
    season, frame = meeting.season, Frame(meeting.season, on)
    orders = gathering.orders_of_call(season, meeting, on=on)
    with journal.act("papers.write_sitting", by=by, at=at, about=f"meeting:{meeting.key}", season=season.key):
        calls = [] if called(meeting) else commands.write_papers(season, orders, by=by, at=at)
        parts = [_numbered(order, paper) for order, paper in zip(orders, calls, strict=False)]
        stack = commands.write_pack(
            season, PACK, parts=[*parts, *gathering.parts_of_sitting(frame, meeting)],
            cover=gathering.cover_values(frame, meeting), unit=meeting.unit, on=on, by=by, at=at,
        )  # fmt: skip
    return [*calls, stack]


def _numbered(order: Order, paper: Paper) -> Part:
    return Part(order.form_key, {**order.values, "number": paper.number} if paper.number else order.values)


def called(meeting: Meeting) -> bool:
    """Whether an invitation to the meeting is out: its number is not spent twice."""
    out = queries.papers_of(meeting.season, form_key=CALL, about=f"meeting:{meeting.key}")
    return out.exclude(state=Paper.State.VOIDED).exists()


def write_after(meeting: Meeting, *, by: Account, at: datetime) -> list[Paper]:
    """Every paper of the sitting, dated the day it was held; the invitation only where none went out before."""
    assert meeting.held_on is not None
    orders = gathering.orders_of_sitting(meeting.season, meeting, on=meeting.held_on)
    kept = [order for order in orders if order.form_key != CALL or not called(meeting)]
    return commands.write_papers(meeting.season, kept, by=by, at=at)
