"""Keying score slips one by one: unnumbered, each part against its maximum, the parts beating a written total."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.count import next_part
from kiemdiem.ballots.pages.round import is_counting
from kiemdiem.core import counting
from kiemdiem.core.answer import Answer, Refused, refuse
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

MOST_SLIPS = 200


@never_cache
def scores(request: HttpRequest, key: str) -> HttpResponse:
    """Open to a teller of the meeting by his secret number, or to an account that may key the slips."""
    round_ = queries.round_of(key)
    at = shared.moment_in(round_.season)
    teller, by = shared_rounds.keyer_of(request, round_)
    if teller is None and by is None:
        return redirect("ballots:enter_pin", round_.meeting.key)
    access.must_count(round_, teller=teller, by=by, at=at)
    if not (round_.is_scored and is_counting(round_)):
        raise refuse("Vòng này không ở bước nhập phiếu điểm.", todo=access.TODO_IN_STATE[round_.state])
    rows = rows_wanted(request, round_)
    answer, faults = None, {}
    if request.method == "POST" and request.POST.get("act") == "finish":
        answer, faults, done = keyed(request, round_, rows, teller=teller, by=by, at=at)
        if done:
            return redirect("ballots:compared", key)
    response = replies.show(
        request, "ballots/scores.html", frame=shared.frame_of(round_.season), round=round_, teller=teller,
        parts=queries.options_of(round_), slips=slips_shown(request, round_, rows, faults), rows=rows, answer=answer,
        attempt=round_.counted_attempt, number=next_part(round_),
        crumbs=shared_rounds.way_to(round_, Crumb("Nhập phiếu điểm")) if by else [],
    )  # fmt: skip
    response.status_code = 422 if answer else 200
    return response


def rows_wanted(request: HttpRequest, round_: Round) -> int:
    """How many slips came back, as typed; to begin with as many as were handed out."""
    typed = forms.number_in(request.POST.get("returned", "")) if request.method == "POST" else None
    return min(typed if typed is not None else round_.issued or 0, MOST_SLIPS)


def keyed(
    request: HttpRequest, round_: Round, rows: int, *, teller: Any, by: Any, at: Any
) -> tuple[Answer | None, dict[int, str], bool]:
    """What came of the pile that was sent: a refusal, faults by slip, and whether it was taken in."""
    slips, unreadable = forms.slips_in(request.POST, rows=rows, parts=len(queries.options_of(round_)))
    attempt = forms.number_in(request.POST.get("attempt", "")) or 0
    try:
        if unreadable:
            raise commands.SheetFaulty(
                tuple(counting.Fault(row, "Điểm không đọc được; viết số như 38 hoặc 38,5.") for row in unreadable)
            )
        figures = counting.Sheet(rows, rows, 0, {})
        commands.key_count(round_, figures, attempt=attempt, teller=teller, by=by, at=at, slips=slips)
    except commands.SheetFaulty as refused:
        return refused.answer, {fault.position: fault.text for fault in refused.faults}, False
    except Refused as refused:
        return refused.answer, {}, False
    return None, {}, True


def slips_shown(request: HttpRequest, round_: Round, rows: int, faults: dict[int, str]) -> list[dict[str, Any]]:
    """One row for each slip with what was typed; rows begin empty."""
    parts = queries.options_of(round_)
    return [
        {
            "number": row,
            "boxes": [
                (f"d_{row}_{place}", part, request.POST.get(f"d_{row}_{place}", ""))
                for place, part in enumerate(parts, start=1)
            ],
            "total": request.POST.get(f"d_{row}_total", ""),
            "bad": request.POST.get(f"d_{row}_bad") == "1",
            "fault": faults.get(row, ""),
        }
        for row in range(1, rows + 1)
    ]
