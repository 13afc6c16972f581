"""Which grades those present can still give, said before slips go out."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Needed, Voter
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Nothing to set: the votes needed come with the round."""


@facts
class Facts:
    """The votes each grade needs, the official members of the body, and the voters."""

    needed: tuple[Needed, ...]
    enrolled: int
    voters: tuple[Voter, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused (a rulebook may set it to warn) for grades out of reach of those present, with the votes each needs."""
    present = sum(each.present for each in asked.voters)
    lost = [each for each in asked.needed if each.votes > present]
    if not lost:
        return YES
    names = listed(f"{each.grade} cần {each.votes} phiếu" for each in lost)
    numbers: dict[str, int | str] = {each.grade: each.votes for each in asked.needed}
    return no(
        f"Có mặt {present}/{asked.enrolled} người được bỏ phiếu nên không thể đạt: {names}",
        todo="Cân nhắc chuyển sang ngày đủ người; dòng không đủ phiếu được ghi là chưa xác định.",
        present=present,
        enrolled=asked.enrolled,
        **numbers,
    )
