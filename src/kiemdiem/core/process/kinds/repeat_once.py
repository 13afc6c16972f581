"""A vote that gave nobody a grade is repeated so many times in one meeting, and only on those lines."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, names_of, no


class Params(Frozen):
    """What the reading makes of a line without a majority: repeat so often, or settle it otherwise."""

    without_majority: Literal["repeat", "settled_by_count"] = "repeat"
    times: int = 1


@facts
class Facts:
    """How often it was repeated, the lines without a result, and those chosen for the repeat."""

    repeats: int
    undecided: tuple[Named, ...]
    chosen: tuple[Named, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused once the repeats are used up, and for lines that have a result."""
    if params.without_majority == "settled_by_count":
        return no("Cách hiểu đã chọn xác định kết quả từ số phiếu, không bỏ phiếu lại", todo="Dùng kết quả đã kiểm.")
    if asked.repeats >= params.times:
        return no(
            f"Đã bỏ phiếu lại {asked.repeats} lần trong cuộc họp này",
            todo="Ghi là chưa xác định và báo cáo cấp có thẩm quyền.",
            repeats=asked.repeats,
            times=params.times,
        )
    open_keys = {each.key for each in asked.undecided}
    settled = [each for each in asked.chosen if each.key not in open_keys]
    if settled:
        return no(f"Đã có kết quả: {names_of(settled)}", todo="Chỉ bỏ phiếu lại đối với dòng chưa có kết quả.")
    return YES
