"""What taking a file over would do: faults, questions, new, changed, missing; then confirming it."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.exchange import access, commands, forms, queries
from kiemdiem.exchange.draft import Draft
from kiemdiem.exchange.models import Upload
from kiemdiem.files import queries as files
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

SHOWN = 200


@login_required
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee."""
    upload, now = queries.upload(key), today_here(request)
    access.must_do(request.user, "exchange.see", unit=upload.unit, on=now)
    if upload.applied_at is not None:
        return replies.show(request, "exchange/applied.html", upload=upload, crumbs=way_to(upload, on=now))
    confirmed = forms.ConfirmForm(request.POST) if "seen" in request.POST else None
    # A confirmation is carried out without rehearsing first: taking over compares what was seen by itself.
    if confirmed is not None and confirmed.carry_out(lambda a: act_on(request, upload, a)):
        return redirect("exchange:preview", key)
    draft = commands.rehearse(
        files.content_of(upload.file), unit=upload.unit, answers=upload.answers, rulebook_code=upload.rulebook_code,
        by=request.user, at=moment_here(request),
    )  # fmt: skip
    form = confirmed or form_of(request, upload, draft)
    if form is not confirmed and request.method == "POST" and form.carry_out(lambda a: act_on(request, upload, a)):
        return redirect("exchange:preview", key)
    return replies.show(
        request,
        "exchange/preview.html",
        form=form,
        upload=upload,
        draft=draft,
        crumbs=way_to(upload, on=now),
        faults=draft.faults[:SHOWN],
        notes=draft.notes[:SHOWN],
        new=steps(draft, "new", title="Mới"),
        changed=steps(draft, "changed", title="Thay đổi"),
        missing=draft.missing[:SHOWN],
    )


def form_of(request: HttpRequest, upload: Upload, draft: Draft) -> Form | None:
    """The questions to answer, else the confirmation, else nothing to send."""
    sent = request.POST if request.method == "POST" else None
    if draft.questions and not draft.faults:
        return forms.AnswerForm(sent, questions=draft.questions, initial={"version": upload.version})
    if draft.may_apply or sent is not None:
        return forms.ConfirmForm(sent, initial={"version": upload.version, "seen": draft.fingerprint()})
    return None


def act_on(request: HttpRequest, upload: Upload, answers: dict[str, object]) -> object:
    """Keeps the answers to the questions, or takes the file over."""
    version = answers.pop("version")
    if "seen" in answers:
        return commands.apply(
            upload, seen=str(answers["seen"]), version=version, by=request.user, at=moment_here(request)
        )
    told = {name.removeprefix("who-"): str(value) for name, value in answers.items()}
    return commands.answer(upload, told, version=version, by=request.user, at=moment_here(request))


def way_to(upload: Upload, *, on: date) -> list[Crumb]:
    """The committee, its imports, this file."""
    unit = upload.unit
    return [
        Crumb(org.unit_name(unit, on=on), reverse("org:unit", args=[unit.key])),
        Crumb("Nhập từ Excel", reverse("exchange:hand_in", args=[unit.key])),
        Crumb(upload.file.name),
    ]


def steps(draft: Draft, kind: str, *, title: str) -> Table:
    """The steps of one kind as a table; a long list is cut, its length said."""
    found = [step for step in draft.steps if step.kind == kind]
    rows = tuple(
        (
            TableCell(step.what),
            TableCell(f"{step.sheet}, hàng {step.row}"),
            TableCell(step.before or "–"),
            TableCell(step.after),
        )
        for step in found[:SHOWN]
    )
    cut = f", hiện {SHOWN} mục đầu" if len(found) > SHOWN else ""
    columns = (Column("Nội dung"), Column("Chỗ trong tệp"), Column("Đang có"), Column("Sẽ ghi"))
    return Table(f"{title} ({len(found)}{cut})", columns, rows)
