"""One act of a committee on its book: choose a reading, fill a gap, record the signature."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import access, commands, forms, queries
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.frame import moment_here
from kiemdiem.web.shapes import Crumb


@dataclass(frozen=True)
class Way:
    """How a page carries out one act on the named question or gap."""

    title: str
    button: str
    act: str
    form: type[Form]
    do: Callable[[Unit, str, str, dict[str, Any], Account, datetime], Any]


WAIVING = "Nội dung được miễn áp dụng thì phần mềm không tính mức; cấp có thẩm quyền quyết định và phải ghi rõ lý do."
WAYS = {
    "chon": Way(
        "Chọn cách hiểu", "Lưu cách hiểu", "rulebooks.choose_reading", forms.ChooseReadingForm,
        lambda unit, code, name, answers, by, at: commands.choose_reading(
            unit, code, question=name, by=by, at=at, **answers
        ),
    ),
    "bo-sung": Way(
        "Bổ sung nội dung", "Lưu nội dung", "rulebooks.fill_gap", forms.FillGapForm,
        lambda unit, code, name, answers, by, at: commands.fill_gap(unit, code, gap=name, by=by, at=at, **answers),
    ),
    "mien": Way(
        "Miễn áp dụng nội dung dẫn chiếu", "Ghi việc miễn áp dụng", "rulebooks.fill_gap", forms.WaiveGapForm,
        lambda unit, code, name, answers, by, at: commands.fill_gap(unit, code, gap=name, by=by, at=at, **answers),
    ),
    "ky": Way(
        "Ghi việc ký xác nhận cách hiểu", "Ghi việc ký", "rulebooks.sign_readings", forms.SignReadingsForm,
        lambda unit, code, name, answers, by, at: commands.sign_readings(unit, code, by=by, at=at, **answers),
    ),
}  # fmt: skip


@login_required
def reading_act(request: HttpRequest, code: str, unit_key: str, way: str, name: str) -> HttpResponse:
    """Open to the officer of the committee."""
    if way not in WAYS:
        raise Http404
    chosen, unit, at = WAYS[way], org.unit(unit_key), moment_here(request)
    access.must_let(request.user, act=chosen.act, unit=unit, at=at)
    about, extra = asked_with(way, unit, code, name)
    form = chosen.form.of(request, **extra)
    if form.carry_out(lambda answers: chosen.do(unit, code, name, answers, request.user, at)):
        return redirect("rulebooks:readings", code, unit_key)
    back = reverse("rulebooks:readings", args=[code, unit_key])
    crumbs = [Crumb("Bộ quy tắc", reverse("rulebooks:books")), Crumb("Cách hiểu đã chọn", back), Crumb(chosen.title)]
    return replies.show(
        request, "rulebooks/reading_act.html", form=form, title=chosen.title, said=about, button=chosen.button,
        back=back, crumbs=crumbs,
    )  # fmt: skip


def asked_with(way: str, unit: Unit, code: str, name: str) -> tuple[list[str], dict[str, Any]]:
    """What is said above the form, and what the form needs to begin.

    Raises: Http404 for a question or gap the book does not have.
    """
    if way == "ky":
        chosen = [c for c in queries.choices(unit, code) if not c.is_default]
        said = [f"{c.question.question} — {reading_text(c)}" for c in chosen]
        head = "Các cách hiểu khác mặc định:" if said else "Tất cả các câu hỏi theo cách hiểu mặc định."
        return [head, *said], {"initial": {"sha": queries.rulebook_of(unit, code).sha256}}
    if way == "chon":
        choice = next((c for c in queries.choices(unit, code) if c.question.key == name), None)
        if choice is None:
            raise Http404
        begin = {"question": choice.question, "initial": {"reading": choice.chosen}}
        return [choice.question.question, f"{choice.question.text} ({choice.question.clause})"], begin
    filling = next((f for f in queries.fillings(unit, code) if f.gap.key == name), None)
    if filling is None or (way == "mien" and not filling.gap.waivable):
        raise Http404
    if way == "mien":
        return [filling.gap.text, f"Cần cho: {filling.gap.blocks}", WAIVING], {}
    begin = {"gap": filling.gap, "content": filling.content}
    return [filling.gap.text, f"Nguồn: {filling.gap.source}", f"Cần cho: {filling.gap.blocks}"], begin


def reading_text(choice: queries.Choice) -> str:
    """The reading in force, in words."""
    return next(reading.text for reading in choice.question.readings if reading.key == choice.chosen)
