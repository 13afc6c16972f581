"""One meeting: how far it has come, whom it reviews, what can be done now and what not yet."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.meetings import access, queries
from kiemdiem.meetings.models import Meeting, OrderMark, ReviewLine
from kiemdiem.meetings.pages import season as shared
from kiemdiem.meetings.pages.meeting_act import WAYS
from kiemdiem.org import access as org_access
from kiemdiem.org import days as org_days
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Figure, Step, Table, TableCell

LINE_TONES = {"waiting": "quiet", "done": "good", "held": "warn", "absent": "warn"}


@login_required
@require_safe
def meeting(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever has a reading role over the unit."""
    shown = queries.meeting(key)
    at = shared.moment_in(shown.season)
    access.must_let(request.user, act="meetings.see", unit=shown.unit, at=at)
    return replies.show(
        request,
        "meetings/meeting.html",
        frame=shared.frame_of(shown.season),
        crumbs=shared.way_to(shown),
        meeting=shown,
        steps=steps_of(shown, request.user),
        business=business_of(shown, request.user),
        sees_votes=may(request.user, "meetings.see_votes", shown),
        figures=figures_of(shown),
        lines=lines_table(shown),
        expected=[] if shown.held_on else queries.expected_lines(shown),
        ways=ways_of(shown, request.user),
        marks=marked(shown.marks.select_related("line", "accepting_unit").order_by("id"), by=request.user, at=at),
        moves=shown.moves.order_by("id"),
        votes=shown.votes.order_by("id"),
        supplements=shown.supplements.order_by("id"),
    )


def ways_of(meeting: Meeting, by: object) -> list[tuple[str, str]]:
    """What the reader may do with the meeting as it stands now."""
    return [
        (way.title, reverse("meetings:meeting_act", args=[meeting.key, slug]))
        for slug, way in WAYS.items()
        if way.stands(meeting) and may(by, way.act, meeting)
    ]


def marked(marks: Iterable[OrderMark], *, by: object, at: datetime) -> list[tuple[OrderMark, str]]:
    """The marks, each with the way to answer it for those who may, empty once it is answered."""
    act = "meetings.answer_mark"
    found = []
    for mark in marks:
        is_open = mark.answer == OrderMark.Answer.OPEN
        unit, day = mark.accepting_unit, org_days.day_of(at)
        may_answer = is_open and org_access.holds(by, access.ACTS[act], unit=unit, on=day, act=act)
        found.append((mark, reverse("meetings:answer_mark", args=[mark.meeting.key, mark.pk]) if may_answer else ""))
    return found


def may(by: object, act: str, meeting: Meeting) -> bool:
    """Whether the reader may do the act for the meeting's unit on the season's day."""
    day = shared.today_in(meeting.season)
    return org_access.holds(by, access.ACTS[act], unit=meeting.unit, on=day, act=act)


def steps_of(meeting: Meeting, by: object) -> list[Step]:
    """The way of a meeting from its roll to its signatures, with the reason why a step cannot be taken yet."""
    acts = {"roll": "meetings.take_roll", "open_meeting": "meetings.open_meeting", "minutes": "meetings.see"}
    here = {
        name: reverse(f"meetings:{name}", args=[meeting.key]) if may(by, act, meeting) else ""
        for name, act in acts.items()
    }
    roll = queries.roll_of(meeting)
    called = bool(roll) and all(each.present is not None for each in roll)
    lines = queries.lines_of(meeting)
    waiting = [line for line in lines if line.state == ReviewLine.State.WAITING]
    opened, closed = meeting.opened_at is not None, meeting.state == Meeting.State.CLOSED
    signed = meeting.signatures.count() == 2
    first = Step("Danh sách dự họp, điểm danh", "done" if called else "current", url=here["roll"])
    second = Step(
        "Khai mạc", _state(opened, ready=called), done_on=meeting.held_on,
        url=here["open_meeting"] if called and not opened else "",
        why="" if called or opened else "Điểm danh xong mới khai mạc.",
    )  # fmt: skip
    third = _work(meeting, waiting=len(waiting), of=len(lines))
    voting = [vote.title for vote in meeting.votes.filter(is_announced=False)]
    ready = opened and not (waiting or voting or queries.open_points(meeting))
    fifth = Step("Kết thúc cuộc họp", _state(closed, ready=ready), why="" if closed or ready else CLOSE_FIRST)
    last = Step("Biên bản có hai chữ ký", _state(signed, ready=closed), url=here["minutes"] if opened else "")
    return [first, second, third, _voting(meeting, voting), fifth, last]


