"""The decision of the competent body on a cell's results: each beside what the rules gave and what was proposed."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, commands, forms, queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

DECIDES = "record_decision"


@login_required
def decide(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to whoever keys the body's decisions; the line on oneself is left to somebody else."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    org_access.must_hold(request.user, access.ACTS["grading.decide"], unit=season.unit, on=day, act="grading.decide")
    book, open_lines = shown.book_of(season), open_results(season, unit, by=request.user)
    lines = [(result.subject, shown.said(book, result), levels(book, result)) for result in open_lines]
    form = forms.DecideForm.of(request, subjects=lines)
    if form.carry_out(lambda answers: carried_out(season, form, answers, by=request.user, at=at)):
        return redirect("grading:unit_results", key, unit_key)
    name = org.unit_name(unit, on=day)
    return replies.show(
        request,
        "grading/decide.html",
        form=form,
        frame=frame.frame_of(season),
        crumbs=shown.way_to(season, Crumb(f"Ghi quyết định: {name}")),
        name=name,
        rows=form.rows(),
    )


def open_results(season: Season, unit: Unit, *, by: Account) -> list[Result]:
    """The results of the unit not decided yet, but for the reader's own."""
    subjects = list(cycles.members_of(season, unit).filter(ended_on__isnull=True, is_graded=True))
    own = cycles.subject_of_unit(season, unit, kind="cell")
    found = queries.results_of([*subjects, *([own] if own else [])])
    return [
        result
        for result in found
        if result.decision is None
        and result.verdict is not None
        and not (result.subject.person and org_access.is_own_file(by, result.subject.person))
    ]


def levels(book: Rulebook, result: Result) -> list[tuple[str, str]]:
    """The grades to choose from, none picked beforehand."""
    scale = book.subjects.scale(book.subjects.subject(result.subject.kind).scale or "")
    return [("", "Chưa quyết định"), *((level.code, level.name) for level in scale.levels)]


def carried_out(
    season: Season, form: forms.DecideForm, answers: dict[str, Any], *, by: Account, at: datetime
) -> list[Any]:
    """The decisions kept, all of them or none."""
    chosen = [commands.Chosen(subject, grade, reason) for subject, grade, reason in form.chosen()]
    if not chosen:
        raise refuse("Chưa ghi quyết định nào: chưa chọn mức cho ai.", todo="Chọn mức cho ít nhất một dòng.")
    return commands.decide_grades(
        season,
        chosen,
        body=deciding_body(season),
        decided_on=answers["decided_on"],
        document=answers["document"],
        by=by,
        at=at,
    )


def deciding_body(season: Season) -> Unit:
    """The body whose decision it is, as the rulebook's gate names its kind."""
    gates = [g for g in shown.book_of(season).process.gates if g.act == DECIDES and g.kind == "competent_body"]
    kinds = gates[0].params["bodies"] if gates else ["executive_committee"]
    return cycles.units_of_kind(season, *kinds).first().unit
