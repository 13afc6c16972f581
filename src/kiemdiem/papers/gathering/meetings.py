"""What the papers of a meeting print: its order, roll, comments to read, card of votes needed, and its minutes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Round
from kiemdiem.core.process import method
from kiemdiem.grading.models import Decision, Proposal
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Attendance, Meeting, MinutesEntry, ReviewLine
from kiemdiem.meetings.queries import MeetingRecord
from kiemdiem.papers.gathering import ballots as rounds
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering import results, scores
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.reviews import queries as reviews

RESERVED = ("objection", "reservation")
AWAY = "vắng mặt"
FAULT = "Hạn chế, khuyết điểm nêu trong báo cáo và thảo luận"


def locked(meeting: Meeting) -> list[Round]:
    """The rounds of the meeting whose figures are official, in the order they were held."""
    return [each for each in ballots.rounds_of(meeting) if each.state == Round.State.LOCKED]


def sitting(record: MeetingRecord) -> dict[str, Any]:
    """When and where the meeting sat, who led it, who came and who did not."""
    meeting = record.meeting
    roll = [each for each in record.roll if each.capacity != Attendance.Capacity.GUEST]
    return {
        "began_at": record.began,
        "ended_at": record.ended,
        "venue": meeting.place,
        "chair": record.chair,
        "chair_note": meeting.chair_ground,
        "secretary": record.secretary,
        "convened": record.count.convened + record.count.attendees,
        "present": record.count.present + record.count.attendees_present,
        "guests": [_guest(each) for each in record.roll if each.capacity == "guest" and each.present],
        "absent": [
            {"full_name": each.printed_name, "why": each.absence or AWAY} for each in roll if each.present is False
        ],
        "out_of_order": "; ".join(mark.why for mark in record.marks),
    }


def _guest(each: Attendance) -> str:
    return f"{each.printed_name}, {each.organisation}" if each.organisation else each.printed_name


def _texts(entries: Iterable[MinutesEntry], *kinds: str) -> str:
    """What was said under those kinds, or under any, each thing once, in the order it was written."""
    return "\n".join(dict.fromkeys(entry.text for entry in entries if not kinds or entry.kind in kinds))


def people(record: MeetingRecord) -> list[dict[str, Any]]:
    """Each person reviewed: what was reported from elsewhere, said, answered and concluded."""
    return [
        {
            "full_name": each.line.printed_name,
            "prior": "; ".join(f"{line.meeting.title}: {line.conclusion}" for line in each.prior),
            "contributions": _texts(each.entries, "contribution"),
            "response": each.line.response,
            "conclusion": each.line.conclusion,
        }
        for each in record.lines
        if each.line.subject.person_id is not None and each.line.state == ReviewLine.State.DONE
    ]


def held(record: MeetingRecord) -> list[dict[str, str]]:
    """Each person whose review could not be concluded, and why."""
    open_states = (ReviewLine.State.HELD, ReviewLine.State.ABSENT)
    return [
        {"full_name": each.line.printed_name, "why": each.line.hold_why or AWAY}
        for each in record.lines
        if each.line.state in open_states
    ]


def objections(record: MeetingRecord) -> list[dict[str, str]]:
    """Each opinion somebody kept, in his name."""
    entries = [*record.general, *(entry for each in record.lines for entry in each.entries)]
    return [
        {"full_name": entry.person.full_name if entry.person else entry.speaker or "Đại biểu", "words": entry.text}
        for entry in entries
        if entry.kind in RESERVED
    ]


def summaries(frame: Frame, meeting: Meeting) -> list[dict[str, str]]:
    """Each round of voting in one sentence."""
    return [
        {"round_name": rounds.round_name(frame, each), "summary": rounds.summary(frame, each)}
        for each in locked(meeting)
        if not each.is_scored
    ]


def _frame_of_minutes(frame: Frame, record: MeetingRecord) -> dict[str, Any]:
    unit = record.meeting.unit
    return {
        **frames.head(frame, unit),
        **frames.symbol(frame, unit, ledger="BB"),
        **sitting(record),
        "people": people(record),
        "ballots": summaries(frame, record.meeting),
        "objections": objections(record),
    }


def cell_minutes_values(frame: Frame, record: MeetingRecord) -> dict[str, Any]:
    """The minutes of a cell's meeting."""
    scored = [
        f"{frame.name(each.meeting.unit)}: {scores.said(each, scores.slip_of(frame, each))}"
        for each in locked(record.meeting)
        if each.is_scored
    ]
    extra = record.meeting.supplementary_to_id is not None
    return {
        **_frame_of_minutes(frame, record),
        "read_out": comments_read(frame, record),
        "held": held(record),
        "scoring": "\n".join(scored) or ("Đã chấm điểm tại cuộc họp chính." if extra else None),
        "conclusion_all": record.meeting.conclusion,
    }


