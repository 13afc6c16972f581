"""Nobody settles his own case: not alone, and not as the one who keys it."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """Whether one person decides, and whether the one keying is the one decided on."""

    alone: bool
    keyed_by_subject: bool


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for one person in place of a body, and for one's own line."""
    if asked.alone:
        return no("Một cá nhân không quyết định thay tập thể", todo="Ghi quyết định của tập thể có thẩm quyền.")
    if asked.keyed_by_subject:
        return no("Không tự ghi quyết định về chính mình", todo="Nhờ người khác có quyền ghi dòng này.")
    return YES
