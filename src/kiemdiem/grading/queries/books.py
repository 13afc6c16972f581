"""The rulebooks that can be set side by side: shipped, as a committee reads them, as a season froze them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit, UnitPeriod
from kiemdiem.rulebooks import queries as rulebooks
from kiemdiem.rulebooks import shelf


@dataclass(frozen=True)
class Offered:
    """One rulebook to choose: what an address calls it, its name, and where it comes from."""

    key: str
    title: str
    code: str
    unit: Unit | None = None
    season: Season | None = None
    number: int = 0  # which frozen version of a committee's own book; the newest unless it is named

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook in force there."""
        if self.season:
            return cycles.book_of(self.season)
        if self.unit:
            return rulebooks.rulebook_of(self.unit, self.code)
        return rulebooks.rulebook(self.code, version=self.number)


def offered(*, committees: Iterable[int], on: date) -> list[Offered]:
    """The shipped and own books, then each committee's own reading of them where it has one, then its seasons."""
    units = list(committees)
    titles = [(code, shelf.title(code)) for code in rulebooks.codes()]
    own = [book.code for book in rulebooks.own_books(units) if rulebooks.newest(book)]
    titles += [(code, rulebooks.rulebook(code).identity.title) for code in own]
    found = [Offered(code, f"{code}: {title}", code) for code, title in titles]
    for code in own:
        former = [each.number for each in rulebooks.versions(rulebooks.own_book(code)) if each.is_frozen][1:]
        found += [Offered(f"{code}~{number}", f"{code}, bản {number}", code, number=number) for number in former]
    roots = UnitPeriod.objects.filter(unit_id__in=units, kind="party_body", superseded_at__isnull=True)
    for unit in dict.fromkeys(period.unit for period in roots.select_related("unit").order_by("sort_key", "pk")):
        name = org.unit_name(unit, on=on)
        read = [code for code, _ in titles if rulebooks.history(unit, code)]
        found += [Offered(f"{code}@{unit.key}", f"{code}, cách hiểu của {name}", code, unit) for code in read]
        for season in cycles.seasons_of(unit).select_related("unit"):
            title = f"Đợt “{season.title}” ({name})"
            found.append(Offered(f"dot@{season.key}", title, season.rulebook_code, season=season))
    return found
