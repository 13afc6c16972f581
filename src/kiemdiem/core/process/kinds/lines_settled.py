"""Every point and line of a meeting is concluded or goes on elsewhere; every round is locked and announced."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """Which of the things that may be open is asked for."""

    what: Literal["points", "lines", "carried", "rounds", "announcements"]


@facts
class Facts:
    """What is open: points of business, lines, held people without a place to go next, rounds, announcements."""

    open_points: tuple[Named, ...]
    open_lines: tuple[Named, ...]
    carried: tuple[Named, ...]
    carried_to: tuple[str, ...]
    rounds_open: tuple[Named, ...]
    rounds_unannounced: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while something is open, naming each."""
    found = {
        "points": asked.open_points,
        "lines": asked.open_lines,
        "carried": tuple(each for each in asked.carried if each.key not in asked.carried_to),
        "rounds": asked.rounds_open,
        "announcements": asked.rounds_unannounced,
    }[params.what]
    if not found:
        return YES
    why, todo = SENTENCES[params.what]
    return no(f"{why}: {names_of(found)}", todo=todo, open=len(found))


SENTENCES = {
    "points": ("Còn nội dung chưa làm theo chương trình", "Làm nốt nội dung này, hoặc ghi rõ là không có."),
    "lines": ("Còn phần kiểm điểm chưa kết luận", "Kết luận, hoặc giữ lại để họp bổ sung."),
    "carried": (
        "Có người vắng hoặc được giữ lại chưa có nơi kiểm điểm tiếp",
        "Ghi cuộc họp gần nhất sẽ kiểm điểm, xếp loại những người này.",
    ),
    "rounds": ("Còn lần bỏ phiếu chưa chốt", "Chốt kết quả, hoặc ghi là vòng hủy kèm lý do."),
    "announcements": ("Có kết quả kiểm phiếu chưa công bố", "Công bố kết quả trước hội nghị rồi ghi nhận."),
}
