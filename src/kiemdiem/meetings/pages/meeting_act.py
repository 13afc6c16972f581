"""One act on a meeting: move, break off, go on, invite a guest, close, sign, plan the supplementary one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import Meeting, MinutesSignature
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.forms import Form, VersionedForm
from kiemdiem.web.shapes import Crumb


@dataclass(frozen=True)
class Way:
    """How a page carries out one act: its title, its right, its form and its command."""

    title: str
    button: str
    act: str
    form: type[Form]
    do: Callable[[Meeting, dict[str, Any], Account, datetime], Any]
    hint: str = ""

    def stands(self, meeting: Meeting) -> bool:
        """Whether the act makes sense where the meeting stands."""
        if self.act == "meetings.plan_supplement":
            last = queries.newest_of_unit(meeting.season, meeting.unit, kind=meeting.kind)
            over = meeting.kind == queries.REVIEW and last is not None and last.state == Meeting.State.CLOSED
            return over and bool(queries.held_lines(meeting.season, unit=meeting.unit))
        if self.act == "meetings.sign_minutes" and meeting.signatures.count() == 2:
            return False
        return meeting.state in access.TRANSITIONS[self.act][0]


def move(meeting: Meeting, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The move."""
    return commands.move_meeting(meeting, answers.pop("to_on"), by=by, at=at, **answers)


def sign(meeting: Meeting, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The signature of the one whose part it is."""
    part = answers["part"]
    person = meeting.chair if part == MinutesSignature.Part.CHAIR else meeting.secretary
    assert person is not None
    return commands.sign_minutes(meeting, part, person=person, signed_on=answers["signed_on"], by=by, at=at)


def invite(meeting: Meeting, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The guest."""
    return commands.invite_guest(meeting, answers.pop("name"), by=by, at=at, **answers)


WAYS = {
    "doi-ngay": Way(
        "Dời ngày họp", "Dời ngày", "meetings.move_meeting", forms.MoveForm, move,
        "Ngày cũ được giữ lại; các thời hạn tính từ ngày họp dời theo.",
    ),
    "khach-moi": Way("Mời đại biểu", "Ghi tên", "meetings.invite_guest", forms.GuestForm, invite),
    "tam-dung": Way(
        "Tạm dừng cuộc họp", "Tạm dừng", "meetings.break_off_meeting", forms.BreakOffForm,
        lambda meeting, answers, by, at: commands.break_off_meeting(meeting, by=by, at=at, **answers),
        "Phần đã kết luận được giữ nguyên.",
    ),
    "hop-tiep": Way(
        "Họp tiếp", "Họp tiếp", "meetings.resume_meeting", forms.ResumeForm,
        lambda meeting, answers, by, at: commands.resume_meeting(meeting, by=by, at=at, **answers),
        "Hãy điểm danh lại trước khi họp tiếp.",
    ),
    "ket-thuc": Way(
        "Kết thúc cuộc họp", "Kết thúc", "meetings.close_meeting", forms.CloseForm,
        lambda meeting, answers, by, at: commands.close_meeting(meeting, by=by, at=at, **answers),
    ),
    "ky-bien-ban": Way("Ghi chữ ký biên bản", "Ghi chữ ký", "meetings.sign_minutes", forms.SignForm, sign),
    "hop-bo-sung": Way(
        "Lập họp bổ sung", "Lập họp bổ sung", "meetings.plan_supplement", forms.SupplementForm,
        lambda meeting, answers, by, at: commands.plan_supplement(meeting, by=by, at=at, **answers),
        "Dành cho người vắng mặt và phần được tạm giữ.",
    ),
}  # fmt: skip


@login_required
def meeting_act(request: HttpRequest, key: str, way: str) -> HttpResponse:
    """Open to whoever holds a role of the act over the unit."""
    if way not in WAYS:
        raise Http404
    chosen, meeting = WAYS[way], queries.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act=chosen.act, unit=meeting.unit, at=at)
    begin = {"initial": {"version": meeting.version}} if issubclass(chosen.form, VersionedForm) else {}
    form = chosen.form.of(request, **begin)
    if form.carry_out(lambda answers: chosen.do(meeting, answers, request.user, at)):
        return redirect("meetings:meeting", form.done.key if isinstance(form.done, Meeting) else key)
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season), title=chosen.title,
        button=chosen.button, hint=chosen.hint, about=meeting.title,
        crumbs=shared.way_to(meeting, Crumb(chosen.title)), back=reverse("meetings:meeting", args=[key]),
    )  # fmt: skip
