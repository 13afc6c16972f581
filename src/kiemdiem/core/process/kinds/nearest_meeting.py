"""Who was absent is taken at the nearest meeting at which he is present."""

from datetime import date

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named, Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, names_of, no


class Params(Frozen):
    """Nothing to set."""


@facts
class Facts:
    """The day, whom the meeting is for, who of them is present, and nearer meetings that could have taken them."""

    meeting_on: date
    about: tuple[Named, ...]
    present: tuple[str, ...]
    missed: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for those who are absent again, and when a nearer meeting was passed over."""
    absent = [each for each in asked.about if each.key not in asked.present]
    if absent:
        return no(f"Chưa có mặt: {names_of(absent)}", todo="Chuyển phần của họ sang cuộc họp sau.", absent=len(absent))
    nearer = [each for each in asked.missed if each.on < asked.meeting_on]
    if not nearer:
        return YES
    passed = listed(f"{each.name} ({calendar.printed(each.on)})" for each in nearer)
    return no(
        f"Đã có cuộc họp gần hơn mà chưa kiểm điểm, xếp loại: {passed}",
        todo="Ghi rõ lý do chưa thực hiện ở cuộc họp gần nhất.",
        nearer=len(nearer),
    )
