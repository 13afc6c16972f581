"""What every page of a ballot shares: who counts here, and the way to the page."""

from django.http import HttpRequest
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.ballots.models import Round, Teller
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web.shapes import Crumb

TELLER = "teller"


def teller_of(request: HttpRequest, meeting: Meeting) -> Teller | None:
    """The teller of this meeting who entered his secret number on this device."""
    pk = request.session.get(TELLER)
    return Teller.objects.filter(pk=pk, meeting=meeting).select_related("person").first() if pk else None


def account_of(request: HttpRequest) -> Account | None:
    """Who is signed in, if anybody is."""
    return request.user if isinstance(request.user, Account) else None


def keyer_of(request: HttpRequest, round_: Round) -> tuple[Teller | None, Account | None]:
    """Who keys a count of the round here: a teller where tellers key it, else the account; neither when unknown."""
    teller = teller_of(request, round_.meeting) if round_.entry == Round.Entry.TELLERS else None
    return teller, None if teller else account_of(request)


def way_to(round_: Round, *more: Crumb) -> list[Crumb]:
    """The way to a page of one round."""
    here = Crumb(round_.title, reverse("ballots:round", args=[round_.key]) if more else "")
    listed = Crumb("Bỏ phiếu", reverse("ballots:ballots", args=[round_.meeting.key]))
    return shared.way_to(round_.meeting, listed, here, *more)
