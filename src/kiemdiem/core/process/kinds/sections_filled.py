"""The sections a paper must have are not empty."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.kinds.wanted import Wanted
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Sections owed by the rule itself, beside those of the form's content."""

    sections: tuple[Wanted, ...] = ()
    with_content: bool = False


@facts
class Facts:
    """Sections owed by the content set, and the keys of those that have text."""

    owed: tuple[Named, ...]
    filled: tuple[str, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while a section is empty, naming each."""
    owed = [(each.key, each.name) for each in params.sections]
    owed += [(each.key, each.name) for each in asked.owed] if params.with_content else []
    empty = [name for key, name in owed if key not in asked.filled]
    if not empty:
        return YES
    return no(
        f"Còn {len(empty)} phần chưa viết: {listed(empty)}",
        todo="Viết đủ các phần còn trống; nếu không có nội dung thì ghi rõ là không có.",
        empty=len(empty),
        owed=len(owed),
    )
