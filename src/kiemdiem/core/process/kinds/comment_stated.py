"""A comment of the residence or the workplace is stated about those the rule names; it holds their line only."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """Which comment, and whom the rule names: any of the traits given."""

    comment: Literal["residence", "workplace"]
    leaders: bool = False
    cell_kinds: tuple[str, ...] = ()
    lives_elsewhere_in: tuple[str, ...] = ()
    work_kinds: tuple[str, ...] = ()


@facts
class Facts:
    """Who the member is (a residence not recorded is None), and which comments have come in."""

    is_leader: bool
    cell_kind: str
    lives_in_cell: bool | None
    work_kinds: tuple[str, ...]
    residence_comment: bool
    workplace_comment: bool


def is_named(params: Params, asked: Facts) -> bool:
    """Whether the rule names this member; a residence not recorded counts as lived elsewhere until it is."""
    return (
        (params.leaders and asked.is_leader)
        or asked.cell_kind in params.cell_kinds
        or (asked.cell_kind in params.lives_elsewhere_in and asked.lives_in_cell is not True)
        or any(kind in params.work_kinds for kind in asked.work_kinds)
    )


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while the comment is owed and has not come in."""
    stated = asked.residence_comment if params.comment == "residence" else asked.workplace_comment
    if stated or not is_named(params, asked):
        return YES
    if params.comment == "residence":
        why, whom = "Chưa có ý kiến nhận xét của chi ủy (chi bộ) nơi cư trú", "chi ủy nơi cư trú"
    else:
        why, whom = "Chưa có ý kiến nhận xét của cơ quan, đơn vị nơi công tác", "cơ quan, đơn vị nơi công tác"
    return no(why, todo=f"Xin ý kiến nhận xét của {whom}, hoặc giữ lại phần của đảng viên này để họp bổ sung.")
