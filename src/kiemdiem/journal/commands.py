"""Carrying out an act: one transaction, one entry, in turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from kiemdiem.core.answer import refuse
from kiemdiem.journal import chain, queries
from kiemdiem.journal.models import Entry, Head

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CONSOLE = "Máy chủ"
# The season of the act that is being carried out around this one: a file kept in the course of an act of a rehearsal
# runs on that season's clock, not on the clock of what has no season.
AROUND: ContextVar[str] = ContextVar("season of the act around", default="")


class Keyer(Protocol):
    """Whoever keys an act: an account."""

    pk: Any
    display_name: Any


@dataclass
class Act:
    """What the act tells the journal, filled in while it is carried out. `seq` is known once it is written."""

    happened_on: date | None = None
    rows: tuple[str, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)
    seq: int | None = None


@contextmanager
def act(
    name: str,
    *,
    by: Keyer | None,
    at: datetime,
    about: str = "",
    season: str = "",
    sets_clock: bool = False,
) -> Iterator[Act]:
    """Carries out one act: all of it and its entry are written, or nothing is.

    Acts follow one another on both databases: the head is taken first, so no act sees another half done. An act
    inside another one belongs to its season, unless it names its own.
    `by` None is the machine's own console. `sets_clock`: this act moves the assumed day of a rehearsal season.
    Raises: Refused when `at` is earlier than the last entry of the season, that is, the clock was set back.
    """
    if at.tzinfo is None:
        raise ValueError("`at` must be an aware moment")
    season = season or AROUND.get()
    with transaction.atomic():
        head = _head_taken()
        if not sets_clock:
            _must_not_run_backwards(at, season)
        told = Act()
        before = AROUND.set(season)
        try:
            yield told
        finally:
            AROUND.reset(before)
        told.seq = _written(
            told,
            head=head,
            keyed_at=at,
            keyed_by=by.pk if by else None,
            keyed_by_name=chain.settled(by.display_name if by else CONSOLE),
            act=name,
            about=about,
            season=season,
            sets_clock=sets_clock,
        )


def _written(told: Act, *, head: Head, **keyed: Any) -> int:
    """The number of the entry, now at the end of the chain."""
    # An act inside this one may have written its own entry meanwhile.
    head.refresh_from_db()
    entry = Entry(
        seq=head.seq + 1,
        happened_on=told.happened_on,
        rows=chain.settled(list(told.rows)),
        details=chain.settled(told.details),
        prev_hash=head.hash,
        **keyed,
    )
    entry.hash = chain.hash_of(entry)
    entry.save(force_insert=True)
    head.seq, head.hash = entry.seq, entry.hash
    head.save(force_update=True)
    return entry.seq


def _head_taken() -> Head:
    """The head, locked until the transaction ends. SQLite has locked the whole file already (IMMEDIATE)."""
    heads = Head.objects.select_for_update() if connection.vendor == "postgresql" else Head.objects
    head = heads.filter(pk=1).first()
    if head is None:
        Head.objects.bulk_create([Head(pk=1, seq=0, hash=chain.GENESIS)], ignore_conflicts=True)
        head = heads.get(pk=1)
    return head


def _must_not_run_backwards(at: datetime, season: str) -> None:
    last = queries.last_moment(season)
    if last is None or at >= last - chain.QUEUE:
        return
    now, then = (f"{moment.astimezone(ZONE):%H:%M ngày %d/%m/%Y}" for moment in (at, last))
    raise refuse(
        "Chưa ghi được: đồng hồ đang sớm hơn mục cuối cùng trong nhật ký.",
        why=f"Bây giờ là {now}, mục cuối ghi lúc {then}.",
        todo="Hãy chỉnh lại ngày giờ của máy chủ (hoặc ngày giả định của kỳ tập dượt) rồi làm lại.",
        now=at.isoformat(),
        last=last.isoformat(),
    )
