"""Every unit that owes a meeting has exactly one on the plan."""

from collections import Counter

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named, Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, names_of, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The units that owe a meeting, and the meetings."""

    owed_units: tuple[Named, ...]
    meetings: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for a unit without a meeting or with two, naming each."""
    planned = Counter(each.unit for each in asked.meetings)
    without = [each for each in asked.owed_units if planned[each.key] == 0]
    twice = [each for each in asked.owed_units if planned[each.key] > 1]
    if not without and not twice:
        return YES
    parts = [f"chưa có ngày họp: {names_of(without)}"] if without else []
    parts += [f"có hơn một ngày họp: {names_of(twice)}"] if twice else []
    return no(
        f"Lịch họp chưa đúng: {listed(parts)}",
        todo="Mỗi chi bộ có đúng một ngày họp trong kế hoạch.",
        without=len(without),
        twice=len(twice),
        owed=len(asked.owed_units),
    )
