"""Days as the rules count them: notice, working days, due days, months and terms. Whole days only, no clock."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

import holidays

MonthEnd = Literal["last_day", "next_month"]
RestDay = Literal["stay", "next_working_day", "previous_working_day"]

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@cache
def feasts_of(year: int) -> holidays.HolidayBase:
    """The country's days of rest in a year, lunar feasts included, with the weekend days worked in exchange."""
    return holidays.country_holidays("VN", years=year)


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked: the country's feasts and swapped days, then the committee's own list over them."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    saturday_works: bool = False

    def works_on(self, day: date) -> bool:
        """Whether `day` is a working day; the committee's own list goes before the country's."""
        if day in self.off or day in self.worked:
            return day in self.worked
        country = feasts_of(day.year)
        if day in country.weekend_workdays:
            return True
        last = SATURDAY + 1 if self.saturday_works else SATURDAY
        return day.weekday() < last and day not in country


def cal_days(from_on: date, until_on: date) -> int:
    """Calendar days from one day to another, the first not counted; negative when the second lies before."""
    return (until_on - from_on).days


def clear_days(from_on: date, until_on: date) -> int:
    """Calendar days wholly between two days, neither counted."""
    return cal_days(from_on, until_on) - 1


def days_after(from_on: date, until_on: date) -> Iterable[date]:
    """The days after the first up to and with the second, in order."""
    return (from_on + timedelta(days=number) for number in range(1, cal_days(from_on, until_on) + 1))


def work_days(from_on: date, until_on: date, *, calendar: WorkCalendar) -> int:
    """Working days from one day to another, the first not counted; 0 when the second lies before."""
    return sum(calendar.works_on(day) for day in days_after(from_on, until_on))


def clear_work_days(from_on: date, until_on: date, *, calendar: WorkCalendar) -> int:
    """Working days wholly between two days, neither counted; 0 when there is none."""
    return work_days(from_on, until_on - ONE_DAY, calendar=calendar)


def latest_sending(meeting_on: date, *, days: int, clear: bool) -> date:
    """The last day on which something may be sent to arrive `days` calendar days before a meeting."""
    return meeting_on - timedelta(days=days + 1 if clear else days)


def due_after(from_on: date, days: int) -> date:
    """The last permitted day of a term of calendar days that runs from a day, that day not counted."""
    return from_on + timedelta(days=days)


def last_day_before(day: date, *, inclusive: bool) -> date:
    """The last permitted day of "trước ngày D": the day before, or D itself where the reading includes it."""
    return day if inclusive else day - ONE_DAY


def moved_off_rest(day: date, rest_day: RestDay, *, calendar: WorkCalendar) -> date:
    """A deadline where the reading puts it when it falls on a day of rest."""
    if rest_day == "stay":
        return day
    step = ONE_DAY if rest_day == "next_working_day" else -ONE_DAY
    while not calendar.works_on(day):
        day += step
    return day


def add_months(day: date, months: int, *, month_end: MonthEnd = "last_day") -> date:
    """The same day `months` later; where that month has no such day, its last day or the first of the next."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    if day.day <= length:
        return date(year, month + 1, day.day)
    last = date(year, month + 1, length)
    return last if month_end == "last_day" else last + ONE_DAY


def full_months(from_on: date, on: date, *, month_end: MonthEnd = "last_day") -> int:
    """How many whole months have passed from a day until another; 0 when the second lies before."""
    months = max((on.year - from_on.year) * 12 + on.month - from_on.month + 1, 0)
    while months and add_months(from_on, months, month_end=month_end) > on:
        months -= 1
    return months


def within_year(from_on: date, on: date, *, anniversary: bool = False) -> bool:
    """Whether a day lies in the year that begins on another; the anniversary itself only where the reading says so."""
    end = add_months(from_on, 12)
    return from_on <= on <= end if anniversary else from_on <= on < end


def printed(day: date) -> str:
    """A day as it is printed: dd/mm/yyyy."""
    return day.strftime("%d/%m/%Y")
