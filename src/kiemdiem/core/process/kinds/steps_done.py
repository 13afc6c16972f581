"""Every step before the conclusion has been taken."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """The key of the concluding step, which is being taken now."""

    last_steps: tuple[str, ...]


@facts
class Facts:
    """The steps of the method in order, and those done."""

    owed_steps: tuple[Named, ...]
    done_steps: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while a step is missing, naming each."""
    missing = [each for each in asked.owed_steps if each.key not in (*asked.done_steps, *params.last_steps)]
    if not missing:
        return YES
    return no(
        f"Còn bước chưa thực hiện: {names_of(missing)}",
        todo="Thực hiện đủ các bước rồi kết luận; người chưa xong thì giữ lại để họp bổ sung.",
        missing=len(missing),
    )