def _work(meeting: Meeting, *, waiting: int, of: int) -> Step:
    """What the meeting is for, as one step: the reviews, or the points of a sitting's business."""
    opened, title, left = meeting.opened_at is not None, "Kiểm điểm từng phần", "phần chưa kết luận"
    points = queries.points_of(meeting)
    if meeting.kind != queries.REVIEW:
        title, left = "Làm các nội dung của chương trình", "nội dung chưa làm"
        waiting, of = len(queries.open_points(meeting)), len(points)
    note = f"Còn {waiting}/{of} {left}." if opened and waiting else ""
    return Step(title, _state(opened and not waiting, ready=opened), note=note)


def business_of(meeting: Meeting, by: object) -> list[Step]:
    """The points of a sitting's business in their order; the first one not done leads to its page."""
    found, current = [], meeting.state == Meeting.State.OPEN
    keeps = may(by, "meetings.complete_step", meeting)
    for each in queries.points_of(meeting):
        state = "done" if each.done_at else "current" if current else "waiting"
        url = reverse("meetings:point", args=[meeting.key, each.pk]) if state == "current" and keeps else ""
        current = current and each.done_at is not None
        found.append(Step(each.title, state, note=each.clause, url=url))
    return found


CLOSE_FIRST = "Kết luận hoặc tạm giữ mọi phần, công bố mọi kết quả bỏ phiếu trước khi kết thúc."


def _voting(meeting: Meeting, waiting: list[str]) -> Step:
    """The rounds of the meeting as one step; those not yet announced are named."""
    note = f"Chưa công bố: {'; '.join(waiting)}." if waiting else ""
    held = meeting.votes.exists()
    state = "current" if waiting else "done" if held else "waiting"
    if not held and meeting.state == Meeting.State.CLOSED:
        state = "skipped"
    return Step("Bỏ phiếu, kiểm phiếu", state, note=note)


def _state(is_done: bool, *, ready: bool) -> str:
    return "done" if is_done else "current" if ready else "waiting"


def figures_of(meeting: Meeting) -> list[Figure]:
    """The head count of the roll."""
    count = queries.head_count(meeting)
    if not count.convened:
        return []
    return [
        Figure(f"{count.present}/{count.convened}", "người có quyền bỏ phiếu có mặt"),
        Figure(f"{count.attendees_present}/{count.attendees}", "người dự không bỏ phiếu"),
        Figure(str(count.guests_present), "đại biểu mời"),
    ]


def lines_table(meeting: Meeting) -> Table:
    """Whom the meeting reviews, in the order it must."""
    rows = tuple(
        (
            TableCell(line.printed_name, reverse("meetings:line", args=[meeting.key, line.pk]), note=RANKS[line.rank]),
            TableCell(line.get_state_display(), tone=LINE_TONES[line.state]),
            TableCell(line.hold_why or line.conclusion[:120]),
        )
        for line in queries.lines_of(meeting)
    )
    return Table("Các phần kiểm điểm, theo trình tự", (Column("Tên"), Column("Trạng thái"), Column("Ghi chú")), rows)


RANKS = {queries.COLLECTIVE: "Tập thể", queries.LEADER: "Giữ chức vụ lãnh đạo, quản lý", queries.OTHER: ""}
