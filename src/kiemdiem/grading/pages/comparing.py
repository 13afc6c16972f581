"""What the pages that set rulebooks side by side share: which may be chosen, and which were."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.difference import difference
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.telling import changes
from kiemdiem.core.law.telling.teller import Teller
from kiemdiem.grading.queries.books import Offered, offered
from kiemdiem.rulebooks import access as rulebooks_access
from kiemdiem.rulebooks.viewer import NAMES

BEFORE, AFTER = "truoc", "sau"


@dataclass(frozen=True)
class Compared:
    """Two rulebooks set side by side, and what differs, in words."""

    before: Offered
    after: Offered
    books: tuple[Rulebook, Rulebook]
    told: list[changes.ToldChange]

    @property
    def readings(self) -> list[tuple[str, str, str]]:
        """The questions both ask and read differently."""
        return changes.readings_apart(*self.books)


def offered_to(by: Account, *, on: date) -> list[Offered]:
    """The rulebooks the account may set side by side.

    Raises: Refused for whoever holds no role anywhere.
    """
    rulebooks_access.must_read(by, on=on)
    return offered(committees=rulebooks_access.committees_of(by, on=on), on=on)


def chosen(found: list[Offered], key: str) -> Offered:
    """The rulebook of that key.

    Raises: Http404 when none is offered under it.
    """
    one = next((each for each in found if each.key == key), None)
    if one is None:
        raise Http404
    return one


def compared(before: Offered, after: Offered) -> Compared:
    """The two side by side."""
    books = before.rulebook, after.rulebook
    tellers = [Teller(book, NAMES) for book in books]
    told = changes.told(difference(*books), before=tellers[0], after=tellers[1])
    return Compared(before, after, books, told)
