"""Slips go to people who are in the room."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Voter
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """Everybody a slip is meant for."""

    voters: tuple[Voter, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused when nobody is there, or a slip is meant for somebody absent."""
    absent = [each for each in asked.voters if not each.present]
    if absent:
        return no(
            f"Có {len(absent)} người vắng mặt trong danh sách phát phiếu: {listed(each.name for each in absent)}",
            todo="Chỉ phát phiếu cho người có mặt.",
            absent=len(absent),
        )
    if not asked.voters:
        return no("Không có ai có mặt được bỏ phiếu", todo="Điểm danh lại, hoặc chuyển sang cuộc họp sau.")
    return YES
