"""A decision that departs from what was proposed says why."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The grade decided, the one proposed, and the reason for departing."""

    grade: str
    proposed_grade: str
    departs_reason: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when the grades differ without a reason."""
    if asked.grade == asked.proposed_grade or not asked.proposed_grade or asked.departs_reason.strip():
        return YES
    return no(
        f"Mức quyết định ({asked.grade}) khác mức đề nghị ({asked.proposed_grade})",
        todo="Ghi lý do, hoặc trả lại kèm câu hỏi để nơi đề nghị làm rõ.",
        decided=asked.grade,
        proposed=asked.proposed_grade,
    )
