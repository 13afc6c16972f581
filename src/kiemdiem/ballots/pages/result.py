"""The result of a locked round, to be read out: every line at once, with the named number votes are measured by."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.ballots import access, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.round import figures_of
from kiemdiem.core.answer import refuse
from kiemdiem.meetings.pages import season as shared
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell


@login_required
@require_safe
def result(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever may see the ballots of the unit, once the round is locked."""
    round_ = queries.round_of(key)
    access.must_let(request.user, act="ballots.see", unit=round_.meeting.unit, at=shared.moment_in(round_.season))
    if round_.state != Round.State.LOCKED:
        raise refuse("Chưa có kết quả: vòng bỏ phiếu chưa chốt.", todo=access.TODO_IN_STATE[round_.state])
    results = queries.results_of(round_)
    return replies.show(
        request, "ballots/result.html", frame=shared.frame_of(round_.season), round=round_,
        crumbs=shared_rounds.way_to(round_, Crumb("Kết quả")), figures=figures_of(round_),
        shown=table_of(round_, results) if results else None,
        measured=(results[0].denominator_name, results[0].denominator) if results else None,
        mean=queries.mean_of(round_) if round_.is_scored else None, note=queries.secrecy_note(round_),
        corrections=[each for each in queries.recounts_of(round_) if each.is_correction],
    )  # fmt: skip


NOBODY = TableCell("Chưa mức nào đủ phiếu", tone="warn")


def table_of(round_: Round, results: list[queries.Result]) -> Table:
    """Votes of every line with their share, and the grade the vote gives."""
    options = queries.options_of(round_)
    names = {option.key: option.name for option in options}
    columns = (
        Column("Họ và tên"),
        *(Column(option.short or option.name, True) for option in options),
        Column("Để trống", True),
        Column("Dòng hỏng", True),
        Column("Cần", True),
        Column("Kết quả bỏ phiếu"),
    )
    rows = tuple(
        (
            TableCell(str(each.line)),
            *(TableCell(str(each.votes[option.key]), note=f"{each.percent(option.key)}%") for option in options),
            TableCell(str(each.blank)),
            TableCell(str(each.spoiled)),
            TableCell(" / ".join(str(votes) for votes in dict.fromkeys(each.needed.values()))),
            TableCell(names[each.winner], tone="good")
            if each.winner
            else TableCell("Chưa mức nào đủ phiếu", tone="warn"),
        )
        for each in results
    )
    return Table(f"Kết quả {round_.title.lower()}", columns, rows)
