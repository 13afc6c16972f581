"""How a gate speaks: yes, yes but, no — with its figures; and lists of names as they are written out."""

from collections.abc import Iterable

from kiemdiem.core.answer import Answer
from kiemdiem.core.process.facts.parts import Named

YES = Answer(allowed=True)


def yes_but(warning: str, **numbers: int | str) -> Answer:
    """Allowed, with something the person should know first."""
    return Answer(allowed=True, warning=warning, numbers=numbers)


def no(why: str, *, todo: str, **numbers: int | str) -> Answer:
    """Refused for a reason, with the way out."""
    return Answer(allowed=False, why=why, todo=todo, numbers=numbers)


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as in a sentence."""
    return "; ".join(names)


def names_of(people: Iterable[Named]) -> str:
    """The printed names, in the order given."""
    return listed(each.name for each in people)
