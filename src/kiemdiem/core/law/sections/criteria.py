"""What is reviewed and by what organisations are judged: content items and score items (`criteria.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section, Text


class Item(Entry):
    """One content item. `parent`: the item it belongs to; `for_whom`: asked of these people only.

    `answer`: free text, or rows of person, sign, cause, solution and day. `points`: the most it can score.
    """

    code: str
    parent: str | None = None
    for_whom: Literal["everybody", "civil_servant"] = "everybody"
    answer: Literal["text", "rows", "prompt"] = "text"
    points: Annotated[int, Field(gt=0)] | None = None
    other_title: Text | None = None


class ContentSet(Entry):
    """The items one kind of report is made of, in order; `includes` takes over another set first."""

    includes: tuple[Key, ...] = ()
    items: tuple[Item, ...] = ()


class Resolution(Entry):
    """A resolution or directive that every review is tied to."""

    name: Text


class ContentOf(Frozen):
    """Which set a report or a grading follows."""

    subject: Literal["collective", "member", "leader", "cell", "party_body"]
    content: Key


class Criteria(Section):
    """Content sets, the resolutions every report must answer, and which set belongs to whom."""

    resolutions: tuple[Resolution, ...] = ()
    sets: tuple[ContentSet, ...] = ()
    uses: tuple[ContentOf, ...] = ()

    def items(self, content: str) -> tuple[Item, ...]:
        """The items of a set with those it includes, in order.

        Raises: KeyError for an unknown set.
        """
        chosen = next((one for one in self.sets if one.key == content), None)
        if chosen is None:
            raise KeyError(content)
        return tuple(item for other in chosen.includes for item in self.items(other)) + chosen.items


SECTIONS: dict[str, type[Section]] = {"criteria.yaml": Criteria}
