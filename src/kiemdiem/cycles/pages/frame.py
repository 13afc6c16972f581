"""What every page of a season shares: its frame, its moment, the way to it."""

from datetime import date, datetime

from django.urls import reverse

from kiemdiem.cycles.models import Season
from kiemdiem.org import queries as org
from kiemdiem.web import moment as clock
from kiemdiem.web.frame import Frame
from kiemdiem.web.shapes import Crumb


def frame_of(season: Season) -> Frame:
    """The frame of the season's pages."""
    return Frame(
        committee=org.unit_name(season.unit, on=today_in(season)),
        season=season.title,
        season_key=season.key,
        state=season.get_state_display(),
        as_of=season.as_of,
        is_demo=season.is_demo,
    )


def moment_in(season: Season) -> datetime:
    """Now, or the assumed moment of a rehearsal."""
    return clock.moment(season.as_of)


def today_in(season: Season) -> date:
    """Today, or the assumed day of a rehearsal."""
    return clock.today(season.as_of)


def way_to(season: Season, *more: Crumb) -> list[Crumb]:
    """The way to a page of the season."""
    here = Crumb(season.title, reverse("cycles:season", args=[season.key]) if more else "")
    return [Crumb("Đợt kiểm điểm", reverse("cycles:seasons")), here, *more]
