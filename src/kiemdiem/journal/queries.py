"""Reads of the journal: what was done about something, and whether the chain is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from kiemdiem.journal import chain, triggers
from kiemdiem.journal.models import Entry, Head


@dataclass(frozen=True)
class Fault:
    """One thing wrong with the journal: at which entry (0: the journal as a whole) and what."""

    seq: int
    what: str


@dataclass(frozen=True)
class Proof:
    """What checking the whole chain showed. `head` is worth writing down on paper: it proves the entries before it."""

    entries: int
    head: str
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        """Nothing was changed, taken out or put in."""
        return not self.faults


def entries_about(about: str) -> QuerySet[Entry]:
    """Everything done about one thing, oldest first."""
    return Entry.objects.filter(about=about)


def entries_of_season(season: str) -> QuerySet[Entry]:
    """Everything done in one season, oldest first."""
    return Entry.objects.filter(season=season)


def last_entry_of(act: str) -> Entry | None:
    """The last time that act was carried out."""
    return Entry.objects.filter(act=act).order_by("-seq").first()


def head_hash() -> str:
    """The end of the chain: another one as soon as anything was done; empty before the first act."""
    head = Head.objects.filter(pk=1).first()
    return head.hash if head else ""


def last_moment(season: str = "") -> datetime | None:
    """When the line of that season was last written to; a new season runs on the line of what has no season."""
    for line in (season, ""):
        last = Entry.objects.filter(season=line).order_by("-seq").first()
        if last is not None:
            return last.keyed_at
    return None


def verify(*, anchor: tuple[int, str] | None = None, using: str = DEFAULT_DB_ALIAS) -> Proof:
    """Whether every entry is the one that was written, in the order it was written, and none is missing.

    Shape: faults by rising number; `anchor` is a number and hash noted earlier, which must still stand; `using` is the
    database, when a restored one is checked beside the one in use.
    """
    faults = [Fault(0, f"thiếu khóa chống sửa: {name}") for name in triggers.missing(connections[using])]
    walk = Walk(anchor)
    for entry in Entry.objects.using(using).order_by("seq").iterator(chunk_size=1000):
        faults.extend(walk.step(entry))
    faults.extend(walk.end(Head.objects.using(using).filter(pk=1).first()))
    return Proof(entries=walk.count, head=f"{walk.seq}:{walk.hash}", faults=tuple(faults))


class Walk:
    """Goes along the chain and tells what does not fit."""

    def __init__(self, anchor: tuple[int, str] | None = None):
        self.anchor = anchor
        self.count, self.seq, self.hash = 0, 0, chain.GENESIS
        self.moments: dict[str, datetime] = {}

    def step(self, entry: Entry) -> Iterator[Fault]:
        """What is wrong with this entry, coming after those before it."""
        if entry.seq != self.seq + 1:
            yield Fault(entry.seq, f"thiếu mục từ số {self.seq + 1} đến số {entry.seq - 1}")
        if entry.prev_hash != self.hash:
            yield Fault(entry.seq, "không nối tiếp mục liền trước")
        if chain.hash_of(entry) != entry.hash:
            yield Fault(entry.seq, "nội dung không khớp mã băm: mục đã bị sửa")
        if self.anchor == (entry.seq, self.anchor[1] if self.anchor else "") and entry.hash != self.anchor[1]:
            yield Fault(entry.seq, "mã băm không khớp mã đã ghi lại trước đây")
        before = self.moments.get(entry.season)
        if before is not None and not entry.sets_clock and entry.keyed_at < before - chain.QUEUE:
            yield Fault(entry.seq, "giờ nhập sớm hơn mục trước của cùng kỳ")
        self.moments[entry.season] = entry.keyed_at
        self.count, self.seq, self.hash = self.count + 1, entry.seq, entry.hash

    def end(self, head: Head | None) -> Iterator[Fault]:
        """What is wrong with the end of the chain."""
        if self.anchor and self.anchor[0] > self.seq:
            yield Fault(0, f"nhật ký dừng ở mục số {self.seq}, trước mục số {self.anchor[0]} đã ghi lại")
        if (head.seq, head.hash) != (self.seq, self.hash) if head else self.count:
            yield Fault(0, "mục cuối không khớp đầu chuỗi: có mục bị cắt bỏ ở cuối")
