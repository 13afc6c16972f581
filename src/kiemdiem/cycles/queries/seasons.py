"""Seasons: finding them, their rulebook, their day."""

from datetime import date

from django.db.models import QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.models import EffectiveBook, Season, SeasonUnit
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import queries as rulebooks


def season(key: str) -> Season:
    """The season of that key.

    Raises: Refused when there is none.
    """
    found = Season.objects.filter(key=key).select_related("unit").first()
    if found is None:
        raise refuse("Không tìm thấy đợt kiểm điểm này.", todo="Hãy chọn lại trong danh sách đợt kiểm điểm.")
    return found


def seasons_of(unit: Unit) -> QuerySet[Season]:
    """The seasons of a committee, newest first."""
    return Season.objects.filter(unit=unit).order_by("-year", "-pk")


def seasons_within(units: frozenset[int]) -> QuerySet[Season]:
    """The seasons that concern any of the units: of the committee itself, or of one it answers for; newest first."""
    own = Season.objects.filter(unit_id__in=units).values("pk")
    touched = SeasonUnit.objects.filter(unit_id__in=units).values("season_id")
    found = Season.objects.filter(pk__in=own) | Season.objects.filter(pk__in=touched)
    return found.select_related("unit").order_by("-year", "-pk")


def season_at_hand(units: frozenset[int]) -> Season | None:
    """The season these units are busy with: an open one before a draft, that before a closed one; then the newest."""
    order = [Season.State.OPEN, Season.State.DRAFT, Season.State.CLOSED]
    return min(seasons_within(units), key=lambda season: order.index(Season.State(season.state)), default=None)


def book_of(season: Season) -> Rulebook:
    """The rulebook the season goes by: the frozen one, or while it is prepared the committee's own as it stands."""
    if season.effective_json:
        return rulebooks.frozen(season.effective_json)
    return rulebooks.rulebook_of(season.unit, season.rulebook_code)


def books_of(season: Season) -> QuerySet[EffectiveBook]:
    """The rulebooks the season went by, the freeze first."""
    return EffectiveBook.objects.filter(season=season).order_by("number")


def as_of(season: Season | None) -> date | None:
    """The assumed day of a demo or rehearsal; a real season has none."""
    return season.as_of if season is not None else None


def demo_season() -> Season | None:
    """The demo of this installation; a real one has none, for a demo never stands beside real people."""
    return Season.objects.filter(is_demo=True).select_related("unit").order_by("-year", "-pk").first()


def season_unit(season: Season, unit: Unit) -> SeasonUnit | None:
    """The unit as the season froze it."""
    return SeasonUnit.objects.filter(season=season, unit=unit).select_related("unit").first()


def cells_of(season: Season) -> QuerySet[SeasonUnit]:
    """The cells of the season, by name."""
    return season.units.filter(kind="cell").select_related("unit").order_by("sort_key", "pk")


def units_of_kind(season: Season, *kinds: str) -> QuerySet[SeasonUnit]:
    """The units of the season of those kinds, by name."""
    return season.units.filter(kind__in=kinds).select_related("unit").order_by("sort_key", "pk")
