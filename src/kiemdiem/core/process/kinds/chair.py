"""Who chairs a review: the head; when the head is absent, whoever the reading lets stand in."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no, yes_but


class Params(Frozen):
    """What happens while the head is absent: a deputy stands in, or the meeting is moved."""

    head_absent: Literal["deputy", "moved"] = "deputy"


@facts
class Facts:
    """The head, whether present, the chair, and those who may stand in, the standing deputy first."""

    head: Named
    head_present: bool
    chair: Named | None
    stand_ins: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused without the right chair; a stand-in is allowed with a line for the minutes."""
    if asked.chair is None:
        return no("Chưa xác định người chủ trì", todo=f"Mời đồng chí {asked.head.name} chủ trì.")
    if asked.chair.key == asked.head.key:
        return YES
    if asked.head_present:
        return no(
            f"Người đứng đầu ({asked.head.name}) có mặt nhưng người chủ trì là {asked.chair.name}",
            todo=f"Để đồng chí {asked.head.name} chủ trì.",
        )
    if params.head_absent == "moved":
        return no("Người đứng đầu vắng mặt", todo="Chuyển hội nghị sang ngày người đứng đầu có mặt.")
    if asked.chair.key in {each.key for each in asked.stand_ins}:
        return yes_but(f"Người đứng đầu vắng; {asked.chair.name} chủ trì thay, ghi rõ trong biên bản.")
    allowed = names_of(asked.stand_ins) or "chưa có ai được phân công"
    return no(
        f"{asked.chair.name} không phải người đứng đầu, cũng không phải người được phân công chủ trì thay",
        todo=f"Chọn người chủ trì thay trong số: {allowed}.",
    )
