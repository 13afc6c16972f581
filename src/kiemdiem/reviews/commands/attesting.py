"""What no machine may judge, stated by people: of one subject, or of a whole list at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, Refused, refuse
from kiemdiem.core.law.entry import Entry
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.journal import commands as journal
from kiemdiem.org import access as org_access
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.commands.statements import place
from kiemdiem.reviews.models import Attestation


@dataclass(frozen=True)
class Statement:
    """A statement no machine may judge: of which entry, whether it holds or its level or number, by whom, on which day.

    `seen`: the id of the statement that stood when this one was written, 0 for none; None when nobody saw it on a
    screen.
    """

    entry_key: str
    holds: bool
    stated_by: str
    stated_on: date
    level: str = ""
    amount: int | None = None
    ground: str = ""
    reason: str = ""
    seen: int | None = None


def attest_all(
    season: Season,
    stated: Iterable[tuple[SeasonSubject, Statement]],
    *,
    paper: sources.FromPaper | None = None,
    by: Account,
    at: datetime,
) -> list[Attestation]:
    """All statements of a list kept, or none of them, each under its own entry of the journal.

    Raises: Refused with every row that is, each by the name of its subject and its statement.
    """
    told = sources.read_once(paper)
    kept, refused = [], []
    with transaction.atomic():
        for subject, statement in stated:
            try:
                kept.append(attest(season, subject, statement=statement, paper=told, by=by, at=at))
            except Refused as refusal:
                refused.append(_named(refusal.answer, season, subject, statement))
        if refused:
            raise Refused(replace(refused[0], also=(*refused[0].also, *refused[1:])))
    return kept


def _named(answer: Answer, season: Season, subject: SeasonSubject, statement: Statement) -> Answer:
    """The refusal of one row, with the row's name before it."""
    asked = queries.attestations_asked(season, subject)
    text = next((each.entry.text for each in asked if each.key == statement.entry_key), statement.entry_key)
    return replace(answer, what=f"{subject.name} – {text}: {answer.what}")


def attest(
    season: Season,
    subject: SeasonSubject,
    *,
    statement: Statement,
    paper: sources.FromPaper | None = None,
    by: Account,
    at: datetime,
) -> Attestation:
    """The statement about one subject, in people's name and never the machine's; a second replaces the first.

    Raises: Refused for one's own file, without the name of who states it, for an entry the rulebook has not, and when
        another statement was kept since the page was opened.
    """
    name = "reviews.attest"
    with journal.act(name, by=by, at=at, about=subject.key, season=season.key) as act:
        if subject.person is not None:
            org_access.must_not_be_own(by, subject.person)
        access.must_let(by, act=name, unit=subject.unit, season=season, at=at)
        if not statement.stated_by.strip():
            raise refuse(
                "Chưa ghi được: thiếu người khẳng định.", todo="Hãy nhập ai khẳng định, ví dụ “Chi ủy chi bộ …”."
            )
        sources.must_be_told(statement.stated_on, paper=paper, at=at)
        entry = queries.attestable(
            cycles.book_of(season), statement.entry_key, level=statement.level, amount=statement.amount
        )
        found = Attestation.objects.filter(season=season, entry_key=statement.entry_key, subject=subject.key)
        former = found.filter(replaced_by__isnull=True).first()
        _must_be_unchanged(former, seen=statement.seen)
        kept = _kept(season, subject, entry, statement)
        kept.keyed_at, kept.keyed_by = at, by
        sources.place_source(kept, paper, by=by, at=at)
        place(kept, former)
        act.happened_on, act.rows = statement.stated_on, entry.rows
        act.details = {
            "entry": statement.entry_key,
            "holds": statement.holds,
            "level": statement.level,
            "amount": statement.amount,
        }
        return kept


def _kept(season: Season, subject: SeasonSubject, entry: Entry, statement: Statement) -> Attestation:
    """The record of a statement, not yet keyed by anybody."""
    return Attestation(
        key=uuid4().hex,
        season=season,
        entry_key=statement.entry_key,
        rows=list(entry.rows),
        subject=subject.key,
        statement=entry.text[:500],
        holds=statement.holds,
        level=statement.level,
        amount=statement.amount,
        ground=statement.ground.strip(),
        stated_on=statement.stated_on,
        stated_by=statement.stated_by.strip(),
        reason=statement.reason.strip(),
    )


def _must_be_unchanged(former: Attestation | None, *, seen: int | None) -> None:
    """Passes when what stands is what the page showed; acts follow one another, so nothing comes in between."""
    if seen is not None and seen != (former.pk if former else 0):
        raise refuse(
            "Chưa ghi: nội dung này vừa được người khác ghi sau khi Đồng chí mở trang.",
            todo="Hãy xem nội dung đang lưu; nếu vẫn thay, hãy ghi lý do rồi gửi lại.",
        )
