"""What the pages of a rulebook share: whose book is read, the way to an entry, an entry as it is printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from kiemdiem.core.law.chapters import Chapter
from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.sections.questions import Gap, Interpretation, Printed
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import access, queries
from kiemdiem.rulebooks.viewer import Viewed, anchor_of, title_of, viewed
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Crumb

WHOSE = "cap-uy"


@dataclass(frozen=True)
class Link:
    """Another entry, and where it stands."""

    text: str
    url: str


@dataclass(frozen=True)
class Meaning:
    """One reading of a question: chosen, the book's own, or another."""

    text: str
    is_chosen: bool
    is_default: bool


@dataclass(frozen=True)
class Shown:
    """One entry as it is printed."""

    anchor: str
    text: str
    kind: str
    standing: str
    clause: str
    sentences: Sequence[str]
    proofs: Sequence[tuple[str, str, list[str]]]
    questions: Sequence[tuple[Link, str]]
    users: Sequence[Link]
    asked: str = ""
    meanings: Sequence[Meaning] = ()
    slips: Sequence[Printed] = ()
    gap: str = ""
    examples: Sequence[str] = ()


@dataclass(frozen=True)
class Reader:
    """The book one person reads: as it ships, or as a committee chose to read it."""

    viewed: Viewed
    unit: Unit | None
    name: str

    @property
    def query(self) -> dict[str, str]:
        """What an address must carry to stay with the same committee."""
        return {WHOSE: self.unit.key} if self.unit else {}

    def url(self, page: str, *args: str, **more: str) -> str:
        """The address of a page of the book."""
        kept = urlencode({**self.query, **more})
        return reverse(f"rulebooks:{page}", args=[self.viewed.book.code, *args]) + (f"?{kept}" if kept else "")

    def link(self, placed: Placed) -> Link:
        """The way to an entry: its chapter, the page of it, its place there."""
        chapter, page = self.viewed.where[id(placed)]
        more = {"trang": str(page)} if page > 1 else {}
        return Link(placed.entry.text, f"{self.url('chapter', chapter.key, **more)}#{anchor_of(placed)}")

    def way(self, to: Chapter) -> Link:
        """The way to a chapter."""
        return Link(title_of(to.number), self.url("chapter", to.key))

    def shown(self, placed: Placed) -> Shown:
        """The entry as it is printed."""
        entry, book = placed.entry, self.viewed
        asked = entry if isinstance(entry, Interpretation) else None
        return Shown(
            anchor=anchor_of(placed),
            text=entry.text,
            kind=book.teller.kind(placed),
            standing=book.teller.standing(placed),
            clause=entry.clause,
            sentences=[said for said in book.teller.sentences(placed) if said.rstrip(".") != entry.text],
            proofs=book.standing(entry.rows),
            questions=[(self.link(one), chosen_in(book, one.entry)) for one in book.questions(placed)],
            users=[self.link(one) for one in book.users(placed)],
            asked=asked.question if asked else "",
            meanings=meanings(book, asked) if asked else (),
            slips=asked.slips if asked else (),
            gap=gap_state(book, entry) if isinstance(entry, Gap) else "",
            examples=book.examples.get(entry.key, ()),
        )

    def crumbs(self, *more: Crumb) -> list[Crumb]:
        """The way to a page of the book."""
        title = f"{self.viewed.book.code}: {self.name}" if self.name else self.viewed.book.code
        return [Crumb("Bộ quy tắc", reverse("rulebooks:books")), Crumb(title, self.url("book")), *more]


def reader_of(request: HttpRequest, code: str) -> Reader:
    """The book that was asked for, as far as the account may read it.

    Raises: Refused for whoever holds no role, or none over the committee whose book it is.
    """
    day = today_here(request)
    access.must_read(request.user, on=day)
    key = request.GET.get(WHOSE, "")
    if not key:
        return Reader(viewed(queries.rulebook(code), origin=queries.origin(code)), None, "")
    unit = org.unit(key)
    access.must_let(request.user, act="rulebooks.read", unit=unit, at=moment_here(request))
    return Reader(
        viewed(queries.rulebook_of(unit, code), origin=queries.origin(code)), unit, org.unit_name(unit, on=day)
    )


def meanings(viewed: Viewed, asked: Interpretation) -> list[Meaning]:
    """Every reading of a question, the one in force marked."""
    chosen = viewed.book.reading(asked.key)
    return [Meaning(one.text, one.key == chosen, one.default) for one in asked.readings]


def chosen_in(viewed: Viewed, asked: object) -> str:
    """The reading in force, in words."""
    assert isinstance(asked, Interpretation)
    return next(one.text for one in asked.readings if one.key == viewed.book.reading(asked.key))


def gap_state(viewed: Viewed, gap: Gap) -> str:
    """Whether a gap has been filled in."""
    return "đã bổ sung" if gap.key in viewed.book.filled else "còn thiếu"


def kinds_in(viewed: Viewed, found: Iterable[Placed]) -> str:
    """What kinds of entries there are and how many of each, the most frequent first."""
    counts: dict[str, int] = {}
    for one in found:
        kind = viewed.teller.kind(one)
        counts[kind] = counts.get(kind, 0) + 1
    told = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:3]
    return ", ".join(f"{count} {kind.lower()}" for kind, count in told)
