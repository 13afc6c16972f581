"""The sheet of a count: keyed line by line, kept as a draft, finished when every line adds up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.ballots.models import Count, Line, Round, Teller
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.round import is_counting
from kiemdiem.core import counting
from kiemdiem.core.answer import Answer, Refused, refuse
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, TallyBox, TallyLine, TallySheet

FIGURES = ("returned", "valid", "invalid")


@never_cache
def count(request: HttpRequest, key: str) -> HttpResponse:
    """Open to a teller of the meeting by his secret number, or to an account that may key the signed sheet."""
    round_ = queries.round_of(key)
    at = shared.moment_in(round_.season)
    teller, by = shared_rounds.keyer_of(request, round_)
    if teller is None and by is None:
        return redirect("ballots:enter_pin", round_.meeting.key)
    access.must_count(round_, teller=teller, by=by, at=at)
    if not is_counting(round_):
        raise refuse("Vòng này không ở bước kiểm phiếu.", todo=access.TODO_IN_STATE[round_.state])
    if round_.is_scored:
        return redirect("ballots:scores", key)
    lines = queries.lines_to_count(round_)
    sent = request.POST if request.method == "POST" else request.session.get(draft_key(round_, teller), {})
    answer, faults = None, {}
    if request.method == "POST":
        answer, faults, done = keyed(request, round_, lines, teller=teller, by=by, at=at)
        if done:
            return redirect("ballots:compared", key)
    status = 422 if answer or faults else 200
    response = replies.show(
        request, "ballots/count.html", frame=shared.frame_of(round_.season), round=round_, teller=teller,
        sheet=sheet_of(round_, lines, sent, faults),
        figures=[(name, LABELS[name], sent.get(name, "")) for name in FIGURES],
        attempt=round_.counted_attempt, answer=answer, faults=faults, number=next_part(round_),
        crumbs=shared_rounds.way_to(round_, Crumb("Kiểm phiếu")) if by else [],
        scan=forms.ScanForm() if by else None,
        shorts=[(option.short, option.name) for option in queries.options_of(round_) if option.short],
    )  # fmt: skip
    response.status_code = status
    return response


LABELS = {"returned": "Số phiếu thu về", "valid": "Số phiếu hợp lệ", "invalid": "Số phiếu không hợp lệ"}


def next_part(round_: Round) -> int:
    """Which of the two counts is being keyed."""
    return Count.objects.filter(round=round_, attempt=round_.counted_attempt).count() + 1


def draft_key(round_: Round, teller: Teller | None) -> str:
    """Where this hand's unfinished sheet is kept in its own session, out of everybody else's sight."""
    return f"count:{round_.key}:{round_.counted_attempt}:{teller.pk if teller else 0}"


def keyed(
    request: HttpRequest, round_: Round, lines: list[Line], *, teller: Teller | None, by: Any, at: Any
) -> tuple[Answer | None, dict[int, str], bool]:
    """What came of the sheet that was sent: a refusal, faults by line, and whether it was taken in."""
    draft = {name: value[:6] for name, value in request.POST.items() if name in FIGURES or name.startswith("o_")}
    request.session[draft_key(round_, teller)] = draft
    if request.POST.get("act") == "save":
        return None, {}, False
    options = len(queries.options_of(round_))
    sheet = forms.sheet_in(request.POST, positions=[line.position for line in lines], options=options)
    if sheet is None:
        faults = counting.Fault(0, "Hãy nhập đủ số phiếu thu về, hợp lệ, không hợp lệ (chỉ chữ số).")
        return commands.SheetFaulty((faults,)).answer, {}, False
    attempt = forms.number_in(request.POST.get("attempt", "")) or 0
    files = forms.ScanForm(request.POST, request.FILES if by else None)
    if not files.is_valid():
        return Answer(False, what="Chưa lưu bản kiểm phiếu.", why=files.errors["scan"][0]), {}, False
    try:
        commands.key_count(round_, sheet, attempt=attempt, teller=teller, by=by, at=at, scan=files.handed())
    except commands.SheetFaulty as refused:
        return refused.answer, {fault.position: fault.text for fault in refused.faults}, False
    except Refused as refused:
        return refused.answer, {}, False
    request.session.pop(draft_key(round_, teller), None)
    return None, {}, True


def sheet_of(round_: Round, lines: list[Line], sent: Any, faults: dict[int, str]) -> TallySheet:
    """The sheet to be shown, with what was typed; boxes begin empty, never with a number."""
    options = queries.options_of(round_)
    boxes = [
        *enumerate((option.short or option.name for option in options), start=1),
        ("blank", "Để trống"),
        ("spoiled", "Dòng hỏng"),
    ]
    valid = forms.number_in(sent.get("valid", "")) or 0
    shown = []
    for line in lines:
        typed = [(box, label, sent.get(forms.box_name(line.position, box), "")) for box, label in boxes]
        shown.append(
            TallyLine(
                title=str(line),
                boxes=tuple(TallyBox(forms.box_name(line.position, box), label, value) for box, label, value in typed),
                total=sum(forms.number_in(value) or 0 for _, _, value in typed),
                fault=faults.get(line.position, ""),
            )
        )
    return TallySheet(f"{round_.title}: số phiếu từng dòng", tuple(label for _, label in boxes), tuple(shown), valid)
