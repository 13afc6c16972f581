"""The facts of a ballot's acts, as the rules ask for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from kiemdiem.ballots.models import Count, Round, RoundVoter, Tally
from kiemdiem.ballots.queries import counts, definition, results, rounds
from kiemdiem.core.answer import Answer
from kiemdiem.core.counting import Sheet
from kiemdiem.core.process import facts
from kiemdiem.core.process.facts import Named, Needed, SlipLine, Voter
from kiemdiem.cycles.models import SeasonSubject, SeasonUnit
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Attendance, ReviewLine
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person


def may(round_: Round, asked: Any) -> Answer:
    """The one answer of the rulebook to an act on the round; nothing is done."""
    return meetings.may(round_.season, asked, recording=round_.meeting.from_paper)


@dataclass(frozen=True)
class Slips:
    """How a round is voted: on fresh slips or on those of the round before, secretly or by show of hands.

    `secret` None: as the rulebook says. `boxes`: the grades open on slips the unit printed itself; None on those the
    program prints.
    """

    fresh: bool = True
    secret: bool | None = None
    boxes: tuple[str, ...] | None = None

    @property
    def are_usual(self) -> bool:
        """They are as the program prints them and as the rulebook has them voted."""
        return self.secret is None and self.boxes is None


def standing_of(person: Person, *, round_: Round) -> str:
    """How the rules name a voter's standing on the day of the round."""
    kinds = org.standings_of(person, on=round_.held_on)
    if "suspended" in kinds:
        return "suspended"
    if {"exempt_work", "exempt_activity"} <= kinds:
        return "exempt"
    return "official" if "official" in kinds else "probationary" if "probationary" in kinds else "non_party"


def issue_facts(round_: Round) -> facts.IssueSlips:
    """The facts of handing out the slips of a round."""
    part = definition.definition_of(round_)
    voters = RoundVoter.objects.filter(round=round_, present=True).select_related("person").order_by("id")
    return facts.IssueSlips(
        ballot=round_.ballot_key,
        number=round_.number,
        place=round_.meeting.unit.key,
        place_kind=meetings.unit_kind(round_.meeting),
        roll_taken=RoundVoter.objects.filter(round=round_).exists(),
        voters=tuple(
            Voter(person=each.person.key, name=each.printed_name, standing=standing_of(each.person, round_=round_))
            for each in voters
        ),
        lines=tuple(slip_line(round_, line.subject) for line in counts.lines_of(round_)),
        options=tuple(option.key for option in counts.options_of(round_)),
        enrolled=round_.convened,
        secret=part.ballot.secret if part else True,
        tellers=len(rounds.tellers_of(round_.meeting)) if round_.entry == Round.Entry.TELLERS else 2,
        needed=tuple(Needed(grade=need.grade, votes=need.votes) for need in results.needs_of(round_)),
    )


def laying_facts(
    round_: Round, subjects: Iterable[SeasonSubject], *, present: Collection[int], slips: Slips
) -> facts.IssueSlips:
    """The facts of the slips of a round not laid down yet: for these people, about these subjects.

    The tellers and the votes needed are asked about only when the slips go out.
    """
    part = definition.definition_of(round_)
    boxes = tuple(option.key for option in part.options) if part else ()
    usual = part.ballot.secret if part else True
    roll = [each for each in meetings.roll_of(round_.meeting) if each.person_id in present]
    return facts.IssueSlips(
        ballot=round_.ballot_key,
        number=round_.number,
        place=round_.meeting.unit.key,
        place_kind=meetings.unit_kind(round_.meeting),
        roll_taken=True,
        voters=tuple(offered(each, round_=round_) for each in roll),
        lines=tuple(slip_line(round_, subject) for subject in subjects),
        options=boxes if slips.boxes is None else slips.boxes,
        enrolled=round_.convened,
        secret=usual if slips.secret is None else slips.secret,
    )


def offered(one: Attendance, *, round_: Round) -> Voter:
    """Somebody on the roll as the rules see him when he is offered a slip: a guest is one whatever he is elsewhere."""
    standing = "guest" if one.capacity == Attendance.Capacity.GUEST else standing_of(one.person, round_=round_)
    if standing == "official" and one.capacity != Attendance.Capacity.VOTER:
        standing = "attendee"
    return Voter(person=one.person.key, name=one.printed_name, standing=standing)


def scorer_facts(round_: Round, one: Attendance) -> facts.KeyScoreSlip:
    """The facts of a score slip handed to somebody on the roll, before anything is written on it."""
    slip = definition.score_slip_of(definition.book_of(round_), round_.ballot_key)
    standing = offered(one, round_=round_).standing
    return facts.KeyScoreSlip(subject_kind=slip.subject if slip else "", scale=(), parts={}, scorer_standing=standing)


