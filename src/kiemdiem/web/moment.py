"""The moment: the only clock of the program. Pages and commands of the console ask it; nothing below them does."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(season_as_of: date | None = None) -> datetime:
    """Now, or the end of the assumed day of a rehearsal season.

    The end, because what happened on the assumed day has happened, and because the journal's clock may not run back
    when the same assumed day is opened again on another morning.
    """
    if season_as_of is not None:
        return datetime.combine(season_as_of, time(23, 59, 59), tzinfo=ZONE)
    return datetime.now(tz=ZONE)


def today(season_as_of: date | None = None) -> date:
    """The day of that moment in Viet Nam."""
    return moment(season_as_of).date()
