"""What slips, tally sheets and minutes of counting print; the figures are the official ones, never a voter's mark."""

from collections.abc import Iterable
from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Round
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.kinds.condition import parts_of
from kiemdiem.core.law.sections.ballots import Ballot
from kiemdiem.meetings import queries as meetings
from kiemdiem.papers import catalogue
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering.frame import Frame

UNDECIDED = "Không mức nào đủ số phiếu"
ONLY_ROUND = "Bỏ phiếu"
COMMON_SLIPS = {"member": "member_ballot", "leader": "leader_ballot"}
UNIT_SLIP = "unit_ballot"


def form_key(frame: Frame, round_: Round) -> str:
    """The key of the slip's form in the rulebook, by its code and, where there are several, its variant."""
    if round_.is_scored:
        slip = next(each for each in frame.book.ballots.score_slips if each.key == round_.ballot_key)
        return slip_form(frame, slip.form, variant=slip.subject)
    ballot = frame.book.ballots.ballot(round_.ballot_key)
    return ballot_form(frame, ballot, number=round_.number)


def ballot_form(frame: Frame, ballot: Ballot, *, number: int) -> str:
    """The key of the slip of a round: the form the rulebook names, else the common one for its kind of subject.

    Raises: Refused when the rulebook has no slip for it.
    """
    common = COMMON_SLIPS.get(ballot.subject, UNIT_SLIP)
    registered = any(form.code == ballot.form for form in frame.book.forms.forms)
    printed = {form.key for form in catalogue.papers_of(frame.season.rulebook_code).forms}
    if not registered and common in printed:
        return common
    return slip_form(frame, ballot.form, variant=f"round_{number}")


def slip_form(frame: Frame, code: str, *, variant: str) -> str:
    """The key of the form of that code; of several variants, the one named.

    Raises: Refused when the rulebook names a slip it has no form of.
    """
    for form in frame.book.forms.forms:
        if form.code == code and form.variant in ("", variant):
            return form.key
    raise refuse(
        f"Chưa in được phiếu theo mẫu “{code}”.",
        why="Bộ quy định nêu mẫu phiếu này nhưng chưa kèm mẫu để in.",
        todo="Hãy đề nghị người lập bộ quy định bổ sung mẫu; trước mắt dùng phiếu do cấp ủy tự soạn.",
    )


def kind_of(frame: Frame, round_: Round) -> str:
    """What kind of subject the round is about."""
    return frame.book.ballots.ballot(round_.ballot_key).subject


def slip_values(frame: Frame, round_: Round) -> dict[str, Any]:
    """One slip of a round: its boxes and its lines, and nothing that tells one slip from another."""
    return {
        "organ": frame.name(round_.meeting.unit).upper(),
        "year": frame.season.year,
        "voted_on": round_.held_on,
        "options": _boxes(round_),
        "lines": _lines(round_),
    }


def _boxes(round_: Round) -> list[dict[str, str]]:
    return [{"label": option.name} for option in ballots.options_of(round_)]


def _lines(round_: Round) -> list[dict[str, str]]:
    return [{"printed_name": str(line)} for line in ballots.lines_of(round_)]


def about(frame: Frame, round_: Round) -> str:
    """What the round is about, in words."""
    ballot = next((each for each in frame.book.ballots.ballots if each.key == round_.ballot_key), None)
    name = ballot.text if ballot else round_.title
    return f"{name.removeprefix('Phiếu ')} năm {frame.season.year}"


def round_name(frame: Frame, round_: Round) -> str:
    """Which voting it was, and that it repeats or replaces another."""
    several = any(len(each.rounds) > 1 for each in frame.book.ballots.ballots if each.key == round_.ballot_key)
    name = f"Lần thứ {('nhất', 'hai', 'ba')[min(round_.number, 3) - 1]}" if several else ONLY_ROUND
    return f"{name}, bỏ phiếu lại" if round_.repeats_id else name


def tally_sheet_values(frame: Frame, round_: Round) -> dict[str, Any]:
    """The sheet a teller makes strokes on."""
    return {
        "organ": frame.name(round_.meeting.unit),
        "about": about(frame, round_),
        "round_name": round_name(frame, round_),
        "voted_on": round_.held_on,
        "options": _boxes(round_),
        "lines": _lines(round_),
        "convened": round_.convened,
        "present": round_.present,
        "issued": round_.issued,
    }


