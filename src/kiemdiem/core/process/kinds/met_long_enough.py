"""A body has met as long as its review must last, all its sessions together."""

from typing import Annotated, Literal

from pydantic import Field

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no

MINUTES = 240


class Params(Frozen):
    """How long in half days, by the clock or by the number of sessions; `exactly`: no longer either.

    `longest`: how long at most, where that is longer than it must last.
    Units: a half day is one session, or four hours.
    """

    half_days: Annotated[int, Field(ge=1)]
    longest: Annotated[int, Field(ge=1)] | None = None
    counts: Literal["hours", "sessions"] = "hours"
    exactly: bool = False


@facts
class Facts:
    """How long the body met, all its sessions together; minutes are None while a session lacks an hour."""

    minutes_met: int | None
    sessions_met: int


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while the body met less than it must, or for longer where the length is fixed."""
    met, each, unit = asked.sessions_met, 1, "buổi"
    if params.counts == "hours":
        if asked.minutes_met is None:
            return no("Chưa rõ cuộc họp dài bao lâu", todo="Ghi giờ bắt đầu, giờ kết thúc của từng buổi họp.")
        met, each, unit = asked.minutes_met, MINUTES, "phút"
    wanted = params.half_days * each
    figures = {"met": met, "wanted": wanted}
    if met < wanted:
        return no(
            f"Mới họp {met} {unit}, phải họp ít nhất {wanted} {unit}",
            todo="Tạm dừng rồi họp tiếp buổi khác, hoặc ghi đủ các buổi đã họp.",
            **figures,
        )
    longest = params.longest * each if params.longest else wanted if params.exactly else met
    if met > longest:
        return no(
            f"Đã họp {met} {unit}, thời gian quy định là {longest} {unit}", todo="Xem lại giờ họp đã ghi.", **figures
        )
    return YES
