"""Cadres and civil servants are graded by their agency before the cell grades them as members."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """Those whose grade as cadre or civil servant has not come in."""

    civil_grades_missing: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while somebody's grade is missing, naming each."""
    missing = asked.civil_grades_missing
    if not missing:
        return YES
    return no(
        f"Chưa có kết quả phân loại cán bộ, công chức, viên chức của {len(missing)} người: {names_of(missing)}",
        todo="Nhập kết quả do cơ quan gửi, hoặc giữ lại phần xếp loại của những người này.",
        missing=len(missing),
    )
