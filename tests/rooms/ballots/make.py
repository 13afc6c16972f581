"""Rounds at any stage in a cell's meeting, by commands: prepared, handed out, counted by two tellers, locked."""

from collections.abc import Mapping, Sequence

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Round, Teller
from kiemdiem.core.counting import Marks, Sheet
from kiemdiem.meetings.models import Meeting
from tests.rooms.meetings import make as meetings
from tests.rooms.meetings.make import Scene, scene

__all__ = ["Scene", "scene"]

MEMBERS = "member_ballot"


def fresh(round_: Round) -> Round:
    """The round as it stands now."""
    return queries.round_of(round_.key)


def voters(meeting: Meeting, *, without: Sequence[str] = (), scene: Scene | None = None) -> set[int]:
    """The ids of those marked present with a vote, but for those named."""
    away = {scene.person(name).pk for name in without} if scene else set()
    return {each.person_id for each in meetings.queries.present_voters(meeting)} - away


def tellers(scene: Scene, meeting: Meeting) -> tuple[Teller, Teller]:
    """Two tellers elected at the meeting."""
    one, _ = commands.elect_teller(meeting, scene.person("plain"), is_head=True, **scene.act())
    two, _ = commands.elect_teller(meeting, scene.person("disciplined"), **scene.act())
    return one, two


def prepared(scene: Scene, meeting: Meeting, ballot: str = MEMBERS, **more: object) -> Round:
    """A round with everybody present voting."""
    here = more.pop("present", None) or voters(meeting)
    return commands.prepare_round(meeting, ballot, present=here, **scene.act(**more))


def counting(scene: Scene, round_: Round, *, issued: int | None = None) -> Round:
    """The round with its slips handed out and the box opened."""
    issued = round_.present if issued is None else issued
    commands.issue_slips(round_, issued=issued, version=fresh(round_).version, **scene.act())
    return commands.open_box(round_, version=fresh(round_).version, **scene.act())


def sheet(round_: Round, votes: Mapping[str, Sequence[int]], *, valid: int | None = None, invalid: int = 0) -> Sheet:
    """A sheet with these votes by printed name; the rest of the valid slips of a line is blank."""
    valid = (round_.issued or 0) - invalid if valid is None else valid
    width = len(queries.options_of(round_))
    lines = {}
    for line in queries.lines_of(round_):
        given = tuple(votes.get(line.printed_name, (valid, *[0] * (width - 1))))
        lines[line.position] = Marks(given, blank=valid - sum(given))
    return Sheet(valid + invalid, valid, invalid, lines)


def keyed(scene: Scene, round_: Round, sheets: tuple[Sheet, Sheet], hands: tuple[Teller, Teller]):
    """The outcome of both tellers keying their sheets."""
    for one, hand in zip(sheets, hands, strict=True):
        now = fresh(round_)
        outcome = commands.key_count(now, one, attempt=now.counted_attempt, teller=hand, at=scene.at())
    return outcome


def locked(scene: Scene, meeting: Meeting, votes: Mapping[str, Sequence[int]], **more: object) -> Round:
    """A round both tellers counted the same."""
    hands = tuple(queries.tellers_of(meeting)) or tellers(scene, meeting)
    round_ = counting(scene, prepared(scene, meeting, **more))
    one = sheet(round_, votes)
    assert keyed(scene, round_, (one, one), hands).state == "locked"
    return fresh(round_)


def announced(scene: Scene, round_: Round) -> Round:
    """The round announced."""
    return commands.announce_round(round_, version=fresh(round_).version, **scene.act())
