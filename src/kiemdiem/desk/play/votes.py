"""How the fictional voters mark their slips: around what colleagues hold of each one's year, drawn from the seed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Round, Teller
from kiemdiem.core.counting import Marks, ScoredSlip, Sheet
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting


@dataclass(frozen=True)
class Box:
    """A round whose box is open: its two tellers and what they will find."""

    round: Round
    tellers: tuple[Teller, Teller]
    sheet: Sheet
    slips: tuple[ScoredSlip, ...]


def fresh(round_: Round) -> Round:
    """The round as it stands now."""
    return queries.round_of(round_.key)


def tellers(stage: Stage, meeting: Meeting) -> tuple[Teller, Teller]:
    """The two elected at the meeting: neither chair nor secretary."""
    found = queries.tellers_of(meeting)
    if found:
        return found[0], found[1]
    present = [each.person for each in meetings.present_voters(meeting)]
    able = [person for person in present if person not in (meeting.chair, meeting.secretary)]
    able = list(dict.fromkeys(able + present))[:2]
    one, _ = commands.elect_teller(meeting, able[0], is_head=True, **stage.by("vanphong"))
    two, _ = commands.elect_teller(meeting, able[1], **stage.by("vanphong"))
    return one, two


def vote_on_all(stage: Stage, meeting: Meeting, *, stated: Callable[[Stage, SeasonSubject], None]) -> None:
    """Every ballot and score slip the meeting holds, in the order of the rulebook; first `stated` of organisations."""
    book = stage.book.ballots
    for key in [each.key for each in (*book.ballots, *book.score_slips)]:
        subjects = queries.subjects_for(meeting, key)
        for subject in subjects:
            if subject.person is None:
                stated(stage, subject)
        if subjects:
            vote_to_the_end(stage, meeting, key)


def vote_to_the_end(stage: Stage, meeting: Meeting, key: str) -> None:
    """A ballot with the repeat of its first round and its further rounds, as far as there are candidates."""
    first = vote(stage, meeting, key)
    ballot = next((each for each in stage.book.ballots.ballots if each.key == key), None)
    if ballot is None:
        return
    again = vote_again(stage, first)
    for number in range(2, 1 + len(ballot.rounds)):
        if queries.candidates_of(again or first, number=number) or queries.candidates_of(first, number=number):
            vote(stage, meeting, key, number=number)


def vote(stage: Stage, meeting: Meeting, ballot: str, *, number: int = 1) -> Round:
    """One round of a ballot from the roll to the announcement, counted alike by two tellers."""
    tellers(stage, meeting)
    here = {each.person_id for each in meetings.present_voters(meeting)}
    round_ = commands.prepare_round(meeting, ballot, present=here, number=number, **stage.by("vanphong"))
    return counted(stage, round_)


def counted(stage: Stage, round_: Round) -> Round:
    """A prepared round voted in, counted alike by both tellers, and announced."""
    meeting = round_.meeting
    stage.leave("round_prepared", round_)
    commands.issue_slips(round_, issued=round_.present, version=fresh(round_).version, **stage.by("vanphong"))
    commands.open_box(round_, version=fresh(round_).version, **stage.by("vanphong"))
    round_ = fresh(round_)
    chance = random.Random(f"{stage.seed}:{meeting.unit.key}:{meeting.planned_on}:{round_.key}")
    slips = scored(chance, round_) if round_.is_scored else ()
    sheet = blank_sheet(round_) if round_.is_scored else marked(stage, chance, round_)
    stage.leave("box_opened", Box(round_, tellers(stage, meeting), sheet, tuple(slips)))
    for hand in tellers(stage, meeting):
        round_ = fresh(round_)
        commands.key_count(round_, sheet, slips=slips, attempt=round_.counted_attempt, teller=hand, at=stage.at())
    stage.leave("round_locked", round_)
    commands.announce_round(fresh(round_), version=fresh(round_).version, **stage.by("vanphong"))
    stage.leave("round_announced", fresh(round_))
    return fresh(round_)


def marked(stage: Stage, chance: random.Random, round_: Round) -> Sheet:
    """The marks on every line: most go where colleagues hold the year's work, some to the boxes beside."""
    options = len(queries.options_of(round_))
    valid = round_.issued or 0
    lines = {}
    for line in queries.lines_of(round_):
        quality = stage.character_of(line.subject.person).quality if line.subject.person else held(line.subject)
        lines[line.position] = (
            spread(chance, valid, quality=quality, boxes=options)
            if options > 1
            else agreed(chance, valid, quality=quality)
        )
    return Sheet(returned=valid, valid=valid, invalid=0, lines=lines)


def held(unit: SeasonSubject) -> int:
    """How good an organisation's year is held: every third one good, the others the best."""
    return int(sum(map(ord, unit.key)) % 3 == 0)


def spread(chance: random.Random, valid: int, *, quality: int, boxes: int) -> Marks:
    """Marks over several boxes, best first; where the top grade has no box, the first box takes the top people too."""
    favourite = min(max(quality - max(4 - boxes, 0), 0), boxes - 1)
    votes = [0] * boxes
    for _ in range(valid):
        shift = chance.choices((0, 1, -1), weights=(82, 13, 5))[0]
        votes[min(max(favourite + shift, 0), boxes - 1)] += 1
    return Marks(tuple(votes), blank=0, spoiled=0)


def agreed(chance: random.Random, valid: int, *, quality: int) -> Marks:
    """Marks of the one box of a round that chooses: colleagues agree on those they hold best."""
    share = 88 if quality == 0 else 35
    votes = sum(1 for _ in range(valid) if chance.randrange(100) < share)
    return Marks((votes,), blank=valid - votes, spoiled=0)


def vote_again(stage: Stage, first: Round) -> Round | None:
    """The one repeat on the lines that won no grade; nothing when every line won one."""
    lines = queries.undecided(first)
    if not lines:
        return None
    here = {each.person_id for each in meetings.present_voters(first.meeting)}
    round_ = commands.prepare_repeat(
        first,
        [line.subject for line in lines],
        present=here,
        reason="Không mức nào đủ số phiếu quá bán",
        **stage.by("vanphong"),
    )
    return counted(stage, round_)


def blank_sheet(round_: Round) -> Sheet:
    """The head of a sheet of score slips: only the slips given back."""
    returned = round_.issued or 0
    return Sheet(returned=returned, valid=returned, invalid=0, lines={})


def scored(chance: random.Random, round_: Round) -> Sequence[ScoredSlip]:
    """One score slip for each slip handed out, most parts near their most points. Units: hundredths of a point."""
    level = chance.choice((97, 95, 93, 86, 78))
    found = []
    for _ in range(round_.issued or 0):
        parts = []
        for part in queries.options_of(round_):
            percent = min(100, max(40, level + chance.randint(-6, 5)))
            parts.append(part.maximum * percent // 100 // 100 * 100)
        found.append(ScoredSlip(tuple(parts), sum(parts)))
    return tuple(found)