def slip_line(round_: Round, subject: SeasonSubject) -> SlipLine:
    """A line of the slip with the posts of its subject and whether its review here is done."""
    person = subject.person
    seats = list(org.seats_of(person, on=round_.held_on)) if person else []
    kinds = {each.unit_id: each.kind for each in SeasonUnit.objects.filter(season=round_.season)}
    lines = round_.meeting.lines.filter(subject=subject)
    done = lines.filter(state=ReviewLine.State.DONE).exists()
    steps = lines.filter(steps__done_at__isnull=False).values_list("steps__step", flat=True)
    return SlipLine(
        subject=subject.key,
        name=subject.name,
        posts=tuple(f"{kinds.get(seat.unit_id, '')}.{seat.post}" for seat in seats),
        leads=tuple(dict.fromkeys(seat.unit.key for seat in seats)),
        review_done=done or person is None,
        done_steps=tuple(steps),
    )


def open_facts(follows: Round, subjects: Iterable[SeasonSubject], *, number: int, fresh: bool) -> facts.OpenRound:
    """The facts of opening a further round after one that was counted."""
    return facts.OpenRound(
        ballot=follows.ballot_key,
        number=number,
        done=done_before(follows),
        candidates=named(subjects),
        good=tuple(subject.key for subject in rounds.candidates_of(follows, number=number)),
        fresh_slips=fresh,
    )


def done_before(round_: Round) -> tuple[str, ...]:
    """What is done about a round: counted and locked, and announced once it was read out."""
    found = []
    if round_.state == Round.State.LOCKED:
        found += ["round_locked", f"round{round_.number}_counted"]
    if round_.announced_on:
        found.append(f"round{round_.number}_announced")
    return tuple(found)


def named(subjects: Iterable[SeasonSubject]) -> tuple[Named, ...]:
    """Subjects as the rules name them."""
    return tuple(Named(key=subject.key, name=subject.name) for subject in subjects)


def lock_facts(round_: Round) -> facts.LockCount:
    """The facts of locking the two counts of the present attempt."""
    first, *second = counts.counts_of(round_)
    return facts.LockCount(
        number=round_.number,
        slip_options=tuple(option.key for option in counts.options_of(round_)),
        subjects=named(line.subject for line in counts.lines_of(round_)),
        first=count_of(round_, first),
        second=count_of(round_, second[0]) if second else None,
    )


def sheet_facts(round_: Round, sheet: Sheet) -> facts.LockCount:
    """The facts of one sheet before it is kept, as if both tellers had counted so.

    Marks beyond the boxes of the slip are votes for the grades not open in this round, best first.
    """
    keys = [option.key for option in counts.options_of(round_)]
    lines = {line.position: line.subject for line in counts.lines_of(round_)}
    columns = (*keys, *closed_grades(round_, keys))
    one = facts.Count(
        present=round_.present,
        issued=round_.issued or 0,
        returned=sheet.returned,
        valid=sheet.valid,
        invalid=sheet.invalid,
        lines=tuple(
            facts.Tally(
                subject=lines[position].key,
                votes=dict(zip(columns, marks.votes, strict=False)),
                blank=marks.blank,
                line_invalid=marks.spoiled,
            )
            for position, marks in sorted(sheet.lines.items())
            if position in lines
        ),
    )
    return facts.LockCount(
        number=round_.number, slip_options=tuple(keys), subjects=named(lines.values()), first=one, second=one
    )


def closed_grades(round_: Round, keys: Collection[str]) -> tuple[str, ...]:
    """The grades of the subject's scale that have no box in this round, best first."""
    part = definition.definition_of(round_)
    subjects = definition.book_of(round_).subjects
    scale = subjects.subject(part.ballot.subject).scale if part else None
    return tuple(code for code in subjects.scale(scale).codes if code not in keys) if scale else ()


def count_of(round_: Round, count: Count) -> facts.Count:
    """One count as the rules see it."""
    keys = [option.key for option in counts.options_of(round_)]
    tallies = Tally.objects.filter(count=count).select_related("line__subject").order_by("line__position")
    return facts.Count(
        present=round_.present,
        issued=round_.issued or 0,
        returned=count.returned,
        valid=count.valid,
        invalid=count.invalid,
        lines=tuple(
            facts.Tally(
                subject=tally.line.subject.key,
                votes=dict(zip(keys, tally.marks, strict=False)),
                blank=tally.blank,
                line_invalid=tally.line_invalid,
            )
            for tally in tallies
        ),
    )


def announce_facts(round_: Round) -> facts.AnnounceRound:
    """The facts of announcing a round."""
    return facts.AnnounceRound(done=done_before(round_))


def repeat_facts(first: Round, chosen: Iterable[SeasonSubject], *, reason: str) -> facts.RepeatVote:
    """The facts of voting once more on lines that won no grade."""
    return facts.RepeatVote(
        reason=reason,
        repeats=Round.objects.filter(repeats=first).exclude(state=Round.State.VOID).count()
        + (first.repeats_id is not None),
        undecided=named(line.subject for line in results.undecided(first)),
        chosen=named(chosen),
    )
