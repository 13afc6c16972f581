"""A new secret number in place of a forgotten or blocked one, shown once."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.ballots.models import Teller
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
@never_cache
def renew_pin(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit."""
    meeting = meetings.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="ballots.renew_pin", unit=meeting.unit, at=at)
    teller = get_object_or_404(Teller.objects.select_related("meeting__season", "person"), pk=pk, meeting=meeting)
    form = forms.VersionForm.of(request, initial={"version": teller.version})
    done = form.carry_out(lambda answers: commands.renew_pin(teller, by=request.user, at=at, **answers))
    back = reverse("ballots:tellers", args=[key])
    return replies.show(
        request, "ballots/renew_pin.html", form=form, pin=form.done if done else "", teller=teller, back=back,
        frame=shared.frame_of(meeting.season), tellers=queries.tellers_of(meeting),
        crumbs=shared.way_to(meeting, Crumb("Tổ kiểm phiếu", back), Crumb("Mã mới")),
    )  # fmt: skip
