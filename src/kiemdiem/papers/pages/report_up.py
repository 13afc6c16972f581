"""The report to the committee above: what it will say, what is still missing, writing it, and that it was sent."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles import commands as cycles_commands
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.grading import queries as grading
from kiemdiem.papers import access, commands, forms, gathering, queries
from kiemdiem.papers.gathering import reports
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.pages import season as shared
from kiemdiem.papers.pages.papers import COLUMNS, row_of
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import AnswerRow, Column, Crumb, Step, Table, TableCell

WRITTEN = ("report_up", "members_table", "aggregate_report")


@login_required
def report_up(request: HttpRequest, season_key: str) -> HttpResponse:
    """Open to whoever reads the committee's papers; writing and sending are two forms of the one page."""
    season = cycles.season(season_key)
    at = shared.moment_in(season)
    access.must_let(request.user, "papers.see", unit=season.unit, at=at)
    step = cycles.step_up(season)
    if request.method == "POST" and request.POST.get("act") == "write":
        written(season, request=request, at=at)
        return redirect("papers:report_up", season_key)
    form = send_form(request, step=step, season=season)
    if request.method == "POST" and form is None:
        raise refuse("Chưa ghi được việc gửi báo cáo.", todo="Nhờ người được giao việc này ghi, khi đến bước đó.")
    if form is not None and form.carry_out(lambda answers: sent(step, answers, by=request.user, at=at)):
        return redirect("papers:report_up", season_key)
    values = reports.report_up_values(Frame(season, shared.today_in(season)))
    papers = queries.papers_of(season).filter(unit=season.unit, form_key__in=WRITTEN).order_by("-pk")[:12]
    return replies.show(
        request, "papers/report_up.html", form=form, step=step, frame=shared.frame_of(season), season=season,
        crumbs=[Crumb("Báo cáo lên cấp trên")], rows=rows(values, step=step), steps=steps(step),
        members=figures(values), cells=graded(values),
        papers=Table("Báo cáo và bảng đã lập", COLUMNS, tuple(row_of(each) for each in papers)),
        grades_body=grading.grades_party_body(season),
        may_write=may(request, "papers.write_papers", season=season, at=at), may_send=form is not None,
    )  # fmt: skip


def written(season: Season, *, request: HttpRequest, at: datetime) -> None:
    """The report with its two tables, as the records stand today."""
    orders = gathering.orders_of_season(season, on=shared.today_in(season))
    commands.write_papers(season, orders, by=request.user, at=at)


def may(request: HttpRequest, act: str, *, season: Season, at: datetime) -> bool:
    """Whether the reader may write papers of the committee, in a season that is open."""
    return season.state == Season.State.OPEN and access.may(request.user, act, unit=season.unit, at=at)


def send_form(request: HttpRequest, *, step: PlanStep | None, season: Season) -> forms.SendForm | None:
    """The form that records the sending, for whoever may and as long as it is not recorded."""
    at = shared.moment_in(season)
    act = "cycles.finish_step"
    if step is None or step.done_on is not None or season.state != Season.State.OPEN:
        return None
    if not cycles_access.may(request.user, act=act, unit=step.unit or season.unit, at=at):
        return None
    return forms.SendForm.of(request, initial={"version": step.version, "sent_on": shared.today_in(season)})


def sent(step: PlanStep, answers: dict[str, Any], *, by: Any, at: datetime) -> Any:
    """The report recorded as sent, with its number and how it went."""
    note = "; ".join(text for text in (answers["document"], answers["how"]) if text)
    return cycles_commands.finish_step(
        step, done_on=answers["sent_on"], note=note, paper=answers["document"], version=answers["version"], by=by, at=at
    )


def rows(values: dict[str, Any], *, step: PlanStep | None) -> list[AnswerRow]:
    """What the report says in a few lines, and until when it is due."""
    due = f"{phrases.day(step.from_on)} – {phrases.day(step.last_on)}" if step else "Kế hoạch không nêu"
    return [
        AnswerRow("Nơi nhận", values["addressee"]),
        AnswerRow("Thời gian gửi", due),
        AnswerRow("Đảng bộ tự phân loại", values["party_body_grade"]),
        AnswerRow("Chi bộ đề nghị biểu dương", "; ".join(values["commended"]) or "Chưa có"),
        AnswerRow("Tập thể đã kiểm điểm", str(len(values["collectives"]))),
    ]


def steps(step: PlanStep | None) -> list[Step]:
    """What comes before the report by the plan, and the sending itself; the first one not done is the present one."""
    needed = cycles.steps_before(step) if step else []
    found, current = [], False
    for each in [*needed, *([step] if step else [])]:
        state = "done" if each.done_on else "waiting" if current else "current"
        current = current or each.done_on is None
        note = each.done_note if each.done_on else f"Theo kế hoạch: {phrases.day(each.last_on)}"
        found.append(Step(each.title, state, note=note, done_on=each.done_on))
    return found


def figures(values: dict[str, Any]) -> Table:
    """The members by grade, as the report prints them."""
    shown = tuple(
        (TableCell(f"{row['mark']}. {row['title']}"), TableCell(str(row["count"]))) for row in values["figures"]
    )
    return Table("Đảng viên", (Column("Nội dung"), Column("Số lượng", True)), shown)


def graded(values: dict[str, Any]) -> Table:
    """The cells by grade, as the report prints them."""
    shown = tuple((TableCell(row["title"]), TableCell(str(row["count"]))) for row in values["cells"])
    return Table("Chi bộ", (Column("Mức"), Column("Số chi bộ", True)), shown)
