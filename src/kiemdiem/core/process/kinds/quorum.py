"""How many of those convened must be present, where a reading asks for it."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Group
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """The least part present, as two whole numbers; 0 of 1 asks for nothing."""

    part: int = 0
    of: int = 1


@facts
class Facts:
    """The groups convened and present."""

    groups: tuple[Group, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while fewer are present than the part asks for."""
    convened = sum(each.convened for each in asked.groups)
    present = sum(each.present for each in asked.groups)
    if present * params.of >= params.part * convened:
        return YES
    needed = -(-params.part * convened // params.of)
    return no(
        f"Có mặt {present}/{convened} người được triệu tập; cần ít nhất {needed}",
        todo="Chờ đủ người hoặc chuyển hội nghị sang ngày khác.",
        present=present,
        convened=convened,
        needed=needed,
    )
