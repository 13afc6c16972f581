"""What must come first has been done."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """What must be done first, and what to do when it is not."""

    needs: tuple[Wanted, ...]
    todo: Text


@facts
class Facts:
    """What is done, by key."""

    done: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while something is not done, naming each."""
    missing = [each.name for each in params.needs if each.key not in asked.done]
    if not missing:
        return YES
    return no(f"Chưa xong việc phải làm trước: {listed(missing)}", todo=params.todo, missing=len(missing))
