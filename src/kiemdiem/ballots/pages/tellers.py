"""Electing tellers and handing them their secret numbers; each number is shown once."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kiemdiem.ballots import access, commands, forms, queries
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
@never_cache
def tellers(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever keeps the meetings of the unit. The number stands on the answer to the POST and nowhere else."""
    meeting = meetings.meeting(key)
    at = shared.moment_in(meeting.season)
    access.must_let(request.user, act="ballots.elect_teller", unit=meeting.unit, at=at)
    elected = {teller.person_id for teller in queries.tellers_of(meeting)}
    here = [
        each.person for each in meetings.roll_of(meeting) if each.present and each.person_id not in elected | {None}
    ]
    form = forms.ElectForm.of(request, people=here)

    def do(answers: dict[str, Any]) -> Any:
        return commands.elect_teller(
            meeting, org.person(answers["person"]), is_head=answers["is_head"], by=request.user, at=at
        )

    handed = form.done if form.carry_out(do) else None
    back = reverse("ballots:ballots", args=[key])
    return replies.show(
        request, "ballots/tellers.html", form=form if not handed else None, handed=handed, meeting=meeting,
        fresh=forms.ElectForm(people=[person for person in here if not handed or person.pk != handed[0].person_id]),
        tellers=queries.tellers_of(meeting), frame=shared.frame_of(meeting.season),
        crumbs=shared.way_to(meeting, Crumb("Bỏ phiếu", back), Crumb("Tổ kiểm phiếu")),
        entry_url=request.build_absolute_uri(reverse("ballots:enter_pin", args=[key])), back=back,
    )  # fmt: skip
