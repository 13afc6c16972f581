"""Where a teller begins: no account, only the secret number of this meeting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from kiemdiem.ballots import commands, forms, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.round import is_counting
from kiemdiem.core.answer import refuse
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies


@never_cache
def enter_pin(request: HttpRequest, key: str) -> HttpResponse:
    """Open to everybody in the room; tells only the tellers' names and which rounds wait for a count."""
    meeting = meetings.meeting(key)
    elected = queries.tellers_of(meeting)
    form = forms.PinForm.of(request, tellers=elected)
    teller = shared_rounds.teller_of(request, meeting)

    def do(answers: dict[str, Any]) -> int:
        who = next(each for each in elected if str(each.pk) == answers["teller"])
        if not commands.enter_pin(who, answers["pin"], at=shared.moment_in(meeting.season)):
            raise refuse("Mã kiểm phiếu không đúng.", todo="Hãy nhập lại; sau năm lần sai mã bị khóa.")
        return who.pk

    if request.method == "POST" and request.POST.get("act") == "leave":
        request.session.pop(shared_rounds.TELLER, None)
        return redirect("ballots:enter_pin", key)
    if form.carry_out(do):
        # A new session for each teller: the second starts from a blank form on the same device.
        request.session.cycle_key()
        request.session[shared_rounds.TELLER] = form.done
        return redirect("ballots:enter_pin", key)
    waiting = [each for each in queries.rounds_of(meeting) if is_counting(each) and each.entry == Round.Entry.TELLERS]
    return replies.show(
        request, "ballots/enter_pin.html", form=form, meeting=meeting, teller=teller, tellers=elected, waiting=waiting
    )
