"""A decision follows a verdict that could be given."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """How the verdict ended (empty: none yet), the grade to be decided, and the reason for departing."""

    verdict_outcome: str
    grade: str
    departs_reason: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without a verdict, and where facts are missing; a verdict without a grade needs a reason."""
    if not asked.verdict_outcome:
        return no("Chưa có kết quả xét theo tiêu chuẩn", todo="Chốt các lần bỏ phiếu rồi xét mức xếp loại trước.")
    if asked.verdict_outcome == "cannot_say":
        return no("Chưa đủ dữ kiện để xét mức xếp loại", todo="Bổ sung các dữ kiện còn thiếu rồi xét lại.")
    if asked.verdict_outcome == "not_graded" and asked.grade:
        return no("Thuộc diện không xếp loại", todo="Không ghi mức; ghi lý do không xếp loại.")
    if asked.verdict_outcome == "no_grade" and asked.grade and not asked.departs_reason.strip():
        return no("Chưa đủ điều kiện đạt mức nào", todo="Nếu vẫn quyết định mức này thì ghi rõ lý do.")
    return YES
