"""Everybody on the register on any day of the season ended in exactly one place."""

from collections import Counter

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, names_of, no


class Params(Frozen):
    """Whether somebody may still be pending."""

    pending_allowed: bool = False


@facts
class Facts:
    """The register and the four places: graded, not graded, pending, left."""

    register: tuple[Named, ...]
    graded: tuple[str, ...]
    not_graded: tuple[str, ...]
    pending: tuple[str, ...]
    left: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while somebody is nowhere, twice, unknown or pending, naming each."""
    places = Counter((*asked.graded, *asked.not_graded, *asked.pending, *asked.left))
    nowhere = [each for each in asked.register if places[each.key] == 0]
    twice = [each for each in asked.register if places[each.key] > 1]
    unknown = sorted(places.keys() - {each.key for each in asked.register})
    pending = [each for each in asked.register if each.key in asked.pending] if not params.pending_allowed else []
    found = (
        (f"chưa rõ kết quả: {names_of(nowhere)}", nowhere),
        (f"ghi ở hai nơi: {names_of(twice)}", twice),
        (f"không có trong danh sách đảng viên: {listed(unknown)}", unknown),
        (f"còn chờ: {names_of(pending)}", pending),
    )
    wrong = [sentence for sentence, people in found if people]
    if not wrong:
        return YES
    return no(
        f"Đối chiếu đảng viên chưa khớp: {listed(wrong)}",
        todo="Ghi mỗi người vào đúng một diện: đã xếp loại, không xếp loại, đã chuyển đi; còn chờ thì họp bổ sung.",
        register=len(asked.register),
        nowhere=len(nowhere),
        twice=len(twice),
        pending=len(pending),
    )
