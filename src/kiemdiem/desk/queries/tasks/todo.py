"""What a thing to do is, and who is asked about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.org.models import Person

SOON = timedelta(days=7)
MEETING = "meeting"  # the kind of the plan's steps that are meetings


@dataclass(frozen=True)
class Todo:
    """One thing to do: where (the name and arguments of a page), by when, or why it cannot be done yet."""

    part: str
    title: str
    page: str = ""
    about: tuple[str, ...] = ()
    due_on: date | None = None
    why: str = ""
    count: int = 0


@dataclass(frozen=True)
class Asking:
    """Whose list is drawn up: of which season, for which account, on which day."""

    season: Season
    by: Account
    on: date

    @cached_property
    def person(self) -> Person | None:
        """The person the account belongs to, when it is somebody's own."""
        return Person.objects.filter(account=self.by).first()

    @property
    def soon(self) -> date:
        """The last day that is near."""
        return self.on + SOON


class Source(Protocol):
    """What is to do for the organisations over which the account may do an act."""

    def __call__(self, asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
        """The things to do."""
