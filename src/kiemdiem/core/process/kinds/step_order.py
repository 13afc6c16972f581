"""The steps of a method are gone through in their order."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Nothing to set: the steps come with the facts."""


@facts
class Facts:
    """The step to take, the steps of the method in order, and those done."""

    step: str
    owed_steps: tuple[Named, ...]
    done_steps: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while an earlier step is not done, naming each, and for a step the method does not have."""
    keys = [each.key for each in asked.owed_steps]
    if asked.step not in keys:
        return no(
            "Phương pháp kiểm điểm này không có bước đó", todo=f"Chọn một trong các bước: {names_of(asked.owed_steps)}."
        )
    earlier = asked.owed_steps[: keys.index(asked.step)]
    skipped = [each for each in earlier if each.key not in asked.done_steps]
    if not skipped:
        return YES
    return no(
        f"Bước trước chưa xong: {names_of(skipped)}",
        todo=f"Thực hiện bước “{skipped[0].name}” trước.",
        step=keys.index(asked.step) + 1,
        skipped=len(skipped),
    )
