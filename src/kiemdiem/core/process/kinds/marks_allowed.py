"""Votes are counted only for the grades open in the round; another mark voids its line."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Count
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The grades open on the slip and the counts made."""

    slip_options: tuple[str, ...]
    first: Count
    second: Count | None


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while votes stand at another grade."""
    counts = [asked.first] + ([asked.second] if asked.second else [])
    wrong = sorted(
        {
            grade
            for count in counts
            for line in count.lines
            for grade, number in line.votes.items()
            if number and grade not in asked.slip_options
        }
    )
    if not wrong:
        return YES
    return no(
        f"Có phiếu đếm cho mức không bỏ phiếu ở lần này: {listed(wrong)}",
        todo="Đánh dấu ở mức khác làm dòng đó không hợp lệ: chuyển số này sang cột “dòng không hợp lệ”.",
        grades=listed(wrong),
    )
