"""Every act of every room, and the roles that may do it: one table out of the rooms' own."""

from collections.abc import Mapping

from kiemdiem.ballots import access as ballots
from kiemdiem.cycles import access as cycles
from kiemdiem.desk import access as desk
from kiemdiem.exchange import access as exchange
from kiemdiem.grading import access as grading
from kiemdiem.meetings import access as meetings
from kiemdiem.notices import access as notices
from kiemdiem.org import access as org
from kiemdiem.papers import access as papers
from kiemdiem.reviews import access as reviews
from kiemdiem.rulebooks import access as rulebooks

ROOMS = (org, notices, rulebooks, cycles, reviews, meetings, ballots, grading, papers, exchange, desk)
ACTS: Mapping[str, frozenset[str]] = {act: roles for room in ROOMS for act, roles in room.ACTS.items()}
SEEING = ("see", "read")
# Rights are given by whoever answers for them, never by a stand-in.
NEVER_HANDED = frozenset({"org.grant", "org.grant_member", "org.revoke", "org.stand_in"})


def acts_of(role: str) -> tuple[str, ...]:
    """The acts a role may do, room by room, those that only open pages left out."""
    return tuple(
        act for act, roles in ACTS.items() if role in roles and not opens_pages(act) and act not in NEVER_HANDED
    )


def opens_pages(act: str) -> bool:
    """Whether the act only lets somebody see."""
    return act.partition(".")[2].partition("_")[0] in SEEING


def with_pages(acts: tuple[str, ...], *, role: str) -> tuple[str, ...]:
    """The acts, and whatever the role must see to do them: the pages of their rooms, the season and its people."""
    rooms = {act.partition(".")[0] for act in acts} | {"cycles", "org"}
    seen = [a for a, roles in ACTS.items() if role in roles and opens_pages(a) and a.partition(".")[0] in rooms]
    return tuple(sorted({*acts, *seen}))
