"""Rounds of a meeting: which can come next, whom they are about, and what was built on them."""

from collections.abc import Collection
from dataclasses import dataclass

from kiemdiem.ballots.models import Count, Custody, Round, Teller
from kiemdiem.ballots.queries import definition, results
from kiemdiem.ballots.queries.counts import Option
from kiemdiem.ballots.queries.standing import subjects_for
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Attendance, Meeting
from kiemdiem.org import queries as org


@dataclass(frozen=True)
class Possible:
    """A round the meeting may prepare: of which ballot, its number, its title, whether slips are scored."""

    ballot_key: str
    number: int
    title: str
    is_scored: bool
    follows: Round | None = None


def round_of(key: str) -> Round:
    """The round of that key.

    Raises: Refused when there is none.
    """
    found = Round.objects.filter(key=key).select_related("season", "meeting__unit", "meeting__season").first()
    if found is None:
        raise refuse("Không tìm thấy vòng bỏ phiếu này.", todo="Hãy chọn lại từ trang cuộc họp.")
    return found


def rounds_of(meeting: Meeting) -> list[Round]:
    """Every round of the meeting, void ones included, in the order they were prepared."""
    return list(Round.objects.filter(meeting=meeting).select_related("season", "meeting__unit").order_by("id"))


def tellers_of(meeting: Meeting) -> list[Teller]:
    """Those elected to count at the meeting, the head first."""
    return list(Teller.objects.filter(meeting=meeting).select_related("person").order_by("-is_head", "id"))


def custody_of(meeting: Meeting) -> list[Custody]:
    """The life of the meeting's sealed slips, step by step."""
    return list(Custody.objects.filter(meeting=meeting).select_related("keeper").order_by("id"))


def possible_rounds(meeting: Meeting) -> list[Possible]:
    """The rounds the meeting can prepare now, in the order of the rulebook."""
    book = meetings.rulebook_of(meeting.season)
    standing = [each for each in rounds_of(meeting) if each.state != Round.State.VOID]
    found = []
    for ballot in book.ballots.ballots:
        for part in ballot.rounds:
            follows = _before(ballot_key=ballot.key, after=part.number, standing=standing)
            if not subjects_for(meeting, ballot.key) or any(
                each.ballot_key == ballot.key and each.number == part.number for each in standing
            ):
                continue
            if part.number == 1 or (follows is not None and follows.announced_on):
                found.append(Possible(ballot.key, part.number, part.text, False, follows))
    return [*found, *_possible_scores(meeting, book, standing=standing)]


def _before(*, ballot_key: str, after: int, standing: list[Round]) -> Round | None:
    earlier = [each for each in standing if each.ballot_key == ballot_key and each.number == after - 1]
    return earlier[-1] if earlier else None


def _possible_scores(meeting: Meeting, book: Rulebook, *, standing: list[Round]) -> list[Possible]:
    held = {each.ballot_key for each in standing}
    slips = [slip for slip in book.ballots.score_slips if slip.key not in held]
    return [Possible(slip.key, 1, slip.text, True) for slip in slips if subjects_for(meeting, slip.key)]


def candidates_of(follows: Round, *, number: int) -> list[SeasonSubject]:
    """Who stands in the next round: those the locked round before gave the grade the rulebook asks for.

    A repeat of the earlier round counts for the lines it was about.
    """
    part = definition.part_of(definition.book_of(follows), follows.ballot_key, number=number)
    lines = {result.line.subject_id: result for each in _with_repeats(follows) for result in results.results_of(each)}
    if part is None or part.round.candidates is None:
        return [result.line.subject for result in lines.values()]
    wanted = part.round.candidates.grade
    return [result.line.subject for result in lines.values() if result.winner == wanted]


def _with_repeats(first: Round) -> list[Round]:
    """A round and the repeat of some of its lines, where one was held, oldest first."""
    again = Round.objects.filter(repeats=first, state=Round.State.LOCKED).select_related("season", "meeting__unit")
    return [first, *again]


def rounds_built_on(round_: Round) -> list[str]:
    """The rounds and repeats whose lines came from this round's result, by title."""
    found = Round.objects.filter(follows=round_) | Round.objects.filter(repeats=round_)
    return [f"{each.title} ({each.get_state_display().lower()})" for each in found.order_by("id")]


