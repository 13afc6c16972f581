"""Meetings of a season: on the calendar, by key, of a unit; their roll and head counts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.meetings import access
from kiemdiem.meetings.models import Attendance, Meeting, MinutesEntry, OrderMark
from kiemdiem.org import access as org_access
from kiemdiem.org.models import Unit


@dataclass(frozen=True)
class HeadCount:
    """How many the roll names and how many came: voters, others, guests."""

    convened: int
    present: int
    attendees: int
    attendees_present: int
    guests_present: int


def meeting(key: str) -> Meeting:
    """The meeting of that key.

    Raises: Refused when there is none.
    """
    found = Meeting.objects.filter(key=key).select_related("season__unit", "unit", "chair", "secretary").first()
    if found is None:
        raise refuse("Không tìm thấy cuộc họp này.", todo="Hãy chọn lại trong lịch họp.")
    return found


def meetings_of(season: Season) -> QuerySet[Meeting]:
    """The meetings of the season by day, those without a day last."""
    found = Meeting.objects.filter(season=season).select_related("unit", "supplementary_to")
    return found.order_by("planned_on", "id")


def meetings_seen_by(by: Account, *, season: Season, on: date) -> QuerySet[Meeting]:
    """The meetings of the season at units the account has a role over."""
    units = org_access.scope(by, access.ACTS["meetings.see"], on=on, act="meetings.see")
    return meetings_of(season).filter(unit_id__in=units)


def newest_of_unit(season: Season, unit: Unit, *, kind: str = "review") -> Meeting | None:
    """The last meeting of that kind held or planned by the unit."""
    return Meeting.objects.filter(season=season, unit=unit, kind=kind).order_by("-id").first()


def others_on(meeting: Meeting, on: date) -> list[Meeting]:
    """Other meetings of the season on that day."""
    day = Q(planned_on=on, held_on__isnull=True) | Q(held_on=on)
    found = Meeting.objects.filter(day, season=meeting.season).exclude(pk=meeting.pk)
    return list(found.select_related("unit").order_by("id"))


def roll_of(meeting: Meeting) -> list[Attendance]:
    """The roll: voters first, by given name, then the others, then guests."""
    order = {"voter": 0, "attendee": 1, "guest": 2}
    found = Attendance.objects.filter(meeting=meeting).select_related("person")
    return sorted(found, key=lambda each: (order[each.capacity], each.person.sort_key if each.person else "", each.pk))


def head_count(meeting: Meeting) -> HeadCount:
    """The figures of the roll."""
    roll = roll_of(meeting)
    voters = [each for each in roll if each.capacity == "voter"]
    others = [each for each in roll if each.capacity == "attendee"]
    guests = [each for each in roll if each.capacity == "guest"]
    return HeadCount(
        convened=len(voters),
        present=sum(each.present is True for each in voters),
        attendees=len(others),
        attendees_present=sum(each.present is True for each in others),
        guests_present=sum(each.present is True for each in guests),
    )


def voters_of(meeting: Meeting) -> list[Attendance]:
    """Those with the right to vote at the meeting, by given name."""
    return [each for each in roll_of(meeting) if each.capacity == "voter"]


def entries_of(meeting: Meeting) -> list[MinutesEntry]:
    """The entries of the minutes that stand, in the order they were written; corrected ones are left out."""
    found = MinutesEntry.objects.filter(meeting=meeting, replaced_by__isnull=True)
    return list(found.select_related("person", "line", "point").order_by("id"))


def open_marks(season: Season, *, unit: Unit | None = None) -> list[OrderMark]:
    """What was held out of order and no body has answered yet."""
    found = OrderMark.objects.filter(meeting__season=season, answer=OrderMark.Answer.OPEN)
    if unit is not None:
        found = found.filter(meeting__unit=unit)
    return list(found.select_related("meeting__unit", "line__subject", "accepting_unit").order_by("id"))
