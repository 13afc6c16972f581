"""What can be printed at once for an organisation at each stage: the papers of a stage, or why not yet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from django.db.models import QuerySet

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.proceedings import Sitting
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.journal import commands as journal
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Unit
from kiemdiem.papers import commands, gathering, sat
from kiemdiem.papers.commands import Order, Part
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.models import Paper
from kiemdiem.reviews import queries as reviews

CELL, BODY = "cell", "party_body"
MEETING_PACK, NOTICE_PACK = "cell_meeting", "result_notices"


@dataclass(frozen=True)
class Asked:
    """Whose papers, of which season, on which day."""

    season: Season
    unit: Unit
    on: date


class Writing(Protocol):
    """What writes the papers of a stage."""

    def __call__(self, asked: Asked, /, *, by: Account, at: datetime) -> list[Paper]:
        """The papers, all of them or none."""


@dataclass(frozen=True)
class Batch:
    """The papers of one stage: what they are, why they cannot be printed yet (empty when they can), and the writing.

    `is_long`: so many papers that a worker writes them while the reader goes on; `for_committee`: they go out in the
    committee's name, so that only its own office writes them.
    """

    word: str
    title: str
    hint: str
    why_not: Callable[[Asked], str]
    write: Writing
    is_long: bool = False
    for_committee: bool = False

    def signer(self, asked: Asked) -> Unit:
        """The organisation in whose name the papers go out; whoever writes for it may print them."""
        return asked.season.unit if self.for_committee else asked.unit


def batches_of(asked: Asked) -> list[Batch]:
    """The batches an organisation of its kind has, in the order of the season."""
    frozen = cycles.season_unit(asked.season, asked.unit)
    kind = frozen.kind if frozen else ""
    if kind == CELL:
        return [PACK, REQUESTS, AFTER_MEETING, NOTICES]
    if kind == BODY:
        return [PLAN, TABLES, DECISIONS]
    sat_here = [batch for each in meetings.sittings_by(asked.season, asked.unit) for batch in of_sitting(each)]
    return [*([AFTER_MEETING] if not sat_here or reviews_of(asked).exists() else []), *sat_here]


def of_sitting(sitting: Sitting) -> list[Batch]:
    """The papers carried into a sitting that reviews nobody, and those it leaves."""
    kind, title = sitting.kind, sitting.title

    def ahead(asked: Asked) -> Meeting | None:
        return sat.ahead(asked.season, asked.unit, kind=kind)

    def behind(asked: Asked) -> Meeting | None:
        return sat.behind(asked.season, asked.unit, kind=kind)

    return [
        Batch(
            f"truoc-{kind}", f"Bộ giấy: {title}",
            "Giấy mời có số, chương trình, điểm danh, phiếu chấm điểm (khi có), biên bản trống",
            lambda asked: "" if ahead(asked) else "Cuộc họp chưa được ấn định, hoặc đã họp xong.",
            lambda asked, *, by, at: sat.write_before(_known(ahead(asked)), on=asked.on, by=by, at=at),
            for_committee=True,
        ),
        Batch(
            f"sau-{kind}", f"Giấy tờ sau cuộc họp: {title}", "Chương trình, điểm danh, kết quả chấm điểm, biên bản",
            lambda asked: "" if behind(asked) else "Cuộc họp này chưa họp xong.",
            lambda asked, *, by, at: sat.write_after(_known(behind(asked)), by=by, at=at),
            for_committee=True,
        ),
    ]  # fmt: skip


def _known(meeting: Meeting | None) -> Meeting:
    assert meeting is not None
    return meeting


def batch_of(asked: Asked, word: str) -> Batch:
    """The batch of that word, when the organisation has it and it can be printed.

    Raises: Refused otherwise, with what is missing.
    """
    found = next((batch for batch in batches_of(asked) if batch.word == word), None)
    if found is None:
        raise refuse("Chưa in được: đơn vị này không có bộ giấy đó.", todo="Chọn bộ giấy trong danh sách.")
    if why := found.why_not(asked):
        raise refuse(f"Chưa in được: {found.title}.", why=why, todo="In lại khi việc trước đó đã xong.")
    return found


def reviews_of(asked: Asked) -> QuerySet[Meeting]:
    """The meetings at which the unit reviews."""
    return Meeting.objects.filter(season=asked.season, unit=asked.unit, kind=meetings.REVIEW)


def meeting_ahead(asked: Asked) -> Meeting | None:
    """The unit's meeting that is fixed and not over."""
    over = (Meeting.State.CLOSED, Meeting.State.MOVED)
    found = reviews_of(asked).exclude(state__in=over)
    return found.select_related("season", "unit", "chair", "secretary").order_by("-pk").first()


def meeting_behind(asked: Asked) -> Meeting | None:
    """The unit's last meeting that is over."""
    return reviews_of(asked).filter(state=Meeting.State.CLOSED).order_by("-held_on", "-pk").first()


def meeting_now(asked: Asked) -> Meeting | None:
    """The unit's meeting of any kind that is fixed and not over, the next one first; without one, its last."""
    found = Meeting.objects.filter(season=asked.season, unit=asked.unit).exclude(state=Meeting.State.MOVED)
    open_ones = found.exclude(state=Meeting.State.CLOSED).order_by("planned_on", "pk")
    return open_ones.first() or found.order_by("-held_on", "-pk").first()


