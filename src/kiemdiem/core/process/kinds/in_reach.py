"""Which grades those present can still give, said before slips go out."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Voter
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no
from kiemdiem.core.process.votes import Fraction, needs


class Threshold(Frozen):
    """One grade and the fraction its votes must exceed, as two whole numbers."""

    grade: str
    part: int
    of: int


class Params(Frozen):
    """The grades and fractions, and whether the enrolled or the present are counted against."""

    thresholds: tuple[Threshold, ...]
    denominator: str = "enrolled"


@facts
class Facts:
    """Official members enrolled, and the voters (those present are counted)."""

    enrolled: int
    voters: tuple[Voter, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused (mostly set to warn) for grades out of reach, with the votes each needs."""
    present = sum(each.present for each in asked.voters)
    whole = present if params.denominator == "present" else asked.enrolled
    fractions = tuple((each.grade, Fraction(each.part, each.of)) for each in params.thresholds)
    found = needs(fractions, denominator=whole, present=present)
    numbers: dict[str, int | str] = {each.grade: each.votes for each in found}
    lost = [each for each in found if not each.in_reach]
    if not lost:
        return YES
    names = listed(f"{each.grade} cần {each.votes} phiếu" for each in lost)
    return no(
        f"Có mặt {present}/{asked.enrolled} người được bỏ phiếu nên không thể đạt: {names}",
        todo="Cân nhắc chuyển sang ngày đủ người; kết quả không đạt được ghi là chưa xác định.",
        present=present,
        enrolled=asked.enrolled,
        **numbers,
    )
