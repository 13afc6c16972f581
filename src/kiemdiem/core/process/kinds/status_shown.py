"""A plan that is only a draft is shown as one."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, yes_but


class Params(Frozen):
    """Whether a draft counts as issued."""

    draft_is_issued: bool = False


@facts
class Facts:
    """Whether the plan bears the mark of a draft."""

    draft_plan: bool


def answer(params: Params, asked: Facts) -> Answer:
    """Allowed; a draft that does not count as issued carries a warning."""
    if not asked.draft_plan or params.draft_is_issued:
        return YES
    return yes_but("Kế hoạch còn ghi “dự thảo”, chưa có số; các bản in ghi rõ như vậy đến khi được ban hành.")