def figures(round_: Round) -> dict[str, Any]:
    """How many were called, came, got a slip and gave it back."""
    found = ballots.turnout_of(round_)
    return {
        "convened": found.convened, "present": found.present, "issued": found.issued,
        "returned": found.returned, "valid": found.valid, "invalid": found.invalid,
    }  # fmt: skip


def tellers(round_: Round) -> dict[str, Any]:
    """Who counted, and who chaired."""
    hands = ballots.tellers_of(round_.meeting)
    chair = round_.meeting.chair
    return {
        "head_teller": next((hand.printed_name for hand in hands if hand.is_head), None),
        "tellers": [hand.printed_name for hand in hands if not hand.is_head] or None,
        "chair": chair.full_name if chair else "",
    }


def counts(frame: Frame, rounds: Iterable[Round]) -> dict[str, Any]:
    """The result of every line of the rounds, each box as a part of the named number the votes are measured by."""
    results = [result for round_ in rounds for result in ballots.results_of(round_)]
    first = results[0]
    kind = kind_of(frame, first.round)
    return {
        "options": _boxes(first.round),
        "lines": [
            {
                "printed_name": str(result.line),
                "counts": [{"share": (votes, result.denominator)} for votes in result.votes.values()],
                "blank": result.blank,
                "line_invalid": result.spoiled,
                "outcome": frame.grade(kind, result.winner) or UNDECIDED,
            }
            for result in results
        ],
        "base_name": first.denominator_name,
        "base": first.denominator,
    }


def needed(frame: Frame, round_: Round) -> str:
    """How many votes each grade needs, in words; once where all need the same."""
    result, part = ballots.results_of(round_)[0], ballots.definition_of(round_)
    fractions = part.fractions if part else {}
    said = {
        code: f"trên {'/'.join(map(str, parts_of(fractions[code])))} của {result.denominator}, tức từ {votes} phiếu"
        for code, votes in result.needed.items()
    }
    if len(set(said.values())) == 1:
        return f"mỗi mức {next(iter(said.values()))}"
    kind = kind_of(frame, round_)
    return "; ".join(f"{frame.grade(kind, code)}: {text}" for code, text in said.items())


def absences(round_: Round) -> str:
    """Who of those with a vote was away, with the reason."""
    roll = meetings.voters_of(round_.meeting)
    return ", ".join(
        f"{each.printed_name} ({each.absence.lower()})" if each.absence else each.printed_name
        for each in roll
        if each.present is False
    )


def counting_minutes_values(frame: Frame, round_: Round) -> dict[str, Any]:
    """The minutes of counting one round."""
    unit = round_.meeting.unit
    return {
        **frames.head(frame, unit),
        **frames.symbol(frame, unit, ledger="BB"),
        **figures(round_),
        **tellers(round_),
        **counts(frame, [round_]),
        "about": about(frame, round_),
        "round_name": name if (name := round_name(frame, round_)) != ONLY_ROUND else "",
        "venue": round_.meeting.place,
        "absent": absences(round_),
        "needed": needed(frame, round_),
        "remarks": " ".join(text for text in (ballots.secrecy_note(round_), round_.reason) if text),
    }


def ballot_summary_values(frame: Frame, rounds: list[Round]) -> dict[str, Any]:
    """The result of the ballot on each leader: the round held, and its repeat on lines that won no grade."""
    first = rounds[0]
    repeated = {line.subject_id for later in rounds[1:] for line in ballots.lines_of(later)}
    found = counts(frame, [first])
    kept = [
        row
        for row, line in zip(found["lines"], ballots.lines_of(first), strict=True)
        if line.subject_id not in repeated
    ]
    again = counts(frame, rounds[1:])["lines"] if repeated else []
    return {
        **frames.head(frame, first.meeting.unit),
        **figures(first),
        **tellers(first),
        **found,
        "lines": kept + again,
    }


def summary(frame: Frame, round_: Round) -> str:
    """A round in one sentence: its slips, and how many lines won each grade."""
    kind = kind_of(frame, round_)
    results = ballots.results_of(round_)
    won = [result.winner for result in results]
    grades = [f"{option.name}: {won.count(option.key)}" for option in ballots.options_of(round_)]
    none = [f"chưa đủ số phiếu: {won.count(None)}"] if None in won else []
    turnout = figures(round_)
    return (
        f"phát ra {turnout['issued']}, thu về {turnout['returned']}, hợp lệ {turnout['valid']} phiếu; "
        f"{len(results)} {_people(kind)}, trong đó {'; '.join((*grades, *none))}"
    )


def _people(kind: str) -> str:
    return "đảng viên" if kind == "member" else "cán bộ"
