"""The two counts side by side: nothing while one is missing, then where they differ, or that they agree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kiemdiem.ballots import access, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.round_act import offered
from kiemdiem.core import counting
from kiemdiem.core.process.score import shown as points
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb, Difference

# What comes next, by what the comparison showed.
DONE, DIFFERENT, UNBALANCED = ("cong-bo",), ("kiem-lai",), ("huy", "kiem-lai")


@never_cache
@require_safe
def compared(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the tellers of the meeting and to whoever may see its ballots."""
    round_ = queries.round_of(key)
    teller, by = shared_rounds.teller_of(request, round_.meeting), shared_rounds.account_of(request)
    if teller is None:
        if by is None:
            return redirect("ballots:enter_pin", round_.meeting.key)
        access.must_let(by, act="ballots.see", unit=round_.meeting.unit, at=shared.moment_in(round_.season))
    names = {line.position: str(line) for line in queries.lines_of(round_)}
    found = [
        Difference(f"{names.get(each.position, 'Cả vòng')}: {each.what}", str(each.first), str(each.second))
        for each in queries.differences_of(round_)
    ]
    found += [
        Difference(f"Phiếu điểm {slip_text(slip)}", f"{first} phiếu", f"{second} phiếu")
        for slip, first, second in queries.slip_differences_of(round_)
    ]
    can = offered(round_, by=by, on=shared.today_in(round_.season)) if by and teller is None else {}
    done = round_.state == Round.State.LOCKED and round_.official_attempt == round_.counted_attempt
    return replies.show(
        request, "ballots/compared.html", frame=shared.frame_of(round_.season), round=round_, items=found, done=done,
        keyed=len(queries.counts_of(round_)), may_act=by is not None and teller is None, teller=teller,
        crumbs=shared_rounds.way_to(round_, Crumb("Đối chiếu")) if teller is None else [],
        ways=[can[slug] for slug in (DONE if done else DIFFERENT if found else UNBALANCED) if slug in can],
    )  # fmt: skip


def slip_text(slip: counting.ScoredSlip) -> str:
    """A score slip in one line."""
    if slip.spoiled:
        return "không hợp lệ"
    return " – ".join("trống" if part is None else points(part) for part in slip.parts)
