"""The ballots of one meeting: tellers, rounds held and void, rounds that can come next, the sealed slips."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.ballots import access, queries
from kiemdiem.ballots.models import Round
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

TONES = {"prepared": "quiet", "issued": "busy", "counting": "busy", "locked": "good", "void": "bad"}


@login_required
@require_safe
def ballots(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever may see the ballots of the unit."""
    meeting = meetings.meeting(key)
    access.must_let(request.user, act="ballots.see", unit=meeting.unit, at=shared.moment_in(meeting.season))
    day = shared.today_in(meeting.season)
    keeps = org_access.holds(request.user, access.KEEPERS, unit=meeting.unit, on=day, act="ballots.prepare_round")
    return replies.show(
        request, "ballots/ballots.html", frame=shared.frame_of(meeting.season), meeting=meeting,
        crumbs=shared.way_to(meeting, Crumb("Bỏ phiếu")),
        tellers=queries.tellers_of(meeting),
        shown=rounds_table(meeting),
        possible=possible(meeting) if keeps and meeting.state == Meeting.State.OPEN else [],
        keeps=keeps,
        is_open=meeting.state == Meeting.State.OPEN,
        custody=queries.custody_of(meeting),
    )  # fmt: skip


def possible(meeting: Meeting) -> list[tuple[str, str]]:
    """The rounds that can be prepared now, each with its page."""
    return [
        (queries.shape_of(meeting.season, each.ballot_key, number=each.number).title,
         reverse("ballots:prepare", args=[meeting.key, each.ballot_key, each.number]))
        for each in queries.possible_rounds(meeting)
    ]  # fmt: skip


def rounds_table(meeting: Meeting) -> Table:
    """Every round of the meeting, void ones with their reason."""
    rows = tuple(
        (
            TableCell(each.title, reverse("ballots:round", args=[each.key])),
            TableCell(each.get_state_display(), tone=TONES[each.state]),
            TableCell(f"{each.present}/{each.convened}"),
            TableCell(note_of(each)),
        )
        for each in queries.rounds_of(meeting)
    )
    columns = (Column("Vòng bỏ phiếu"), Column("Trạng thái"), Column("Có mặt", True), Column("Ghi chú"))
    return Table("Các vòng bỏ phiếu", columns, rows)


def note_of(round_: Round) -> str:
    """What a round is marked with: announced, or void with its figures and the reason."""
    if round_.state != Round.State.VOID:
        return "Đã công bố" if round_.announced_on else ""
    counted = ((round_.issued, "phát ra"), (round_.returned, "thu về"))
    figures = ", ".join(f"{label} {number} phiếu" for number, label in counted if number is not None)
    return f"{round_.void_why} ({figures})" if figures else round_.void_why
