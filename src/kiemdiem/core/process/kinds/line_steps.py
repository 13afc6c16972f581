"""What must be gone through about somebody before slips on him go out has been gone through."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import SlipLine
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """The steps of the review that come before the slips."""

    steps: tuple[Wanted, ...]


@facts
class Facts:
    """The subjects on the slips."""

    lines: tuple[SlipLine, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for subjects about whom a step was left out, naming each."""
    wanted = {each.key for each in params.steps}
    waiting = [each.name for each in asked.lines if not wanted <= set(each.done_steps)]
    if not waiting:
        return YES
    return no(
        f"Chưa {listed([each.name for each in params.steps])}: {listed(waiting)}",
        todo="Làm bước này và ghi vào biên bản trước khi phát phiếu, hoặc giữ lại các dòng này.",
        waiting=len(waiting),
    )
