"""A dossier holds every paper it owes."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Paper
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set: what is owed comes with the facts."""


@facts
class Facts:
    """The papers owed and those received."""

    owed: tuple[Paper, ...]
    received: tuple[Paper, ...]


def missing_papers(owed: tuple[Paper, ...], received: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """The papers owed and not received, in the order owed; one to be confirmed counts only once confirmed."""
    got = {(each.item, each.subject): each.confirmed for each in received}
    return tuple(
        each
        for each in owed
        if (each.item, each.subject) not in got or (each.confirmed and not got[each.item, each.subject])
    )


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while a paper is missing or not confirmed, naming each."""
    missing = missing_papers(asked.owed, asked.received)
    if not missing:
        return YES
    return no(
        f"Hồ sơ còn thiếu {len(missing)}/{len(asked.owed)} giấy tờ: {listed(each.name for each in missing)}",
        todo="Nhận phần đã có, in giấy biên nhận ghi rõ phần còn thiếu và hạn nộp.",
        missing=len(missing),
        owed=len(asked.owed),
    )
