"""Nobody chairs the review of himself, as far as somebody else can."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """Who chairs the head's own review."""

    own_review: Literal["other_chairs", "head_chairs"] = "other_chairs"


@facts
class Facts:
    """Who chairs, who is reviewed (empty: a collective), and how many others could chair."""

    chair: str
    about: str
    other_chairs: int


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while another could chair; warned when there is none."""
    if not asked.about or asked.chair != asked.about or params.own_review == "head_chairs":
        return YES
    if asked.other_chairs == 0:
        return yes_but("Không có người khác chủ trì phần kiểm điểm của chính người chủ trì; ghi rõ trong biên bản.")
    return no(
        "Người chủ trì đang điều hành phần kiểm điểm của chính mình",
        todo="Chuyển cho cấp phó hoặc một thành viên khác chủ trì riêng phần này.",
        other_chairs=asked.other_chairs,
    )
