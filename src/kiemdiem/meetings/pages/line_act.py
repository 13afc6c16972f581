"""One act on a line of a meeting: the next step, an opinion, the conclusion, holding it, letting it go on."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.meetings import access, commands, forms, queries
from kiemdiem.meetings.models import Meeting, MinutesEntry, ReviewLine
from kiemdiem.meetings.pages import season as shared
from kiemdiem.meetings.pages.line import TITLES
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import Crumb

RIGHTS = {
    "buoc-tiep": "meetings.complete_step",
    "y-kien": "meetings.write_entry",
    "ket-luan": "meetings.conclude_line",
    "tam-giu": "meetings.hold_line",
    "tiep-tuc": "meetings.release_line",
}
FORMS = {
    "y-kien": forms.EntryForm,
    "ket-luan": forms.ConcludeForm,
    "tam-giu": forms.HoldForm,
    "tiep-tuc": forms.ReleaseForm,
}


@login_required
def line_act(request: HttpRequest, key: str, pk: int, way: str) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    if way not in RIGHTS:
        raise Http404
    meeting = queries.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act=RIGHTS[way], unit=meeting.unit, at=at)
    line = get_object_or_404(
        ReviewLine.objects.select_related("subject__person", "meeting__season"), pk=pk, meeting=meeting
    )
    form = form_of(request, way, meeting=meeting, line=line)
    if form.carry_out(lambda answers: do(way, line, form, answers, by=request.user, at=at)):
        return redirect("meetings:line", key, pk)
    title = form.point.title if isinstance(form, forms.StepForm) else TITLES[way]
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(meeting.season), title=title,
        button="Ghi là đã thực hiện" if way == "buoc-tiep" else "Ghi", about=line.printed_name,
        crumbs=shared.way_to(meeting, Crumb(line.printed_name, reverse("meetings:line", args=[key, pk])), Crumb(title)),
        back=reverse("meetings:line", args=[key, pk]),
    )  # fmt: skip


def form_of(request: HttpRequest, way: str, *, meeting: Meeting, line: ReviewLine) -> Form:
    """The form of the act on this line.

    Raises: Refused when no step is left.
    """
    begin: dict[str, Any] = {"initial": {"version": line.version}}
    if way == "ket-luan":
        begin["owed"] = queries.owed_words(line)
    if way != "buoc-tiep":
        return FORMS[way].of(request, **begin)
    point = line.steps.filter(done_at__isnull=True).order_by("position").first()
    if point is None:
        raise refuse("Các bước của phần này đã thực hiện xong.", todo="Hãy ghi kết luận.")
    others = [each.person for each in queries.present_voters(meeting) if each.person_id != line.subject.person_id]
    begin["initial"]["kind"] = queries.entry_kind(line, point)
    return forms.StepForm.of(request, point=point, people=others, **begin)


def do(way: str, line: ReviewLine, form: Form, answers: dict[str, Any], *, by: Account, at: datetime) -> Any:
    """What the command gave."""
    if isinstance(form, forms.StepForm):
        chair = answers.pop("chair")
        answers["kind"] = answers["kind"] or MinutesEntry.Kind.NOTE
        leads = org.person(chair) if chair else None
        return commands.complete_step(form.point, chair=leads, by=by, at=at, **answers)
    if way == "y-kien":
        return commands.write_entry(line.meeting, answers.pop("text"), line=line, by=by, at=at, **answers)
    if way == "ket-luan":
        return commands.conclude_line(line, by=by, at=at, **answers)
    if way == "tam-giu":
        return commands.hold_line(line, by=by, at=at, **answers)
    return commands.release_line(line, by=by, at=at, **answers)
