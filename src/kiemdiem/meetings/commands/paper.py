"""From which signed paper a meeting is keyed that already took place. Parts of other acts."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import days
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.models.paper_source import Entered


def place_source(meeting: Meeting, paper: sources.FromPaper | None, *, day: date, by: Account, at: datetime) -> None:
    """Writes into the meeting from which paper it is keyed; the scan of a paper named before is kept with it.

    Raises: Refused for a past day no paper tells of, and for a paper about a day still to come.
    """
    today, told = days.day_of(at), sources.is_recording(paper)
    if day < today and not told:
        raise refuse(
            f"Chưa ghi được: ngày {day:%d/%m/%Y} đã qua.",
            why="Cuộc họp đã diễn ra chỉ được nhập thay, theo bản giấy.",
            todo="Hãy ghi nhập thay từ bản giấy nào, ví dụ biên bản họp (có thể kèm bản chụp), hoặc chọn lại ngày.",
        )
    if day > today and told:
        raise refuse(
            f"Chưa ghi được: ngày {day:%d/%m/%Y} chưa đến.",
            why="Chưa họp thì chưa có bản giấy để nhập thay.",
            todo="Hãy để trống bản giấy, hoặc chọn lại ngày.",
        )
    before = meeting.scan
    sources.place_source(meeting, paper, by=by, at=at)
    if meeting.entered == Entered.PAPER and meeting.scan is None:
        meeting.scan = before
