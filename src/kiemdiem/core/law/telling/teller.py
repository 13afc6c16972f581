"""What an entry asks, in sentences; whoever knows the names of bodies and posts lends them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.outline import Placed
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Subject
from kiemdiem.core.law.telling import season, standards, words
from kiemdiem.core.law.telling.expressions import Spoken, spoken_of
from kiemdiem.core.scales import Scale

TELLERS = {**standards.TELLERS, **season.TELLERS}


@dataclass(frozen=True)
class Teller:
    """Tells the entries of one rulebook. `names`: what kinds of units, posts and standings are called."""

    book: Rulebook
    names: Mapping[str, str]

    def sentences(self, placed: Placed) -> tuple[str, ...]:
        """What the entry asks: its threshold, of whom, when; nothing where its wording says it all."""
        about = About(self, placed)
        tell = TELLERS.get(type(placed.entry))
        told = tuple(tell(placed.entry, about)) if tell else ()
        guards = tuple(standards.guards(placed.entry, about)) if isinstance(placed.entry, Condition) else ()
        return tuple(dict.fromkeys((*told, *guards)))

    def kind(self, placed: Placed) -> str:
        """What kind of entry it is, in words."""
        return words.KINDS.get(type(placed.entry).__name__, "Nội dung")

    def standing(self, placed: Placed) -> str:
        """Whom a condition is about and what it counts for there; empty for anything else."""
        if not isinstance(placed.entry, Condition):
            return ""
        about = About(self, placed)
        limit = f": không trên mức {about.grade(placed.limit)}" if placed.limit else ""
        place = words.PLACES.get(placed.place) or f"mức {about.grade(placed.place)}"
        return f"{about.subject_word}, {place}{limit}"


@dataclass(frozen=True)
class About:
    """What one entry may need to be told: its subject, its scale, and the names of things."""

    teller: Teller
    placed: Placed

    @property
    def book(self) -> Rulebook:
        """The rulebook the entry is of."""
        return self.teller.book

    @property
    def place(self) -> str:
        """What the entry counts for."""
        return self.placed.place

    @cached_property
    def spoken(self) -> Spoken:
        """What the facts of its subject are called."""
        return spoken_of(self.book, self.placed.subject)

    @cached_property
    def subject(self) -> Subject | None:
        """The kind of subject the entry is about, if it is about one that is graded."""
        return next((one for one in self.book.subjects.subjects if one.key == self.placed.subject), None)

    @property
    def subject_word(self) -> str:
        """Whom the entry is about, in words."""
        key = self.placed.subject
        return words.SUBJECTS.get(key) or (self.subject.text if self.subject else key)

    @property
    def scale(self) -> Scale | None:
        """The scale on which its subject is graded."""
        key = self.subject.scale if self.subject else None
        return next((one for one in self.book.subjects.scales if one.key == key), None)

    def grade(self, code: str) -> str:
        """The name of a grade of its subject."""
        return self.scale.name(code) if self.scale and code in self.scale.codes else code

    def level(self, code: str) -> str:
        """The name of a level on any scale of the book, else of a kind of unit; as it is when nobody knows it."""
        named = (one.name(code) for one in self.book.subjects.scales if code in one.codes)
        return next(named, self.word(code))

    def word(self, key: str) -> str:
        """What a kind of unit, a post (`unit_kind.post`) or a standing is called."""
        named = self.teller.names
        if key in named:
            return named[key]
        unit, dot, post = key.rpartition(".")
        if dot:
            return f"{named.get(post, post)} {named.get(unit, unit)}"
        units = {one.key: one.name for one in self.book.body.units}
        return units.get(key, words.SUBJECTS.get(key, key))

    def words(self, keys: Iterable[str]) -> str:
        """Several of them."""
        return ", ".join(self.word(key) for key in keys)
