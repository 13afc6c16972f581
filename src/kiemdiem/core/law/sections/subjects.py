"""Who or what is graded, on which scale, and what must be known of each (`subjects.yaml`)."""

from typing import Literal

from pydantic import model_validator

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section
from kiemdiem.core.scales import Scale

FactType = Literal["bool", "count", "int", "date", "level", "points"]
WholeType = frozenset({"count", "int"})


class Fact(Entry):
    """One thing to be known of a subject. `attested`: it is known because a named person states it."""

    type: FactType
    scale: Key | None = None
    attested: bool = False

    @model_validator(mode="after")
    def scale_of_levels(self) -> "Fact":
        """A level has a scale and nothing else has one.

        Raises: ValueError otherwise.
        """
        if (self.type == "level") != (self.scale is not None):
            raise ValueError("dữ kiện kiểu level cần 'scale', các kiểu khác không có → thêm hoặc bỏ 'scale'")
        return self

    @property
    def term_type(self) -> str:
        """The type an expression sees."""
        if self.type == "level":
            return f"level:{self.scale}"
        return "int" if self.type in WholeType else self.type


class FactGroup(Frozen):
    """A named group of facts on one scale, for conditions on every one of them."""

    key: Key
    facts: tuple[Key, ...]


class Balance(Entry):
    """Figures that cannot add up to more than another: votes and voters."""

    parts: tuple[Key, ...]
    at_most: Key


class Count(Entry):
    """A number counted from the children: those graded, at least a grade, exactly a grade, or pending."""

    of: Literal["graded", "at_least", "exactly", "pending"]
    grade: str | None = None

    @model_validator(mode="after")
    def grade_where_compared(self) -> "Count":
        """A comparison names its grade and nothing else does.

        Raises: ValueError otherwise.
        """
        if (self.of in ("at_least", "exactly")) != (self.grade is not None):
            raise ValueError("at_least và exactly cần 'grade'; graded và pending không có → thêm hoặc bỏ 'grade'")
        return self


class Children(Frozen):
    """Whose results a subject counts, joined by which group column; pending ones hold every figure back."""

    subject: Key
    by: Key
    counts: tuple[Count, ...]
    pending_holds: bool = True


class Subject(Entry):
    """A kind of subject: its scale, the columns of groups it belongs to, its facts and what it counts from below."""

    scale: Key | None = None
    groups: tuple[Key, ...] = ()
    facts: tuple[Fact, ...] = ()
    fact_groups: tuple[FactGroup, ...] = ()
    balances: tuple[Balance, ...] = ()
    children: Children | None = None

    def fact(self, key: str) -> Fact:
        """The declared fact.

        Raises: KeyError when none has the key.
        """
        for fact in self.facts:
            if fact.key == key:
                return fact
        raise KeyError(key)


class Reviewed(Entry):
    """Who or what is reviewed: bodies of these unit kinds, members, or holders of these posts.

    `except_all_of`, `except_any_of`: not those who have all (or any) of these standings.
    """

    subject: Literal["collective", "member", "leader"]
    unit_kinds: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    except_all_of: tuple[str, ...] = ()
    except_any_of: tuple[str, ...] = ()


class Subjects(Section):
    """Scales, who is reviewed, and the subjects that are graded."""

    scales: tuple[Scale, ...]
    reviewed: tuple[Reviewed, ...] = ()
    subjects: tuple[Subject, ...]

    def subject(self, key: str) -> Subject:
        """The subject of the key.

        Raises: KeyError when there is none.
        """
        for subject in self.subjects:
            if subject.key == key:
                return subject
        raise KeyError(key)

    def scale(self, key: str) -> Scale:
        """The scale of the key.

        Raises: KeyError when there is none.
        """
        for scale in self.scales:
            if scale.key == key:
                return scale
        raise KeyError(key)


SECTIONS: dict[str, type[Section]] = {"subjects.yaml": Subjects}