def comments_read(frame: Frame, record: MeetingRecord) -> list[dict[str, str]]:
    """The comments of residence and workplace that were there for those reviewed."""
    reviewed = [each.line.subject.person_id for each in record.lines if each.line.state == ReviewLine.State.DONE]
    about: dict[str, list[str]] = defaultdict(list)
    for comment in reviews.comments_of(frame.season, people=[pk for pk in reviewed if pk]):
        if comment.received_on is not None:
            about[comment.asked_of].append(comment.person.full_name)
    return [
        {"source": source, "about": ("các đồng chí " if len(names) > 1 else "đồng chí ") + ", ".join(names)}
        for source, names in about.items()
    ]


def meeting_minutes_values(frame: Frame, record: MeetingRecord) -> dict[str, Any]:
    """The minutes of a leading body's review of itself and its leaders."""
    own = next((each for each in record.lines if each.line.subject.person_id is None), None)
    unit = record.meeting.unit
    findings = (
        [{"what": FAULT, "degree": own.line.degree, "effect": own.line.effect}]
        if own and own.line.degree and own.line.effect
        else []
    )
    return {
        **_frame_of_minutes(frame, record),
        "collective": frame.name(unit),
        "opinions": opinions_read(frame, record.meeting),
        "orientation": _texts(record.general, "note"),
        "discussion": _texts(own.entries, "contribution", "presented") if own else None,
        "findings": findings,
        "collective_conclusion": own.line.conclusion if own else record.meeting.conclusion,
    }


def sitting_minutes_values(frame: Frame, record: MeetingRecord) -> dict[str, Any]:
    """The minutes of a sitting: its points with what was said, what it proposed, decided and scored that day."""
    meeting = record.meeting
    scored = [scores.said(each, scores.slip_of(frame, each)) for each in locked(meeting) if each.is_scored]
    return {
        **frames.head(frame, meeting.unit),
        **frames.symbol(frame, meeting.unit, ledger="BB"),
        **sitting(record),
        "body": frame.name(meeting.unit),
        "about": about(frame, meeting),
        "points": [
            {"title": point.title, "words": _texts(entry for entry in record.general if entry.point_id == point.pk)}
            for point in meetings.points_of(meeting)
        ],
        "proposed": results.counted_at(frame, meeting, model=Proposal),
        "decided": results.counted_at(frame, meeting, model=Decision),
        "scoring": "\n".join(scored) or None,
        "objections": objections(record),
        "conclusion_all": meeting.conclusion,
    }


def blank_sitting_values(frame: Frame, meeting: Meeting) -> dict[str, Any]:
    """The minutes of a sitting still to be held, with its points; everything else is left for the hand."""
    held = meetings.sitting_of(frame.season, meeting.kind)
    return {
        **frames.head(frame, meeting.unit),
        "paper_on": day_of(frame, meeting),
        **frames.symbol(frame, meeting.unit, ledger="BB"),
        "body": frame.name(meeting.unit),
        "about": about(frame, meeting),
        "venue": meeting.place,
        "points": [{"title": step.title} for step in (held.steps if held else ())],
    }


def opinions_read(frame: Frame, meeting: Meeting) -> list[dict[str, str]]:
    """What the Front and the mass organisations say of the body, as read at the meeting."""
    found = reviews.opinions_about(frame.season, meeting.unit).filter(read_at_meeting=meeting.key)
    return [{"source": frame.name(each.from_unit), "words": each.text} for each in found]


