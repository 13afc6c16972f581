"""What decisions and notices of results print: the grades recognised, the list that goes with them, the reasons."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from kiemdiem.grading import queries as grading
from kiemdiem.grading.models import Decision, Proposal
from kiemdiem.grading.queries import Result
from kiemdiem.org.models import Unit
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering.frame import Frame

# The party body's own grade is no recognition by its committee: it goes into the minutes and the report upwards.
SUBJECTS = {"member": "đảng viên", "cell": "chi bộ", "collective": "tập thể"}
LISTED = {"member": "Họ và tên", "cell": "Tên chi bộ", "collective": "Tên tập thể"}
EXECUTORS = {"member": "các chi bộ và đảng viên", "cell": "các chi bộ", "collective": "các tập thể"}
RECOGNISED = "đã công nhận"
UNGRADED = "Không xếp loại"
TOLD = "nhận trực tiếp"
VERDICT_GIVES = "Kết quả đánh giá theo tiêu chuẩn và kết quả bỏ phiếu"


def grounds(frame: Frame, *, met_on: date) -> list[str]:
    """What a decision stands on: the acts above, the committee's plan, the meeting that decided."""
    acts = [f"{basis.text.split(',')[0]} của {basis.issuer}" for basis in frame.book.identity.basis]
    plan = getattr(frame.season, "plan", None)
    own = [f"Kế hoạch số {plan.number} ngày {plan.passed_on:%d/%m/%Y} của {_body(frame)}"] if plan else []
    return [*acts, *own, f"kết quả hội nghị {_body(frame)} ngày {met_on:%d/%m/%Y}"]


def _body(frame: Frame) -> str:
    committee = frame.unit_of_kind("executive_committee")
    if committee is None:
        return frames.committee_name(frame)
    name, place = frame.name(committee), frames.place_of(frame.name(frame.season.unit))
    return name if name.endswith(place) else f"{name} {place}"


def decision_values(frame: Frame, decisions: Sequence[Decision], *, kind: str) -> dict[str, Any]:
    """The decision that recognises the grades of all subjects of a kind, with its list."""
    counted = Counter(each.grade for each in decisions)
    root, body = frame.season.unit, _body(frame)
    return {
        **frames.head(frame, root),
        **frames.symbol(frame, root, ledger="QĐ"),
        **frames.signed(frame, root, body=body),
        **frames.recipients(frame, root, also=("Như Điều 2",)),
        "subject": SUBJECTS[kind],
        "body": body.upper(),
        "grounds": grounds(frame, met_on=decisions[0].decided_on),
        "grades": [
            {"label": frame.grade(kind, code) or UNGRADED, "count": counted[code]}
            for code in (*frame.scale(kind).codes, "")
            if counted[code]
        ],
        "whole": len(decisions),
        "executors": f"Văn phòng {frames.committee_name(frame)}, {EXECUTORS[kind]} có tên trong danh sách",
        "listed": LISTED[kind],
        "places": [{"place": "Nơi sinh hoạt"}] if kind == "member" else [],
        "lines": _lines(frame, decisions, kind=kind),
    }


def _lines(frame: Frame, decisions: Sequence[Decision], *, kind: str) -> list[dict[str, str]]:
    proposals = Proposal.objects.filter(subject__in=[each.subject_id for each in decisions], is_current=True)
    proposed = {each.subject_id: each.grade for each in proposals}
    return [
        {
            "title": each.subject.name,
            "unit": frame.name(each.subject.unit) if kind == "member" else "",
            "proposed": frame.grade(kind, proposed.get(each.subject_id) or each.verdict.grade) or "Chưa có",
            "grade": frame.grade(kind, each.grade) or UNGRADED,
            "why": each.reason if each.departs else "",
        }
        for each in decisions
    ]


def decided(frame: Frame, *, kind: str) -> list[Decision]:
    """The decisions in force on subjects of a kind, by organisation and name."""
    found = Decision.objects.filter(season=frame.season, is_current=True, subject__kind=kind)
    found = found.select_related("subject__person", "subject__unit", "verdict")
    return sorted(found, key=lambda each: (frame.name(each.subject.unit), each.subject.sort_key, each.subject.key))


def reasons(result: Result) -> list[dict[str, str]]:
    """The conditions of the grade that the judge found met, in the rulebook's words."""
    if result.verdict is None or not result.verdict.grade:
        return [{"words": f"{VERDICT_GIVES}: chưa mức nào đủ điều kiện."}]
    findings = grading.kept(result.verdict).findings
    own = [each for each in findings if each.place == result.verdict.grade and not each.within and each.state == "met"]
    return [{"words": each.sentence} for each in own] or [{"words": f"{VERDICT_GIVES}."}]


def result_notice_values(frame: Frame, result: Result) -> dict[str, Any]:
    """What a member is told of his grade: by whom it was decided, on what grounds, and where he may complain."""
    subject, decision = result.subject, result.decision
    root, standing = frame.season.unit, frame.unit_of_kind("standing_committee")
    return {
        **frames.head(frame, root),
        **frames.symbol(frame, root, ledger="TB"),
        **frames.signed(frame, root),
        "recipients": [f"Đồng chí {subject.name}", frame.name(subject.unit), f"Lưu {frames.committee_name(frame)}"],
        "addressee": f"Đồng chí {subject.name}",
        "full_name": subject.name,
        "unit": frame.name(subject.unit),
        "grade": frame.grade(subject.kind, decision.grade) or UNGRADED,
        "standing": RECOGNISED,
        "decided_by": f"Quyết định số {decision.document} ngày {decision.decided_on:%d/%m/%Y} của {_body(frame)}",
        "reasons": reasons(result),
        "departs_reason": decision.reason if decision.departs else "",
        "complaint_to": frame.name(standing) if standing else frames.committee_name(frame),
    }


def notice_roll_values(frame: Frame, cell: Unit, *, results: Sequence[Result]) -> dict[str, Any]:
    """The list on which the members of a cell sign for their notices."""
    return {
        **frames.head(frame, frame.season.unit),
        "about": f"thông báo kết quả phân loại chất lượng đảng viên – {frame.name(cell)}",
        "lines": [{"full_name": each.subject.name, "how": TOLD} for each in results],
    }
