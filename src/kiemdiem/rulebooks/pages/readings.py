"""The open questions and gaps of a committee's book: what it chose, beside the clauses it settles, and who signed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core import calendar
from kiemdiem.core.law.sections.questions import Waiver
from kiemdiem.core.law.settle import WAIVED
from kiemdiem.org import queries as org
from kiemdiem.rulebooks import access, forms, queries
from kiemdiem.web import replies
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import AnswerRow, Crumb


@login_required
@require_safe
def readings(request: HttpRequest, code: str, unit_key: str) -> HttpResponse:
    """Open to whoever holds a role over the committee."""
    unit, at = org.unit(unit_key), moment_here(request)
    access.must_let(request.user, act="rulebooks.read", unit=unit, at=at)
    name = org.unit_name(unit, on=today_here(request))
    return replies.show(
        request,
        "rulebooks/readings.html",
        code=code,
        unit=unit,
        name=name,
        choices=queries.choices(unit, code),
        fillings=[(each, said_in(each)) for each in queries.fillings(unit, code)],
        signature=queries.signature(unit, code),
        history=queries.history(unit, code),
        may_choose=access.may(request.user, act="rulebooks.choose_reading", unit=unit, at=at),
        crumbs=[
            Crumb("Bộ quy tắc", reverse("rulebooks:books")),
            Crumb(code, reverse("rulebooks:book", args=[code])),
            Crumb(f"Cách hiểu của {name}"),
        ],
    )


def said_in(filling: queries.Filling) -> list[AnswerRow]:
    """What a committee entered in a gap, value by value; nothing while it is open."""
    if filling.is_open:
        return []
    if filling.is_waived:
        act = Waiver.model_validate(filling.content[WAIVED])
        issued_on = calendar.printed(act.issued_on)
        return [AnswerRow("Miễn áp dụng theo", f"{act.document}, {act.body}, ngày {issued_on}")]
    form = forms.FillGapForm(gap=filling.gap, content=filling.content)
    return [
        AnswerRow(bound.label, str(bound.initial))
        for _, asked in form.parts()
        for bound in asked
        if bound.initial not in (None, "")
    ]