def about(frame: Frame, meeting: Meeting) -> str:
    """What the meeting is for."""
    held = meetings.sitting_of(frame.season, meeting.kind)
    if held is not None:
        return held.title
    subject = "chi bộ, đảng viên" if frame.kind(meeting.unit) == "cell" else "tập thể và cán bộ lãnh đạo, quản lý"
    extra = " (họp bổ sung)" if meeting.supplementary_to_id else ""
    return f"Họp kiểm điểm {subject} năm {frame.season.year}{extra}"


def day_of(frame: Frame, meeting: Meeting) -> Any:
    """The day the meeting was held, or is planned for."""
    return meeting.held_on or meeting.planned_on or frame.on


def invitation_values(frame: Frame, meeting: Meeting, *, addressee: str) -> dict[str, Any]:
    """The invitation to a meeting."""
    unit = meeting.unit
    chief = frame.head_of(unit)
    return {
        **frames.head(frame, unit),
        **frames.symbol(frame, unit, ledger="GM"),
        **frames.signed(frame, unit),
        "recipients": ["Như kính gửi", frames.recipients(frame, unit)["recipients"][-1]],
        "addressee": addressee,
        "body": frame.name(unit),
        "about": about(frame, meeting),
        "held_on": day_of(frame, meeting),
        "began_at": meeting.began,
        "venue": meeting.place,
        "chair": f"Đồng chí {chief.full_name}" if chief else "Người đứng đầu",
    }


def order_values(frame: Frame, meeting: Meeting) -> dict[str, Any]:
    """The order of business: the steps of the method for each line in turn, or the points of a sitting; then votes."""
    kind = frame.kind(meeting.unit)
    kinds = ("individual",) if kind == "cell" else ("collective", "individual")
    traits = ("member", "leader")
    held = meetings.sitting_of(frame.season, meeting.kind)
    fitting = [
        step for each in kinds for step in method.steps_of(frame.book.process, each, unit_kind=kind, traits=traits)
    ]
    voted = [each for each in frame.book.ballots.ballots if held is None and _voted_in(each.subject, kind=kind)]
    votes = [part for each in voted for part in each.rounds]
    slips = [each for each in frame.book.ballots.score_slips if held is None and each.subject == kind]
    chair = meeting.chair or frame.head_of(meeting.unit)
    return {
        **frames.head(frame, meeting.unit),
        "about": about(frame, meeting),
        "held_on": day_of(frame, meeting),
        "chair": chair.full_name if chair else None,
        "steps": [
            *({"what": step.title, "clause": step.clause} for step in (held.steps if held else fitting)),
            *({"what": part.text, "who": "Tổ kiểm phiếu", "clause": part.clause} for part in votes),
            *({"what": slip.text, "who": "Tổ kiểm phiếu", "clause": slip.clause} for slip in slips),
            {"what": "Thông qua biên bản, kết luận, bế mạc", "who": "Thư ký, chủ trì"},
        ],
    }


def _voted_in(subject: str, *, kind: str) -> bool:
    return (subject == "member") == (kind == "cell")


def roll_values(frame: Frame, meeting: Meeting, *, round_title: str = "Khi khai mạc") -> dict[str, Any]:
    """The roll to sign: everybody called, and whether he votes."""
    called = meetings.called_to(meeting, on=day_of(frame, meeting))
    ordered = sorted(called, key=lambda each: each.capacity != Attendance.Capacity.VOTER)
    votes = [each.capacity == Attendance.Capacity.VOTER for each in ordered]
    return {
        **frames.head(frame, meeting.unit),
        "about": about(frame, meeting),
        "held_on": day_of(frame, meeting),
        "round_name": round_title,
        "convened": sum(votes),
        "lines": [
            {
                "printed_name": each.person.full_name,
                "capacity": each.ground or Attendance.Capacity(each.capacity).label,
                "votes": "có" if voting else "không",
            }
            for each, voting in zip(ordered, votes, strict=True)
        ],
    }


def comments_to_read_values(frame: Frame, meeting: Meeting) -> dict[str, Any]:
    """The comments to be told at the meeting, open for the hand where one has not come in."""
    people = [each.person.pk for each in meetings.called_to(meeting, on=day_of(frame, meeting))]
    return {
        **frames.head(frame, meeting.unit),
        "held_on": day_of(frame, meeting),
        "comments": [
            {"full_name": comment.person.full_name, "source": comment.asked_of, "words": comment.text}
            for comment in reviews.comments_of(frame.season, people=people)
        ],
    }
