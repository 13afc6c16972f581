"""What the rules of a season say to a notice of a result being given."""

from datetime import date

from kiemdiem.core.answer import ALLOWED, Answer
from kiemdiem.core.process import facts, gates
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.notices.models import Notice
from kiemdiem.org import queries as org

ABOUT = "subject:"


def may_give(notice: Notice, *, given_on: date, proof: str, recording: bool) -> Answer:
    """The one answer of the season's rulebook; a notice it has no rule for may be given."""
    season = Season.objects.filter(key=notice.season).select_related("unit").first()
    if season is None or season.state == Season.State.DRAFT:
        return ALLOWED
    book = cycles.book_of(season)
    if not any(rule.key == notice.kind for rule in book.notices.notices):
        return ALLOWED
    asked = facts.GiveNotice(
        notice=notice.kind,
        to_kind=org.unit_kind(notice.unit, on=given_on) if notice.unit else "",
        done_on=given_on,
        due_on=notice.due_on,
        posts=posts_about(notice, season=season, on=given_on),
        proof=proof,
    )
    return gates.may(book, asked, recording=recording)


def posts_about(notice: Notice, *, season: Season, on: date) -> tuple[str, ...]:
    """The posts of the person a notice is about, as the rules write them."""
    key = notice.about.removeprefix(ABOUT)
    subject = SeasonSubject.objects.filter(season=season, key=key, person__isnull=False).first()
    if subject is None:
        return ()
    seats = org.seats_of(subject.person, on=on)
    return tuple(f"{org.unit_kind(seat.unit, on=on)}.{seat.post}" for seat in seats)
