"""Nothing the operator must settle first is left open."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Which of the two is asked for."""

    what: Literal["readings", "gaps"]


@facts
class Facts:
    """Readings not signed, and gaps neither filled nor waived."""

    unsigned_readings: tuple[Named, ...]
    open_gaps: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while something is open, naming each."""
    if params.what == "readings":
        found, why, todo = asked.unsigned_readings, "Cách hiểu chưa được ký", "Chọn cách hiểu và ký xác nhận."
    else:
        found, why, todo = (
            asked.open_gaps,
            "Nội dung dẫn chiếu còn thiếu",
            "Bổ sung, hoặc ghi là không áp dụng.",
        )
    if not found:
        return YES
    return no(f"{why}: {names_of(found)}", todo=todo, open=len(found))
