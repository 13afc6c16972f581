"""One act on a round: hand out slips, open the box, count again, announce, declare void, correct, begin anew."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.needed import needs_of
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.forms import VersionedForm
from kiemdiem.web.shapes import Crumb


@dataclass(frozen=True)
class Way:
    """How a page carries out one act: its title, its right, its form and its command."""

    title: str
    button: str
    act: str
    form: type[VersionedForm]
    do: Callable[[Round, dict[str, Any], Account, datetime], Any]
    hint: str = ""

    def stands(self, round_: Round) -> bool:
        """Whether the act makes sense where the round stands."""
        if self.act == "ballots.announce_round" and round_.announced_on:
            return False
        if self.act == "ballots.order_recount" and len(queries.counts_of(round_)) < 2:
            return False
        if self.act == "ballots.order_correction" and not may_correct(round_):
            return False
        return round_.state in access.TRANSITIONS[self.act][0]


def may_correct(round_: Round) -> bool:
    """Whether no correction is under way and the round's slips were not marked again in a later one."""
    return round_.counted_attempt == round_.official_attempt and queries.reused_by(round_) is None


WAYS = {
    "phat-phieu": Way(
        "Ghi số phiếu phát ra", "Đã phát phiếu", "ballots.issue_slips", forms.IssueForm,
        lambda round_, answers, by, at: commands.issue_slips(round_, by=by, at=at, **answers),
        "Phiếu không ghi số, không ghi tên người bỏ phiếu; mỗi người có mặt có quyền bỏ phiếu nhận một phiếu.",
    ),
    "mo-hom": Way(
        "Mở hòm phiếu", "Mở hòm phiếu", "ballots.open_box", forms.VersionForm,
        lambda round_, answers, by, at: commands.open_box(round_, by=by, at=at, **answers),
        "Sau khi mở hòm phiếu không phát thêm, không nhận thêm phiếu.",
    ),
    "kiem-lai": Way(
        "Kiểm lại", "Kiểm lại", "ballots.order_recount", forms.RecountForm,
        lambda round_, answers, by, at: commands.order_recount(round_, by=by, at=at, **answers),
        "Hai bản trước vẫn được giữ. Mặc định chỉ kiểm lại các dòng lệch nhau.",
    ),
    "cong-bo": Way(
        "Công bố kết quả", "Đã công bố", "ballots.announce_round", forms.VersionForm,
        lambda round_, answers, by, at: commands.announce_round(round_, by=by, at=at, **answers),
        "Ghi sau khi kết quả đã được đọc trước cuộc họp.",
    ),
    "huy": Way(
        "Hủy vòng bỏ phiếu", "Hủy vòng này", "ballots.void_round", forms.VoidForm,
        lambda round_, answers, by, at: commands.void_round(round_, by=by, at=at, **answers),
        "Số liệu và lý do được giữ; vòng này không cho kết quả. Sau đó có thể bỏ phiếu vòng mới.",
    ),
    "sua-doi": Way(
        "Sửa kết quả đã chốt", "Lập bản sửa đổi", "ballots.order_correction", forms.CorrectionForm,
        lambda round_, answers, by, at: commands.order_correction(round_, by=by, at=at, **answers),
        "Cần biên bản kiểm phiếu ký lại; hai tài khoản khác nhau nhập lại từ biên bản đó.",
    ),
}  # fmt: skip


def offered(round_: Round, *, by: Account, on: date) -> dict[str, tuple[str, str]]:
    """What the account may do with the round as it stands now, by the word of its address: title and address."""
    return {
        slug: (way.title, reverse("ballots:round_act", args=[round_.key, slug]))
        for slug, way in WAYS.items()
        if way.stands(round_)
        and org_access.holds(by, access.ACTS[way.act], unit=round_.meeting.unit, on=on, act=way.act)
    }


@login_required
def round_act(request: HttpRequest, key: str, way: str) -> HttpResponse:
    """Open to whoever holds a role of the act over the unit."""
    if way not in WAYS:
        raise Http404
    chosen, round_ = WAYS[way], queries.round_of(key)
    at = shared.moment_in(round_.season)
    access.must_let(request.user, act=chosen.act, unit=round_.meeting.unit, at=at)
    form = chosen.form.of(request, initial={"version": round_.version})
    if form.carry_out(lambda answers: chosen.do(round_, answers, request.user, at)):
        return redirect("ballots:round", key)
    return replies.show(
        request, "ballots/round_act.html", form=form, frame=shared.frame_of(round_.season), title=chosen.title,
        button=chosen.button, about=round_.title, hint=chosen.hint,
        needs=needs_of(round_) if chosen.act == "ballots.issue_slips" else [],
        crumbs=shared_rounds.way_to(round_, Crumb(chosen.title)), back=reverse("ballots:round", args=[key]),
    )  # fmt: skip
