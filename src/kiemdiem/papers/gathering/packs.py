"""The print-out of a cell's meeting before it is held: its cover, the card of votes needed, every paper's copies."""

from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.core import majority
from kiemdiem.core.judge.places import places
from kiemdiem.core.law.sections.ballots import Ballot, Round
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Attendance, Meeting
from kiemdiem.org.models import Unit
from kiemdiem.papers import catalogue
from kiemdiem.papers.gathering import ballots as rounds
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering import meetings as sittings
from kiemdiem.papers.gathering import scores
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.ordered import Part

MEMBER = "member"
CARD = "threshold_card"
CELL = "cell"


def voters(frame: Frame, meeting: Meeting) -> int:
    """How many are called to the meeting with a vote."""
    called = meetings.called_to(meeting, on=sittings.day_of(frame, meeting))
    return sum(each.capacity == Attendance.Capacity.VOTER for each in called)


def expected(frame: Frame, meeting: Meeting) -> list[SeasonSubject]:
    """The members who will stand on the slip when all of them are reviewed, by given name."""
    members = cycles.members_of(frame.season, meeting.unit, on=sittings.day_of(frame, meeting))
    return [each for each in members if each.is_graded and each.ended_on is None]


def printed_names(subjects: list[SeasonSubject]) -> list[dict[str, str]]:
    """The names as a slip prints them: with the year of birth where two are the same."""
    names = [each.name for each in subjects]
    years = [each.person.birth_on.year if each.person and each.person.birth_on else None for each in subjects]
    return [
        {"printed_name": f"{name} ({year})" if names.count(name) > 1 and year else name}
        for name, year in zip(names, years, strict=True)
    ]


def threshold_values(frame: Frame, meeting: Meeting) -> dict[str, Any]:
    """The card: votes needed in each round, and the most excellent ones for every number of good ones."""
    base, ballot = voters(frame, meeting), _ballot(frame)
    assert ballot is not None
    first, second = ballot.rounds[0], ballot.rounds[-1]
    quota = next(iter(frame.book.quotas.of(MEMBER)), None)
    people = len(expected(frame, meeting))
    return {
        "organ": frame.name(meeting.unit).upper(),
        "year": frame.season.year,
        "base_name": ballots.DENOMINATORS[first.denominator],
        "base": base,
        "majority": majority.needed(base, fraction=first.needed),
        "two_thirds": majority.needed(base, fraction=second.needed),
        "cap": quota.text if quota else "không giới hạn",
        "lines": [{"reached": good, "most": _most(quota, good=good, people=people)} for good in range(1, people + 1)],
    }


def _most(quota: Quota | None, *, good: int, people: int) -> int:
    """How many may have the limited grade when so many reached the grade below it."""
    return good if quota is None else places(quota, reached=good, graded=people)


def votes_on_members(frame: Frame) -> bool:
    """Whether the rulebook in force has a ballot on members."""
    return _ballot(frame) is not None


def _ballot(frame: Frame) -> Ballot | None:
    return next((each for each in frame.book.ballots.ballots if each.subject == MEMBER), None)


def cover_values(frame: Frame, meeting: Meeting) -> dict[str, Any]:
    """The cover of the print-out, without its count of copies."""
    return {**frames.head(frame, meeting.unit), "held_on": sittings.day_of(frame, meeting)}


def parts_of_cell(frame: Frame, meeting: Meeting) -> list[Part]:
    """Every paper of a cell's meeting with the copies it needs: a slip for each voter, a sheet for each teller."""
    found = [
        Part("order_of_business", sittings.order_values(frame, meeting)),
        Part("roll", sittings.roll_values(frame, meeting)),
        *_card(frame, meeting),
        *_slips(frame, meeting),
        *_scored(frame, meeting.unit, kind=CELL, copies=voters(frame, meeting)),
        Part("cell_minutes", blank_minutes(frame, meeting)),
    ]
    read = sittings.comments_to_read_values(frame, meeting)
    return [*found, Part("comments_to_read", read)] if read["comments"] else found


