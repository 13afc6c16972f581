"""Which comments are owed about a member before his review is concluded, and by which rows."""

from dataclasses import dataclass
from typing import Literal

from kiemdiem.core.law.sections.proceedings import Process
from kiemdiem.core.process.kinds import comment_stated

KIND = "comment_stated"


@dataclass(frozen=True)
class CommentOwed:
    """One comment owed, and the rows that ask for it."""

    comment: Literal["residence", "workplace"]
    rows: tuple[str, ...]
    clause: str


def comments_owed(
    process: Process,
    *,
    is_leader: bool,
    cell_kind: str,
    lives_in_cell: bool | None,
    work_kinds: tuple[str, ...] = (),
) -> tuple[CommentOwed, ...]:
    """The comments the rules ask for about such a member, each once, with every row that asks for it."""
    asked = comment_stated.Facts(
        is_leader=is_leader,
        cell_kind=cell_kind,
        lives_in_cell=lives_in_cell,
        work_kinds=work_kinds,
        residence_comment=False,
        workplace_comment=False,
    )
    found: dict[Literal["residence", "workplace"], CommentOwed] = {}
    for gate in process.gates:
        if gate.kind != KIND:
            continue
        params = comment_stated.Params.model_validate(gate.params)
        if comment_stated.is_named(params, asked):
            before = found.get(params.comment)
            rows = (*before.rows, *gate.rows) if before else gate.rows
            found[params.comment] = CommentOwed(params.comment, rows, gate.clause)
    return tuple(found.values())