def reused_by(round_: Round) -> Round | None:
    """The later round whose voters marked this round's own slips again; then these can no longer be counted."""
    return Round.objects.filter(follows=round_, fresh_slips=False).exclude(state=Round.State.PREPARED).first()


def settled_counts(round_: Round) -> list[Count]:
    """Every count of a round that is over, void ones included, attempt by attempt; none while it is being counted."""
    if round_.state not in (Round.State.LOCKED, Round.State.VOID):
        return []
    found = Count.objects.filter(round=round_).select_related("teller", "clerk", "scan")
    return [
        each
        for each in found.order_by("attempt", "part")
        if round_.state == Round.State.VOID or each.attempt <= (round_.official_attempt or 0)
    ]


@dataclass(frozen=True)
class Shape:
    """How a round is laid down: its title, its boxes or score parts, and whether nobody votes on his own line.

    `fresh_slips` is false where the rulebook hands the slips of the round before out again.
    """

    title: str
    options: tuple[Option, ...]
    is_scored: bool
    own_line_left_out: bool
    voters: tuple[str, ...] = ()
    fresh_slips: bool = True


def shape_of(season: Season, ballot_key: str, *, number: int) -> Shape:
    """The shape of a round by the season's rulebook.

    Raises: Refused when the rulebook has no such ballot or round.
    """
    book = meetings.rulebook_of(season)
    slip = definition.score_slip_of(book, ballot_key)
    if slip is not None and number == 1:
        return Shape(slip.text, definition.parts_in(slip), True, False, slip.voters)
    part = definition.part_of(book, ballot_key, number=number)
    if part is None:
        raise refuse(
            "Bộ quy tắc không có vòng bỏ phiếu này.", todo="Hãy chọn trong các vòng được nêu ở trang cuộc họp."
        )
    several = len(part.ballot.rounds) > 1
    title = f"{part.ballot.text} – lần {number}" if several else part.ballot.text
    own, fresh = part.ballot.own_line == "left_out", part.round.slips == "fresh"
    return Shape(title, part.options, False, own, fresh_slips=fresh)


def grades_of(season: Season, ballot_key: str) -> tuple[Option, ...]:
    """Every grade of the scale a ballot is about, best first; none for score slips."""
    book = meetings.rulebook_of(season)
    kind = next((ballot.subject for ballot in book.ballots.ballots if ballot.key == ballot_key), None)
    scale = book.subjects.subject(kind).scale if kind else None
    return (
        tuple(Option(each.code, each.name, each.short) for each in book.subjects.scale(scale).levels) if scale else ()
    )


def voters_for(meeting: Meeting, standings: Collection[str] = ()) -> list[Attendance]:
    """Who votes at the meeting, by given name; on score slips also those of the other standings the rulebook names."""
    day = meetings.sitting_on(meeting)
    voters = meetings.voters_of(meeting)
    others = [each for each in meetings.roll_of(meeting) if each.capacity == "attendee" and each.person]
    wider = set(standings) - {"official"}
    also = [each for each in others if wider & org.standings_of(each.person, on=day)]
    return [*voters, *also]


def round_before(meeting: Meeting, ballot_key: str, *, number: int) -> Round | None:
    """The counted round that a round of this number goes on from; nothing for a first round.

    Raises: Refused while that round is not locked and announced.
    """
    if number == 1:
        return None
    found = Round.objects.filter(meeting=meeting, ballot_key=ballot_key, number=number - 1, repeats__isnull=True)
    before = found.exclude(state=Round.State.VOID).select_related("season", "meeting__unit", "meeting__season").last()
    if before is None or before.state != Round.State.LOCKED:
        raise refuse(
            f"Chưa mở được lần {number}: lần {number - 1} chưa chốt kết quả.",
            todo=f"Hãy kiểm phiếu và chốt kết quả lần {number - 1} trước.",
        )
    return before


@dataclass(frozen=True)
class Turnout:
    """The figures of a round that may be read out."""

    convened: int
    present: int
    issued: int | None
    returned: int | None
    valid: int | None
    invalid: int | None


def turnout_of(round_: Round) -> Turnout:
    """The figures of the round without any vote."""
    return Turnout(round_.convened, round_.present, round_.issued, round_.returned, round_.valid, round_.invalid)
