"""A rulebook as a reader sees it: chapters in the order of the source, each entry in sentences with all it hangs on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ruamel.yaml import YAML

from kiemdiem.core.law.chapters import OTHER, Chapter, chapters
from kiemdiem.core.law.outline import Placed, outline
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.questions import Gap, Interpretation
from kiemdiem.core.law.telling.teller import Teller
from kiemdiem.core.law.uses import Named, named, uses
from kiemdiem.org import words
from kiemdiem.rulebooks import shelf

NAMES: Mapping[str, str] = {
    **words.WORK_KINDS,
    **words.CELL_KINDS,
    **words.STANDINGS,
    **words.POSTS,
    **words.UNIT_KINDS,
    "attendee": "Người dự không bỏ phiếu",
    "guest": "Khách mời",
    "non_party": "Người ngoài Đảng",
}
AT_ONCE = 16  # entries on a page; each is some lines long
TITLES = {"0": "Phần đầu văn bản", "End": "Phần cuối văn bản", OTHER: "Nội dung chung, không gắn với một điều"}
PROOFS = {
    "tested": ("đã kiểm thử", "good"),
    "attested": ("do người có trách nhiệm xác nhận", "busy"),
    "gap": ("chờ bổ sung từ văn bản khác", "warn"),
    "debt": ("chưa kiểm thử", "warn"),
}
# Told in one line each: what conditions are made of, and long lists of places and people.
MINOR = frozenset(
    {
        "Fact",
        "Count",
        "Balance",
        "FactSource",
        "Option",
        "ScorePart",
        "BodyUnit",
        "LeaderPost",
        "Recipient",
        "SupervisorRow",
    }
)


def title_of(chapter: str) -> str:
    """What a chapter or a clause is called."""
    return TITLES.get(chapter, f"Mục {chapter}")


def anchor_of(placed: Placed) -> str:
    """The name of the place of an entry on its page."""
    return ".".join(part for part in (placed.part, placed.subject, *placed.within[-1:], placed.entry.key) if part)


def is_minor(placed: Placed) -> bool:
    """Whether the entry is told in one line among others of its clause."""
    return type(placed.entry).__name__ in MINOR


def major_in(chapter: Chapter) -> list[Placed]:
    """The entries of a chapter that are printed each for itself."""
    return [one for one in chapter.placed if not is_minor(one)]


@dataclass(frozen=True)
class Viewed:
    """One rulebook laid out for reading. Two of the same content are one, so what was laid out is laid out once.

    `origin`: the shipped book whose catalogue orders it; its own code unless a committee copied it.
    """

    book: Rulebook = field(compare=False)
    sha256: str
    origin: str

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every entry in its place, in the order of the files."""
        return outline(self.book)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in the order of the source; one without anything said of it is left out."""
        rows = shelf.catalogue(self.origin).rows
        return tuple(each for each in chapters(self.placed, rows) if each.placed)

    @cached_property
    def teller(self) -> Teller:
        """Who tells the entries."""
        return Teller(self.book, NAMES)

    @cached_property
    def uses(self) -> Mapping[Named, tuple[Placed, ...]]:
        """Which entries use which."""
        return uses(self.book, self.placed)

    @cached_property
    def proofs(self) -> Mapping[str, str]:
        """How each row of a shipped book was proved when this version was made; of a committee's own nobody says."""
        return shelf.proofs(self.book.code)

    @cached_property
    def examples(self) -> Mapping[str, list[str]]:
        """The worked examples of a shipped book by the key of the entry that decides them."""
        found: dict[str, list[str]] = {}
        for text in shelf.cases(self.book.code).values() if self.book.code in shelf.codes() else ():
            for case in YAML(typ="safe").load(text)["cases"]:
                for key in (*case.get("not_met", ()), *case.get("unknown", ())):
                    found.setdefault(key, []).append(str(case["name"]))
        return found

    @cached_property
    def where(self) -> Mapping[int, tuple[Chapter, int]]:
        """The chapter of each entry, and its page there; one told in a line stands where its clause ends."""
        found = {}
        for chapter in self.chapters:
            majors = 0
            for clause in chapter.clauses:
                majors += sum(not is_minor(one) for one in clause.placed)
                last = max(majors - 1, 0) // AT_ONCE + 1
                found |= {id(one): (chapter, last) for one in clause.placed if is_minor(one)}
            found |= {id(one): (chapter, number // AT_ONCE + 1) for number, one in enumerate(major_in(chapter))}
        return found

    @cached_property
    def by_key(self) -> Mapping[str, Placed]:
        """The questions of the book by their key."""
        return {one.entry.key: one for one in self.placed if isinstance(one.entry, Interpretation)}

    def questions(self, placed: Placed) -> Iterable[Placed]:
        """The questions an entry depends on."""
        return [self.by_key[key] for key in placed.entry.under if key in self.by_key]

    def users(self, placed: Placed) -> tuple[Placed, ...]:
        """The entries that use an entry."""
        return self.uses.get(named(placed), ())

    def standing(self, rows: Iterable[str]) -> list[tuple[str, str, list[str]]]:
        """The rows by how they were proved: the words, their tone, the rows."""
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(self.proofs.get(row, "debt"), []).append(row)
        return [(*PROOFS[word], found[word]) for word in PROOFS if word in found] if self.proofs else []

    def count_proofs(self) -> list[tuple[str, int]]:
        """How many rows were proved in which way."""
        proofs = list(self.proofs.values())
        return [(words, proofs.count(word)) for word, (words, _) in PROOFS.items() if word in proofs]

    def open_gaps(self) -> list[Gap]:
        """The gaps nobody has filled."""
        return [gap for gap in self.book.gaps.gaps if gap.key not in self.book.filled]


def viewed(book: Rulebook, *, origin: str = "") -> Viewed:
    """The rulebook laid out for reading; `origin` for one that was copied from a shipped one."""
    return _kept(Viewed(book, book.sha256, origin or book.code))


@lru_cache(maxsize=8)
def _kept(found: Viewed) -> Viewed:
    return found
