"""From which paper something is keyed: named, perhaps scanned; only from one may a past day be written down."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import BinaryIO

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.files import commands as files
from kiemdiem.org.days import day_of
from kiemdiem.reviews.models.paper_source import Entered, PaperSource


@dataclass(frozen=True)
class Scan:
    """A scan as it was handed in: the file's name and its bytes."""

    name: str
    content: BinaryIO | bytes


@dataclass(frozen=True)
class FromPaper:
    """The signed paper something is keyed from: what it is, its scan, and whether every section stands on it."""

    paper: str
    is_whole: bool = False
    scan: Scan | None = None

    @property
    def is_named(self) -> bool:
        """The paper is told."""
        return bool(self.paper.strip())


def is_recording(paper: FromPaper | None) -> bool:
    """Whether something is written down that already happened on paper: a past day alone never says so."""
    return paper is not None and paper.is_named


def read_once(paper: FromPaper | None) -> FromPaper | None:
    """The paper with its scan as bytes, so that it can be kept with more than one record."""
    if paper is None or paper.scan is None or isinstance(paper.scan.content, bytes):
        return paper
    return replace(paper, scan=Scan(paper.scan.name, paper.scan.content.read()))


def place_source(record: PaperSource, paper: FromPaper | None, *, by: Account, at: datetime) -> None:
    """Writes into the record by which way it came in; the scan is checked and kept within the act.

    Raises: Refused for a scan without the paper's name, and for a file that is not what it says.
    """
    named = paper is not None and paper.is_named
    scan = paper.scan if paper else None
    if scan is not None and not named:
        raise refuse("Chưa ghi được: có bản chụp mà chưa ghi bản giấy nào.", todo="Hãy ghi nhập từ bản giấy nào.")
    record.entered = Entered.PAPER if named else Entered.TYPED
    record.paper = paper.paper.strip() if paper else ""
    record.scan = files.keep_file(scan.content, name=scan.name, by=by, at=at) if scan else None


def must_be_told(day: date, *, paper: FromPaper | None, at: datetime) -> None:
    """Nothing, when the day is today's, or a past one told by a named paper.

    Raises: Refused for a day to come, and for a past day that no paper tells.
    """
    today = day_of(at)
    if day > today:
        raise refuse("Chưa ghi được: ngày này chưa đến.", todo="Hãy nhập ngày trên thực tế.")
    if day < today and not is_recording(paper):
        raise refuse(
            f"Chưa ghi được: ngày {day:%d/%m/%Y} đã qua.",
            why="Việc đã làm trước hôm nay chỉ được ghi lại theo bản giấy.",
            todo="Hãy ghi nhập thay từ bản giấy nào (có thể kèm bản chụp), hoặc ghi theo ngày hôm nay.",
        )
