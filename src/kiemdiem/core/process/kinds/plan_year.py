"""No day of the plan lies in another year; one that was misprinted is put right and stays visible."""

from kiemdiem.core import calendar
from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Planned
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no, yes_but


class Params(Frozen):
    """Nothing to set: which day a misprint is read as comes with the plan."""


@facts
class Facts:
    """The year, the day the plan is passed, and its meetings."""

    year: int
    meetings: tuple[Planned, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for a day outside the year; a corrected misprint is allowed and printed as an erratum."""
    wrong = [f"{each.name} ({calendar.printed(each.on)})" for each in asked.meetings if each.on.year != asked.year]
    if wrong:
        return no(
            f"Ngày ngoài năm {asked.year}: {listed(wrong)}",
            todo="Sửa năm, hoặc chọn cách hiểu “đính chính năm in nhầm”.",
            wrong=len(wrong),
            year=asked.year,
        )
    errata = [
        f"{each.name}: bản in ghi {calendar.printed(each.printed_on)}, hiểu là {calendar.printed(each.on)}"
        for each in asked.meetings
        if each.printed_on and each.printed_on != each.on
    ]
    return yes_but(f"Đính chính: {listed(errata)}.", errata=len(errata)) if errata else YES
