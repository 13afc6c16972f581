"""A grade rests on everything the rule says it rests on."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """The grounds wanted."""

    wanted: tuple[Wanted, ...]


@facts
class Facts:
    """The grounds at hand, by key."""

    inputs: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while a ground is missing, naming each."""
    missing = [each.name for each in params.wanted if each.key not in asked.inputs]
    if not missing:
        return YES
    return no(f"Thiếu căn cứ xếp loại: {listed(missing)}", todo="Bổ sung căn cứ vào hồ sơ.", missing=len(missing))
