"""The results leaders got elsewhere are known before their cell reviews them."""

from datetime import date

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import LeaderInCell
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no, yes_but


class Params(Frozen):
    """Whether a missing result holds the leader's line or only warns."""

    holds_line: bool = False


@facts
class Facts:
    """The day of the meeting and the leaders whose result it must know."""

    meeting_on: date
    leaders: tuple[LeaderInCell, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused (their lines) or warned while a result is not there on the day, naming each leader."""
    late = [each for each in asked.leaders if each.result_on is None or each.result_on > asked.meeting_on]
    if not late:
        return YES
    names = "; ".join(each.name for each in late)
    why = f"Chưa có kết quả kiểm điểm ở nơi giữ chức vụ của {len(late)} người: {names}"
    if params.holds_line:
        return no(why, todo="Giữ lại phần của những người này đến khi có kết quả, rồi họp bổ sung.", waiting=len(late))
    return yes_but(f"{why}; phần của họ được hoàn thiện khi có kết quả.", waiting=len(late))