def _card(frame: Frame, meeting: Meeting) -> list[Part]:
    """The card of votes needed, where the rulebook has the form and members are voted on."""
    printed = any(form.key == CARD for form in catalogue.papers_of(frame.season.rulebook_code).forms)
    return [Part(CARD, threshold_values(frame, meeting))] if printed and _ballot(frame) else []


def _slips(frame: Frame, meeting: Meeting) -> list[Part]:
    """The slips of every round, the tellers' sheets and the minutes of counting still to be filled by hand."""
    ballot, copies = _ballot(frame), voters(frame, meeting)
    if ballot is None:
        return []
    lines = printed_names(expected(frame, meeting))
    found = []
    for each in ballot.rounds:
        shape = ballots.shape_of(frame.season, ballot.key, number=each.number)
        values = {
            "organ": frame.name(meeting.unit).upper(), "year": frame.season.year,
            "voted_on": sittings.day_of(frame, meeting), "lines": lines,
            "options": [{"label": option.name} for option in shape.options],
        }  # fmt: skip
        form = rounds.ballot_form(frame, ballot, number=each.number)
        later = {"preprinted": True} if each.candidates is not None else {}
        found += [
            Part(form, values | later, copies=copies),
            Part("tally_sheet", _sheet(frame, meeting, values=values, title=shape.title), copies=2),
            Part("counting_minutes", _count(frame, meeting, values=values, part=each, title=shape.title), copies=2),
        ]
    return found


def _sheet(frame: Frame, meeting: Meeting, *, values: dict[str, Any], title: str) -> dict[str, Any]:
    kept = {key: values[key] for key in ("options", "lines", "voted_on")}
    return {**kept, "organ": frame.name(meeting.unit), "about": _about(frame), "round_name": title}


def _count(frame: Frame, meeting: Meeting, *, values: dict[str, Any], part: Round, title: str) -> dict[str, Any]:
    return {
        **frames.head(frame, meeting.unit),
        **frames.symbol(frame, meeting.unit, ledger="BB"),
        "options": values["options"],
        "lines": values["lines"],
        "about": _about(frame),
        "round_name": title,
        "base_name": ballots.DENOMINATORS[part.denominator],
    }


def parts_of_sitting(frame: Frame, meeting: Meeting) -> list[Part]:
    """Every paper of a sitting that reviews nobody: business, roll, slips of what it scores, minutes to be written."""
    held = meetings.sitting_of(frame.season, meeting.kind)
    copies = voters(frame, meeting)
    found = [
        Part("order_of_business", sittings.order_values(frame, meeting)),
        Part("roll", sittings.roll_values(frame, meeting)),
    ]
    for kind in held.scores if held else ():
        found += _scored(frame, frame.season.unit, kind=kind, copies=copies)
    return [*found, Part("sitting_minutes", sittings.blank_sitting_values(frame, meeting))]


def _about(frame: Frame) -> str:
    return f"phân loại chất lượng đảng viên năm {frame.season.year}"


def _scored(frame: Frame, unit: Unit, *, kind: str, copies: int) -> list[Part]:
    """The slips on which an organisation is scored and the tellers' sheets, when its scale is known."""
    slip = frame.book.ballots.score_slip(kind)
    if slip is None:
        return []
    form = rounds.slip_form(frame, slip.form, variant=slip.subject)
    return [
        Part(form, scores.score_slip_values(frame, unit, slip=slip), copies=copies),
        Part("score_tally_sheet", scores.score_tally_values(frame, unit, slip=slip, slips=copies), copies=2),
    ]


def blank_minutes(frame: Frame, meeting: Meeting) -> dict[str, Any]:
    """The minutes of the meeting with its people in their order, everything else left for the hand."""
    return {
        **frames.head(frame, meeting.unit),
        **frames.symbol(frame, meeting.unit, ledger="BB"),
        "people": [
            {"full_name": each.subject.name}
            for each in meetings.expected_lines(meeting)
            if each.subject.person_id is not None
        ],
    }
