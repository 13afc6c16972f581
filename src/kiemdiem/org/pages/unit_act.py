"""One act on a unit: found one below, rename, register a member, link a body, merge, divide, dissolve."""

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
    button: str
    act: str
    form: type[Form]
    do: Callable[[Unit, dict[str, Any], Account, datetime], Any]


def register(unit: Unit, answers: dict[str, Any], by: Account, at: datetime) -> Person:
    """The member as registered, once somebody said that he is not one of those already known."""
    is_somebody_else = answers.pop("is_somebody_else")
    alike = queries.likely_same(answers["full_name"], birth_on=answers["birth_on"], id_number=answers["id_number"])
    if alike and not is_somebody_else:
        # Only what the form itself told is said again: these people may be out of this reader's sight.
        raise refuse(
            f"Có {len(alike)} người cùng họ tên hoặc cùng số định danh đã có hồ sơ.",
            why="Phần mềm không tự coi hai người trùng tên là một.",
            todo="Hãy tìm và mở hồ sơ đã có; nếu là người khác, đánh dấu ô xác nhận ở cuối rồi lưu lại.",
        )
    return commands.register_person(cell=unit, by=by, at=at, **answers)


def picked(key: str) -> Unit:
    """The unit of a key that was picked from a list."""
    return queries.unit(key)


def split(unit: Unit, answers: dict[str, Any], by: Account, at: datetime) -> Unit:
    """The new unit that the people picked form."""
    people = [queries.person(key) for key in answers.pop("people")]
    return commands.split_unit(unit, people=people, by=by, at=at, **answers)


WAYS = {
    "ghi-ten": Way("Ghi tên đảng viên", "Ghi tên", "org.register_person", forms.RegisterPersonForm, register),
    "lap": Way(
        "Lập tổ chức trực thuộc", "Lập tổ chức", "org.found_unit", forms.FoundUnitForm,
        lambda unit, answers, by, at: commands.found_unit(parent=unit, by=by, at=at, **answers),
    ),
    "doi-ten": Way(
        "Đổi tên tổ chức", "Đổi tên", "org.rename_unit", forms.RenameUnitForm,
        lambda unit, answers, by, at: commands.rename_unit(unit, by=by, at=at, **answers),
    ),
    "chuyen-cap": Way(
        "Chuyển sang cấp trên khác", "Chuyển", "org.move_unit", forms.MoveUnitForm,
        lambda unit, answers, by, at: commands.move_unit(unit, picked(answers.pop("to")), by=by, at=at, **answers),
    ),
    "nguoi-ngoai-dang": Way(
        "Ghi người ngoài Đảng giữ chức vụ", "Ghi tên", "org.register_outsider", forms.RegisterOutsiderForm,
        lambda unit, answers, by, at: commands.register_outsider(body=unit, by=by, at=at, **answers),
    ),
    "ket-qua": Way(
        "Ghi kết quả xếp loại tổ chức", "Lưu", "org.record_outside_result", forms.OutsideResultForm,
        lambda unit, answers, by, at: commands.record_outside_result(unit, by=by, at=at, **answers),
    ),
    "gan": Way(
        "Gắn tổ chức chính quyền, Mặt trận, đoàn thể", "Gắn", "org.link_unit", forms.LinkUnitForm,
        lambda unit, answers, by, at: commands.link_unit(
            unit, picked(answers.pop("linked_unit")), by=by, at=at, **answers
        ),
    ),
    "sap-nhap": Way(
        "Sáp nhập vào tổ chức khác", "Sáp nhập", "org.merge_units", forms.MergeUnitForm,
        lambda unit, answers, by, at: commands.merge_units(
            [unit], into=picked(answers.pop("to")), by=by, at=at, **answers
        ),
    ),
    "chia-tach": Way("Chia tách", "Chia tách", "org.split_unit", forms.SplitUnitForm, split),
    "giai-the": Way(
        "Giải thể", "Giải thể", "org.dissolve_unit", forms.DissolveUnitForm,
        lambda unit, answers, by, at: commands.dissolve_unit(unit, by=by, at=at, **answers),
    ),
}  # fmt: skip


@login_required
def unit_act(request: HttpRequest, key: str, way: str) -> HttpResponse:
    """Open to whoever holds a role of the act over the unit."""
    if way not in WAYS:
        raise Http404
    chosen, unit, now = WAYS[way], queries.unit(key), today_here(request)
    access.must_do(request.user, chosen.act, unit=unit, on=now)
    extra = asked_with(chosen.form, unit, by=request.user, on=now)
    form = chosen.form(request.POST if request.method == "POST" else None, **extra)
    if request.method == "POST" and form.carry_out(lambda a: chosen.do(unit, a, request.user, moment_here(request))):
        if isinstance(form.done, Person):
            return redirect("org:person", form.done.key)
        return redirect("org:unit", form.done.key if isinstance(form.done, Unit) else key)
    name = queries.unit_name(unit, on=now)
    back = reverse("org:unit", args=[key])
    crumbs = [Crumb("Tổ chức", reverse("org:units")), Crumb(name, back), Crumb(chosen.title)]
    return replies.show(
        request, "web/act.html", form=form, title=chosen.title, about=name, button=chosen.button,
        crumbs=crumbs, back=back,
    )  # fmt: skip


def asked_with(form: type[Form], unit: Unit, *, by: Account, on: date) -> dict[str, Any]:
    """What a form needs to begin: units to pick from, or what is changed."""
    period = queries.unit_period(unit, on=on)
    seen = {"name": period.name, "seen": period.pk} if period is not None else {}
    if issubclass(form, forms.UnitForm):
        scope = access.scope(by, access.READERS, on=on, act="org.see_unit")
        picks = queries.standing_among(scope, on=on).exclude(unit=unit)
        return {"units": forms.unit_choices(picks), "initial": seen}
    if form is forms.SplitUnitForm:
        members = [(each.person.key, each.person.full_name) for each in queries.members_at(unit, on=on)]
        return {"people": members, "initial": {"keeps_links": True}}
    return {"initial": seen} if form is forms.RenameUnitForm else {}
