"""Keying score slips one by one: unnumbered, each kept at once, each part against its maximum."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.ballots.models import Round, ScorePile, Teller
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.count import next_part
from kiemdiem.ballots.pages.round import is_counting
from kiemdiem.core import counting
from kiemdiem.core.answer import Answer, Refused, refuse
from kiemdiem.core.process.score import shown as points
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

UNREADABLE = "Điểm không đọc được; viết số như 38 hoặc 38,5."


@dataclass(frozen=True)
class Keying:
    """Whose pile the page is about: the round, the pile when it was begun, and the hand that keys it."""

    round: Round
    pile: ScorePile | None
    hand: dict[str, Any]

    @property
    def full(self) -> bool:
        """Every slip given back is keyed."""
        return self.pile is not None and len(self.pile.slips) == self.pile.returned


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
    keying = keying_of(round_, teller=teller, by=by, at=at)
    answer = None
    if request.method == "POST":
        answer, done = sent(request, keying)
        if done:
            return redirect("ballots:compared" if done == "finish" else "ballots:scores", key)
    response = replies.show(
        request, "ballots/scores.html", frame=shared.frame_of(round_.season), round=round_, teller=teller,
        keying=keying, pile=keying.pile, boxes=boxes(request, keying), kept=kept(keying), answer=answer,
        place=place_of(request, keying), number=next_part(round_),
        crumbs=shared_rounds.way_to(round_, Crumb("Nhập phiếu điểm")) if by else [],
    )  # fmt: skip
    response.status_code = 422 if answer else 200
    return response


def keying_of(round_: Round, *, teller: Teller | None, by: Account | None, at: Any) -> Keying:
    """The hand's own pile; no other hand's is ever read."""
    hand = {"teller": teller, "by": by, "at": at}
    return Keying(round_, queries.pile_of(round_, teller=teller, by=by), hand)


def sent(request: HttpRequest, keying: Keying) -> tuple[Answer | None, str]:
    """What came of what was sent: a refusal, or the word of the act that was done."""
    act = request.POST.get("act", "")
    try:
        carry_out(act, request, keying)
    except Refused as refused:
        return refused.answer, ""
    return None, act


def carry_out(act: str, request: HttpRequest, keying: Keying) -> None:
    """Does one act: the number of slips, one slip, taking one out, the whole pile.

    Raises: Refused.
    """
    number = forms.number_in(request.POST.get("returned", "")) or 0
    if act == "begin":
        commands.begin_pile(keying.round, number, **keying.hand)
        return
    if keying.pile is None:
        raise refuse("Chưa ghi số phiếu thu về.", todo="Hãy ghi số phiếu thu về trước khi nhập từng phiếu.")
    version = forms.number_in(request.POST.get("version", "")) or 0
    place = forms.number_in(request.POST.get("place", ""))
    if act == "slip":
        slip = forms.slip_in(request.POST, parts=len(queries.options_of(keying.round)))
        if slip is None:
            raise commands.SheetFaulty((counting.Fault(0, UNREADABLE),))
        commands.add_slip(keying.pile, slip, version=version, place=place, **keying.hand)
    elif act == "drop" and place is not None:
        commands.take_out_slip(keying.pile, place, version=version, **keying.hand)
    elif act == "finish":
        figures = counting.Sheet(keying.pile.returned, keying.pile.returned, 0, {})
        slips, attempt = queries.slips_in(keying.pile), keying.pile.attempt
        commands.key_count(keying.round, figures, attempt=attempt, slips=slips, **keying.hand)
    else:
        raise refuse("Chưa làm được: không rõ việc cần làm.", todo="Hãy tải lại trang.")


def place_of(request: HttpRequest, keying: Keying) -> int | None:
    """Which slip of the pile is being put right: as it was asked, while the pile is still the one that was shown."""
    asked = request.POST if request.method == "POST" else request.GET
    place = forms.number_in(asked.get("place", ""))
    same = keying.pile is not None and asked.get("version") == str(keying.pile.version)
    return place if same and place is not None and place < len(keying.pile.slips) else None


def boxes(request: HttpRequest, keying: Keying) -> dict[str, Any]:
    """The boxes of the one slip on the page: as typed, as kept when it is put right, else empty."""
    parts = queries.options_of(keying.round)
    values: Any = request.POST if request.method == "POST" else {}
    place = place_of(request, keying)
    if request.method != "POST" and place is not None:
        slip = keying.pile.slips[place]
        values = {f"d_{n}": "" if part is None else points(part) for n, part in enumerate(slip["parts"], start=1)}
        values["d_total"] = "" if slip["written_total"] is None else points(slip["written_total"])
        values["d_bad"] = "1" if slip["spoiled"] else ""
    return {
        "parts": [(f"d_{number}", part, values.get(f"d_{number}", "")) for number, part in enumerate(parts, start=1)],
        "total": values.get("d_total", ""),
        "bad": values.get("d_bad") == "1",
    }


def kept(keying: Keying) -> list[tuple[int, str]]:
    """The slips keyed so far, in the shuffled order of the pile; the place says where one lies now, no more."""
    slips = queries.slips_in(keying.pile) if keying.pile else []
    return [(place, text_of(slip)) for place, slip in enumerate(slips)]


def text_of(slip: counting.ScoredSlip) -> str:
    """A slip in one line."""
    if slip.spoiled:
        return "không hợp lệ"
    return " – ".join("trống" if part is None else points(part) for part in slip.parts)
