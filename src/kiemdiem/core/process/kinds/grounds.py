"""Points given to review rest on grounds the rulebook names."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """The grounds there may be."""

    allowed: tuple[Wanted, ...]


@facts
class Facts:
    """The ground of each point, by key."""

    grounds: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without a point, and for a ground that is none of them."""
    names = listed(each.name for each in params.allowed)
    if not asked.grounds:
        return no("Gợi ý chưa có nội dung nào", todo=f"Nêu ít nhất một nội dung; căn cứ: {names}.")
    other = sorted(set(asked.grounds) - {each.key for each in params.allowed})
    if not other:
        return YES
    return no(
        f"Nội dung gợi ý không thuộc căn cứ nào của kế hoạch: {listed(other)}",
        todo=f"Chọn một trong các căn cứ: {names}.",
        other=len(other),
    )
