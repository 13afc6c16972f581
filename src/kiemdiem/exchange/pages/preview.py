"""What taking a file over would do: counts, faults and questions first, each list on its own; and confirming it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.exchange import access, commands, forms, queries
from kiemdiem.exchange.draft import Draft, Step
from kiemdiem.exchange.models import Upload
from kiemdiem.files import queries as files
from kiemdiem.journal import queries as journal
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.forms import Form
from kiemdiem.web.frame import moment_here, today_here
from kiemdiem.web.lists import Listed, listed
from kiemdiem.web.shapes import Crumb, Tab

AT_ONCE = 20
REHEARSALS = 4
REHEARSED: dict[tuple[object, ...], Draft] = {}
KEPT = "Những mục này có trong phần mềm mà tệp không nêu; được giữ nguyên. Nếu ai đã rời đi, hãy ghi ở hồ sơ người đó."


@dataclass(frozen=True)
class Line:
    """One line of a list: what it is about, where it stands in the file, what would be written."""

    what: str
    where: str = ""
    written: str = ""


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
    draft = rehearsed(request, upload)
    form = confirmed or form_of(request, upload, draft)
    if form is not confirmed and request.method == "POST" and form.carry_out(lambda a: act_on(request, upload, a)):
        return redirect("exchange:preview", key)
    lists = {each.word: each for each in lists_of(draft) if each.lines}
    chosen = lists.get(request.GET.get("xem", "loi"))
    return replies.show(
        request, "exchange/preview.html", form=form, upload=upload, draft=draft, crumbs=way_to(upload, on=now),
        tabs=[Tab(each.title, f"?xem={each.word}", each is chosen, len(each.lines)) for each in lists.values()],
        chosen=chosen,
        part=lists_part(request, chosen) if chosen else None,
    )  # fmt: skip


def rehearsed(request: HttpRequest, upload: Upload) -> Draft:
    """What taking the file over would do, tried anew only when somebody has written anything since the last look.

    Trying a whole ward takes seconds during which nobody else can write, and its reader turns many pages of it.
    """
    at = moment_here(request)
    looked_at = (upload.key, upload.version, journal.head_hash(), at.date(), request.user.pk)
    draft = REHEARSED.get(looked_at)
    if draft is None:
        draft = commands.rehearse(
            files.content_of(upload.file), unit=upload.unit, answers=upload.answers,
            rulebook_code=upload.rulebook_code, by=request.user, at=at,
        )  # fmt: skip
        # Another reader's thread may make room at the same time: nothing is looked up twice here.
        REHEARSED[looked_at] = draft
        for oldest in list(REHEARSED)[:-REHEARSALS]:
            REHEARSED.pop(oldest, None)
    return draft


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


@dataclass(frozen=True)
class Lines:
    """One list of the preview: its word in the address, its title, what is to be done about it, its lines."""

    word: str
    title: str
    todo: str
    lines: Sequence[Line]


def lists_of(draft: Draft) -> list[Lines]:
    """The lists of the preview, what stands in the way first."""

    def steps(kind: str) -> list[Line]:
        return [line_of(step) for step in draft.steps if step.kind == kind]

    return [
        Lines("loi", "Lỗi phải sửa", "", [Line(str(fault)) for fault in draft.faults]),
        Lines("moi", "Mới", "", steps("new")),
        Lines("doi", "Thay đổi", "", steps("changed")),
        Lines("thieu", "Không có trong tệp", KEPT, [Line(each.what, each.sheet) for each in draft.missing]),
        Lines("luu-y", "Lưu ý", "", [Line(str(note)) for note in draft.notes]),
    ]


def line_of(step: Step) -> Line:
    """What one step would write, instead of what, and where the file says so."""
    written = f"{step.before} → {step.after}" if step.before else step.after
    return Line(step.what, f"{step.sheet}, hàng {step.row}", written)


def lists_part(request: HttpRequest, chosen: Lines) -> Listed[Line]:
    """The page asked for of the list that was chosen."""
    return listed(request, chosen.lines, name=lambda line: line.what, at_once=AT_ONCE, xem=chosen.word)
