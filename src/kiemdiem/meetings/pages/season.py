"""What every page of a season's meetings shares: its frame, its moment, the way to it."""

from django.urls import reverse

from kiemdiem.cycles.pages.frame import frame_of, moment_in, today_in
from kiemdiem.meetings.models import Meeting
from kiemdiem.web.shapes import Crumb

__all__ = ["frame_of", "moment_in", "today_in", "way_to"]


def way_to(meeting: Meeting, *more: Crumb) -> list[Crumb]:
    """The way to a page of one meeting."""
    listed = Crumb("Lịch họp", reverse("meetings:meetings", args=[meeting.season.key]))
    here = Crumb(meeting.title, reverse("meetings:meeting", args=[meeting.key]) if more else "")
    return [listed, here, *more]
