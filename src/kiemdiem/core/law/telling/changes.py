"""What differs between two rulebooks, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiemdiem.core.law.difference import KINDS, Change
from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.questions import Interpretation
from kiemdiem.core.law.telling import words
from kiemdiem.core.law.telling.teller import Teller

NAMES = {
    "stricter": "Chặt hơn",
    "looser": "Nới hơn",
    "added": "Thêm",
    "removed": "Bỏ",
    "otherwise": "Khác",
    "moved": "Chuyển chỗ, đổi số mục",
    "reworded": "Đổi lời văn",
}
TONES = {"stricter": "warn", "looser": "busy", "added": "good", "removed": "bad"}
EFFECTS = {1: "làm quy tắc chặt hơn", -1: "làm quy tắc nới hơn", 0: ""}


@dataclass(frozen=True)
class ToldEntry:
    """One entry as one of the books has it."""

    clause: str
    text: str
    standing: str
    sentences: tuple[str, ...]

    def __str__(self) -> str:
        told = " ".join(self.sentences)
        return f"[{self.clause}] {self.text}{f' – {told}' if told else ''}"


@dataclass(frozen=True)
class ToldChange:
    """One difference in words: which, of what, whether stricter or looser, and both sides."""

    change: Change
    name: str
    kind: str
    effect: str
    before: ToldEntry | None
    after: ToldEntry | None

    @property
    def part(self) -> str:
        """The part of the book it is in."""
        return self.change.placed.part

    @property
    def tone(self) -> str:
        """How strongly it is marked: what tightens or drops something stands out."""
        return TONES.get(self.change.kind, "quiet")


def told(changes: Iterable[Change], *, before: Teller, after: Teller) -> list[ToldChange]:
    """The differences in words, in their order."""
    return [
        ToldChange(
            change=one,
            name=NAMES[one.kind],
            kind=(after if one.after else before).kind(one.placed),
            effect=EFFECTS[one.effect],
            before=told_entry(one.before, before),
            after=told_entry(one.after, after),
        )
        for one in changes
    ]


def told_entry(placed: Placed | None, teller: Teller) -> ToldEntry | None:
    """One side of a difference in words."""
    if placed is None:
        return None
    entry = placed.entry
    return ToldEntry(entry.clause, entry.text, teller.standing(placed), teller.sentences(placed))


def by_part(found: Iterable[ToldChange]) -> Mapping[str, list[ToldChange]]:
    """The differences by the name of the part they are in, in the order of the parts."""
    parts: dict[str, list[ToldChange]] = {name: [] for name in words.PARTS}
    for one in found:
        parts[one.part].append(one)
    return {words.PARTS[name]: told for name, told in parts.items() if told}


def counted(found: Iterable[ToldChange]) -> list[tuple[str, int]]:
    """How many differences there are of each kind, those that matter most first."""
    counts = Counter(one.change.kind for one in found)
    return [(NAMES[kind], counts[kind]) for kind in KINDS if counts[kind]]


def readings_apart(before: Rulebook, after: Rulebook) -> list[tuple[str, str, str]]:
    """The questions both books ask and read differently: the question, the first reading, the second."""
    asked = {one.key: one for one in before.interpretations.interpretations}
    return [
        (one.question, reading_in(before, asked[one.key]), reading_in(after, one))
        for one in after.interpretations.interpretations
        if one.key in asked and reading_in(before, asked[one.key]) != reading_in(after, one)
    ]


def reading_in(book: Rulebook, question: Interpretation) -> str:
    """The reading in force, in words."""
    return next(one.text for one in question.readings if one.key == book.reading(question.key))
