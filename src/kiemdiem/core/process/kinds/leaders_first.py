"""Those who go first in a meeting have been reviewed before the rest."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Nothing to set: who goes first comes with the facts."""


@facts
class Facts:
    """Who should have been reviewed before and has not."""

    others_before: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while somebody who goes first is still to be reviewed, naming each."""
    waiting = asked.others_before
    if not waiting:
        return YES
    return no(
        f"Còn {len(waiting)} người phải kiểm điểm trước: {names_of(waiting)}",
        todo="Kiểm điểm những người này trước, hoặc giữ lại phần của họ để họp bổ sung.",
        waiting=len(waiting),
    )
