"""What the papers about one leader print: his own assessment, comments on him, the collective's, his votes."""

from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.meetings.models import ReviewLine
from kiemdiem.org.models import Unit
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering import reviews as written
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import LeaderPaper


def paper_of(frame: Frame, subject: SeasonSubject, *, kind: str) -> LeaderPaper | None:
    """The paper of that kind about the leader, where one was handed in."""
    return reviews.leader_papers_of(frame.season, subject.person).filter(kind=kind).first()


def self_assessment_values(frame: Frame, subject: SeasonSubject, *, unit: Unit) -> dict[str, Any]:
    """A leader's own assessment; what he has not handed in stays open for his hand."""
    paper = paper_of(frame, subject, kind="leader_self_assessment")
    sections = paper.sections if paper else {}
    return {
        **frames.head(frame, unit),
        **frames.person_values(frame, subject.person),
        "contents": written.contents(frame, sections),
        **{key: sections.get(key) for key in ("faults", "remedies")},
    }


def residence_comment_values(frame: Frame, subject: SeasonSubject, *, cell: Unit) -> dict[str, Any]:
    """The comment of the cell where a leader lives, as it came in or open for the hand."""
    found = reviews.comments_of(frame.season, people=[subject.person_id]).filter(kind="residence").first()
    came = found is not None and found.received_on is not None
    return {
        **frames.head(frame, cell),
        **frames.person_values(frame, subject.person),
        "comment": found.text if came else "",
        "commenter": found.signer if came else "",
    }


def votes(frame: Frame, result: ballots.Result) -> list[dict[str, Any]]:
    """The votes for each grade as a part of the number they are measured by."""
    return [
        {"label": frame.grade("leader", code), "share": (count, result.denominator)}
        for code, count in result.votes.items()
    ]


def votes_text(frame: Frame, result: ballots.Result) -> str:
    """The votes in one sentence."""
    said = [
        f"{frame.grade('leader', code)}: {count}/{result.denominator} ({result.percent(code)}%)"
        for code, count in result.votes.items()
        if count
    ]
    return "; ".join(said)


def collective_comment_values(
    frame: Frame, subject: SeasonSubject, *, unit: Unit, line: ReviewLine | None, result: ballots.Result | None
) -> dict[str, Any]:
    """What the collective says of one of its leaders, with the votes he got there."""
    paper = paper_of(frame, subject, kind="leader_collective_comment")
    sections = paper.sections if paper else {}
    faults = "; ".join(text for text in (line.degree, line.effect) if text) if line else ""
    return {
        **frames.head(frame, unit),
        **frames.person_values(frame, subject.person),
        **frames.signed(frame, unit),
        "strengths": sections.get("strengths"),
        "faults": sections.get("faults") or faults,
        "promise": sections.get("promise"),
        "votes": votes(frame, result) if result else None,
        "base_name": result.denominator_name if result else "",
        "grade": result.winner if result else None,
    }


def result_notice_values(
    frame: Frame, subject: SeasonSubject, *, unit: Unit, cell: Unit, line: ReviewLine, result: ballots.Result
) -> dict[str, Any]:
    """What the cell of a leader is told of his review and his votes."""
    person = subject.person
    held = (frames.posts(frame, person, party=party) for party in (False, True))
    return {
        **frames.head(frame, unit),
        **frames.symbol(frame, unit, ledger="TB"),
        **frames.signed(frame, unit),
        **frames.recipients(frame, unit, also=(frame.name(cell),)),
        "cell": frame.name(cell),
        "full_name": person.full_name,
        "post": next((text for text in held if text), "cán bộ lãnh đạo, quản lý"),
        "held_on": line.done_on or frame.on,
        "conclusion": line.conclusion,
        "votes": votes(frame, result),
        "base_name": result.denominator_name,
    }
