"""What every page of a season's papers shares: its frame, its moment, the way to it."""

from django.urls import reverse

from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages.frame import frame_of, moment_in, today_in
from kiemdiem.web.shapes import Crumb

__all__ = ["frame_of", "moment_in", "today_in", "way_to_counter"]


def way_to_counter(season: Season, *more: Crumb) -> list[Crumb]:
    """The way to the counter, or to a page behind it."""
    return [Crumb("Quầy nhận hồ sơ", reverse("papers:counter", args=[season.key]) if more else ""), *more]