def write_meeting_pack(asked: Asked, *, by: Account, at: datetime) -> list[Paper]:
    """The whole print-out of the cell's next meeting, one PDF."""
    meeting = meeting_ahead(asked)
    assert meeting is not None
    frame = Frame(asked.season, asked.on)
    parts, cover = gathering.parts_of_cell(frame, meeting), gathering.cover_values(frame, meeting)
    return [
        commands.write_pack(
            asked.season, MEETING_PACK, parts=parts, cover=cover, unit=asked.unit, on=asked.on, by=by, at=at
        )
    ]


def write_notices(asked: Asked, *, by: Account, at: datetime) -> list[Paper]:
    """The notice of each member with its number, and all of them with the list they sign as one PDF; all or none."""
    season = asked.season
    orders = gathering.orders_of_notices(season, asked.unit, on=asked.on)
    about = f"unit:{asked.unit.key}"
    with journal.act("papers.write_notices", by=by, at=at, about=about, season=season.key):
        papers = commands.write_papers(season, orders, by=by, at=at)
        parts = [
            Part(order.form_key, {**order.values, "number": paper.number} if paper.number else order.values)
            for order, paper in zip(orders, papers, strict=True)
        ]
        stack = commands.write_pack(
            season, NOTICE_PACK, parts=parts, cover={}, unit=asked.unit, on=asked.on, by=by, at=at
        )
    return [*papers, stack]


def write_after_meeting(asked: Asked, *, by: Account, at: datetime) -> list[Paper]:
    """Every paper of the unit's last meeting, dated the day it was held."""
    meeting = meeting_behind(asked)
    assert meeting is not None and meeting.held_on is not None
    frozen = cycles.season_unit(asked.season, asked.unit)
    gather = gathering.orders_of_cell if frozen and frozen.kind == CELL else gathering.orders_of_body
    return _written(asked, gather(asked.season, asked.unit, on=meeting.held_on), by=by, at=at)


def _written(asked: Asked, orders: list[Order], *, by: Account, at: datetime) -> list[Paper]:
    draft = asked.season.state == Season.State.DRAFT
    return commands.write_papers(asked.season, [replace(order, draft=draft) for order in orders], by=by, at=at)


def _no_verdict(asked: Asked) -> str:
    has = Verdict.objects.filter(season=asked.season, is_current=True).exists()
    return "" if has else "Chưa có kết quả nào được xét."


def _no_decision(asked: Asked) -> str:
    has = Decision.objects.filter(season=asked.season, is_current=True).exists()
    return "" if has else "Chưa có quyết định nào được ghi."


def _nobody_decided(asked: Asked) -> str:
    members = cycles.members_of(asked.season, asked.unit)
    has = Decision.objects.filter(subject__in=members, is_current=True).exists()
    return "" if has else "Cấp có thẩm quyền chưa quyết định kết quả của đảng viên chi bộ này."


def _not_asked(asked: Asked) -> str:
    people = [each.person_id for each in cycles.members_of(asked.season, asked.unit)]
    return "" if reviews.comments_of(asked.season, people=people) else "Chưa ghi việc lấy nhận xét nào."


PACK = Batch(
    "bo-giay-hop", "Bộ giấy họp", "Chương trình, điểm danh, phiếu các vòng, phiếu kiểm, biên bản trống, thẻ số phiếu",
    lambda asked: "" if meeting_ahead(asked) else "Cuộc họp chưa được ấn định, hoặc đã họp xong.", write_meeting_pack,
)  # fmt: skip
REQUESTS = Batch(
    "phieu-lay-nhan-xet", "Phiếu lấy nhận xét nơi cư trú, nơi công tác", "Mỗi đảng viên được lấy nhận xét một phiếu",
    _not_asked,
    lambda a, *, by, at: _written(a, gathering.orders_of_requests(a.season, a.unit, on=a.on), by=by, at=at),
    is_long=True,
)  # fmt: skip
AFTER_MEETING = Batch(
    "sau-hop", "Giấy tờ sau cuộc họp", "Bản kiểm điểm để ký, biên bản họp, biên bản kiểm phiếu, báo cáo kết quả",
    lambda asked: "" if meeting_behind(asked) else "Đơn vị chưa họp xong.", write_after_meeting, is_long=True,
)  # fmt: skip
NOTICES = Batch(
    "thong-bao", "Thông báo kết quả, kèm danh sách ký nhận", "Mỗi đảng viên một bản; một tệp để in cả chi bộ",
    _nobody_decided, write_notices, is_long=True, for_committee=True,
)  # fmt: skip
PLAN = Batch(
    "ke-hoach", "Kế hoạch", "Kế hoạch như đã thông qua",
    lambda asked: "" if asked.season.plan.passed_on else "Kế hoạch chưa được thông qua.",
    lambda a, *, by, at: _written(a, gathering.orders_of_plan(a.season, on=a.on), by=by, at=at),
)  # fmt: skip
TABLES = Batch(
    "bang-tong-hop", "Bảng tổng hợp đảng viên và chi bộ", "Hai bảng, kèm tệp Excel có công thức tính tổng và tỷ lệ",
    _no_verdict, lambda a, *, by, at: _written(a, gathering.orders_of_tables(a.season, on=a.on), by=by, at=at),
)  # fmt: skip
DECISIONS = Batch(
    "quyet-dinh", "Quyết định công nhận", "Mỗi loại đối tượng một quyết định kèm danh sách",
    _no_decision, lambda a, *, by, at: _written(a, gathering.orders_of_decisions(a.season, on=a.on), by=by, at=at),
)  # fmt: skip
