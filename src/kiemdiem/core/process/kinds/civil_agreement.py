"""A member's grade agrees with his classification as cadre or civil servant."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Whether a reason is enough to let them differ."""

    reason_is_enough: bool = True


@facts
class Facts:
    """Whether they agree (None: no cadre or civil servant), and the reason written down."""

    civil_agrees: bool | None
    departs_reason: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when they disagree, unless a reason is given and enough."""
    if asked.civil_agrees is not False or (params.reason_is_enough and asked.departs_reason.strip()):
        return YES
    return no(
        "Mức đảng viên chưa thống nhất với kết quả phân loại cán bộ, công chức, viên chức",
        todo="Đối chiếu lại hai kết quả; nếu giữ mức này thì ghi rõ lý do.",
    )
