"""The opinions of other organisations on a body have come in before that body is reviewed."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Whose opinions are wanted, by kind of unit."""

    wanted: tuple[Wanted, ...]


@facts
class Facts:
    """The kinds of units whose opinion has come in."""

    opinions_from: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while one is missing, naming each."""
    missing = [each.name for each in params.wanted if each.key not in asked.opinions_from]
    if not missing:
        return YES
    return no(
        f"Chưa có ý kiến tham gia của: {listed(missing)}",
        todo="Tiếp nhận ý kiến bằng văn bản của các tổ chức này trước hội nghị.",
        missing=len(missing),
        wanted=len(params.wanted),
    )
