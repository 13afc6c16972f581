"""The groups a meeting is held before have been convened."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Group
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no, yes_but


class Params(Frozen):
    """The groups owed."""

    wanted: tuple[Wanted, ...]


@facts
class Facts:
    """The groups convened, with how many were called and how many came."""

    groups: tuple[Group, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when a group was not convened at all; warned when nobody of it came."""
    called = {each.key: each for each in asked.groups if each.convened}
    missing = [each.name for each in params.wanted if each.key not in called]
    if missing:
        return no(
            f"Chưa triệu tập: {listed(missing)}", todo="Triệu tập đủ thành phần rồi khai mạc.", missing=len(missing)
        )
    absent = [each.name for each in params.wanted if called[each.key].present == 0]
    if absent:
        return yes_but(f"Không có ai dự thuộc thành phần: {listed(absent)}.", absent=len(absent))
    return YES
