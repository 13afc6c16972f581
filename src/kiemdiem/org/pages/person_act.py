"""One act on a person's file: move, official, seat, standing, discipline, result, award, work, leave, departure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import access, commands, forms, queries
from kiemdiem.org.models import Person, Unit
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Crumb


@dataclass(frozen=True)
class Way:
    """How a page carries out one act: its title, its name among the rights, its form and its command."""

    title: str
    act: str
    form: type[Form]
    do: Callable[[Person, dict[str, Any], Account, datetime], Any]


def picked(key: str) -> Unit:
    """The unit of a key that was picked from a list."""
    return queries.unit(key)


def discipline(person: Person, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The penalty, with the unit of the offence when one was picked."""
    key = answers.pop("offence_unit")
    return commands.record_discipline(person, offence_unit=picked(key) if key else None, by=by, at=at, **answers)


def standing(person: Person, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The exemption or suspension."""
    kind = answers.pop("kind")
    if kind == "suspended":
        return commands.suspend(person, by=by, at=at, **answers)
    kinds = ("exempt_work", "exempt_activity") if kind == "exempt" else (kind,)
    return commands.exempt(person, kinds, by=by, at=at, **answers)


def departure(person: Person, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The departure; a death also fills the day of death."""
    if answers["kind"] == "died":
        return commands.record_death(person, on=answers["on"], by=by, at=at)
    return commands.record_departure(person, by=by, at=at, **answers)


def tie(person: Person, answers: dict[str, Any], by: Account, at: datetime) -> Any:
    """The account of that name tied to the person; none only where that was asked for."""
    if bool(answers["account"]) == answers["unties"]:
        raise refuse(
            "Chưa gắn tài khoản: chưa rõ gắn tài khoản nào hay bỏ gắn.",
            todo="Hãy nhập tên đăng nhập, hoặc đánh dấu bỏ gắn và để trống tên đăng nhập.",
        )
    account = Account.objects.filter(username=answers["account"]).first() if answers["account"] else None
    if answers["account"] and account is None:
        raise refuse(f"Không có tài khoản “{answers['account']}”.", todo="Hãy kiểm tra tên đăng nhập.")
    return commands.tie_account(person, account, by=by, at=at)


WAYS = {
    "dinh-chinh": Way(
        "Đính chính họ tên, ngày sinh, ngày vào Đảng", "org.correct_person", forms.CorrectPersonForm,
        lambda person, a, by, at: commands.correct_person(person, by=by, at=at, **a),
    ),
    "chuyen": Way(
        "Chuyển sinh hoạt", "org.move_membership", forms.MoveForm,
        lambda person, a, by, at: commands.move_membership(person, picked(a.pop("to")), by=by, at=at, **a),
    ),
    "noi-khac": Way(
        "Ghi nơi cư trú, nơi sinh hoạt tạm thời", "org.start_membership", forms.PlaceForm,
        lambda person, a, by, at: commands.start_membership(person, picked(a.pop("unit")), by=by, at=at, **a),
    ),
    "chinh-thuc": Way(
        "Công nhận chính thức", "org.make_official", forms.OfficialForm,
        lambda person, a, by, at: commands.make_official(person, by=by, at=at, **a),
    ),
    "mien-dinh-chi": Way("Miễn hoặc đình chỉ sinh hoạt", "org.exempt", forms.StandingForm, standing),
    "chuc-vu": Way(
        "Ghi chức vụ", "org.give_seat", forms.SeatForm,
        lambda person, a, by, at: commands.give_seat(person, picked(a.pop("unit")), by=by, at=at, **a),
    ),
    "ky-luat": Way("Ghi kỷ luật", "org.record_discipline", forms.DisciplineForm, discipline),
    "ket-qua": Way(
        "Ghi kết quả xếp loại của nơi khác", "org.record_outside_result", forms.OutsideResultForm,
        lambda person, a, by, at: commands.record_outside_result(person, by=by, at=at, **a),
    ),
    "khen-thuong": Way(
        "Ghi khen thưởng", "org.record_award", forms.AwardForm,
        lambda person, a, by, at: commands.record_award(person, by=by, at=at, **a),
    ),
    "cong-viec": Way(
        "Ghi công việc", "org.record_work", forms.WorkForm,
        lambda person, a, by, at: commands.record_work(person, by=by, at=at, **a),
    ),
    "vang": Way(
        "Ghi thời gian vắng", "org.record_leave", forms.LeaveForm,
        lambda person, a, by, at: commands.record_leave(person, by=by, at=at, **a),
    ),
    "quan-ly": Way(
        "Ghi cơ quan quản lý cán bộ", "org.record_managing_body", forms.ManagingBodyForm,
        lambda person, a, by, at: commands.record_managing_body(person, picked(a.pop("to")), by=by, at=at, **a),
    ),
    "tai-khoan": Way("Gắn tài khoản", "org.tie_account", forms.TieAccountForm, tie),
    "roi-danh-sach": Way("Rời danh sách đảng viên", "org.record_departure", forms.DepartureForm, departure),
}  # fmt: skip


@login_required
def person_act(request: HttpRequest, key: str, way: str) -> HttpResponse:
    """Open to whoever holds a role of the act over a unit that answers for the person, and not to himself."""
    if way not in WAYS:
        raise Http404
    chosen, person, now = WAYS[way], queries.person(key), today_here(request)
    access.must_do_on(request.user, chosen.act, person=person, on=now)
    extra = asked_with(chosen.form, person, by=request.user, on=now)
    form = chosen.form(request.POST if request.method == "POST" else None, **extra)
    if request.method == "POST" and form.carry_out(lambda a: chosen.do(person, a, request.user, moment_here(request))):
        return redirect("org:person", key)
    back = reverse("org:person", args=[key])
    crumbs = [Crumb("Tìm người", reverse("org:people")), Crumb(person.full_name, back), Crumb(chosen.title)]
    return replies.show(
        request, "web/act.html", form=form, title=chosen.title, about=person.full_name, button="Lưu",
        crumbs=crumbs, back=back,
    )  # fmt: skip


def asked_with(form: type[Form], person: Person, *, by: Account, on: date) -> dict[str, Any]:
    """What a form needs to begin: units to pick from, or what is put right."""
    if form is forms.ManagingBodyForm:
        return {"units": forms.unit_choices(queries.managing_bodies(person, on=on))}
    if issubclass(form, forms.UnitForm):
        return {"units": places(by, on=on)}
    if form is forms.CorrectPersonForm:
        names = (*("full_name", "birth_on", "gender", "id_number"), "admitted_on", "official_on", "version")
        return {"initial": {name: getattr(person, name) for name in names}}
    return {}


def places(by: Account, *, on: date) -> list[tuple[str, str]]:
    """The units this account may read, to pick from."""
    scope = access.scope(by, access.READERS, on=on, act="org.see_unit")
    return forms.unit_choices(queries.standing_among(scope, on=on))
