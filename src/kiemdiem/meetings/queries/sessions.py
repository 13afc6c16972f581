"""How long a meeting sat: its sessions together, in minutes and in half days."""

from datetime import date, datetime, time

from kiemdiem.meetings.models import Meeting, MeetingSession

NOON = time(12)


def minutes_met(meeting: Meeting) -> int | None:
    """The minutes of all its sessions; None while an hour of one is not known. Units: minutes."""
    lengths = [_minutes(each) for each in meeting.sessions.all()]
    return None if not lengths or None in lengths else sum(each for each in lengths if each is not None)


def sessions_met(meeting: Meeting) -> int:
    """How many half days it sat: a session that goes on past noon counts as two."""
    return sum(2 if _is_past_noon(each) else 1 for each in meeting.sessions.all())


def _minutes(session: MeetingSession) -> int | None:
    if session.began is None or session.ended is None:
        return None
    day = date(2000, 1, 1)
    length = datetime.combine(day, session.ended) - datetime.combine(day, session.began)
    return max(0, int(length.total_seconds()) // 60)


def _is_past_noon(session: MeetingSession) -> bool:
    return session.began is not None and session.ended is not None and session.began < NOON < session.ended
