"""The acts on the steps of a plan: setting days in the draft, doing one, taking that back, who watches which cell."""

from datetime import date, datetime, timedelta

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import ALLOWED, Answer, must, refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import HoldBriefing
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import Assignment, PlanStep, Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org import queries as org
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person, Unit

BRIEFING = "briefing"
AS_PLANNED = queries.Sent()
DONE = ("done_on", "done_note", "done_at", "done_by", "done_paper", "done_mark")


def write_steps(season: Season, book: Rulebook, *, on: date) -> int:
    """How many steps the plan now has; part of drafting a season."""
    steps = queries.steps_drawn(book, org.units_under(season.unit, on=on))
    PlanStep.objects.bulk_create(
        PlanStep(
            season=season,
            key=step.key,
            entry_key=step.entry_key,
            kind=step.kind,
            title=step.title,
            clause=step.clause,
            rows=list(step.rows),
            position=position,
            unit=step.unit,
            unit_name=step.unit_name,
            from_on=step.from_on,
            last_on=step.last_on,
            printed=step.printed,
            follows_key=step.follows_key,
            follows_days=step.follows_days,
        )
        for position, step in enumerate(steps, start=1)
    )
    return len(steps)


def set_step_days(
    step: PlanStep, *, from_on: date, last_on: date, version: int | None = None, by: Account, at: datetime
) -> PlanStep:
    """The step of a plan not yet passed on other days; what follows it moves along.

    Raises: Refused once the plan was passed: from then on it is amended.
    """
    name = "cycles.set_step_days"
    with journal.act(name, by=by, at=at, about=f"step:{step.key}", season=step.season.key) as act:
        kept = hold(PlanStep, step.pk, version=version)
        access.must_let(by, act=name, unit=kept.season.unit, at=at)
        access.must_stand(kept.season, act=name)
        if kept.season.plan.passed_on is not None:
            raise refuse("Kế hoạch đã thông qua, không sửa trực tiếp.", todo="Hãy dùng điều chỉnh kế hoạch.")
        act.details = {"before": [kept.from_on.isoformat(), kept.last_on.isoformat()]}
        move_step(kept, from_on=from_on, last_on=last_on)
        return kept


def move_step(step: PlanStep, *, from_on: date, last_on: date) -> list[PlanStep]:
    """The step on its new days, and the steps whose term counts from it; part of another act."""
    if last_on < from_on:
        raise refuse("Chưa lưu: ngày cuối trước ngày đầu.", todo="Hãy sửa lại hai ngày.")
    step.from_on, step.last_on = from_on, last_on
    step.save(update_fields=["from_on", "last_on"])
    moved = [step]
    for follower in PlanStep.objects.filter(season=step.season, follows_key=step.key):
        follower.from_on, follower.last_on = last_on, last_on + timedelta(days=follower.follows_days or 0)
        follower.version += 1
        follower.save(update_fields=["from_on", "last_on", "version"])
        moved.append(follower)
    return moved


def finish_step(
    step: PlanStep,
    *,
    done_on: date,
    note: str = "",
    paper: str = "",
    sent: queries.Sent = AS_PLANNED,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Answer:
    """The step as done on its true day; the answer tells whether that was late or out of order.

    `sent`: of a step that sends results on, who sent them to whom. `paper`: the signed paper that tells of it.
    Raises: Refused for a day to come, and, of results sent on, for a past day that no paper tells and for today
        before what the rules put first.
    """
    name = "cycles.finish_step"
    with journal.act(name, by=by, at=at, about=f"step:{step.key}", season=step.season.key) as act:
        kept = hold(PlanStep, step.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit or kept.season.unit, at=at)
        access.must_stand(kept.season, act=name)
        if done_on > day_of(at):
            raise refuse("Chưa ghi được: ngày thực hiện chưa đến.", todo="Hãy nhập ngày đã thực hiện trên thực tế.")
        answer = must(_said(kept, done_on=done_on, sent=sent, paper=paper, today=day_of(at)))
        kept.done_on, kept.done_note, kept.done_at, kept.done_by = done_on, note.strip(), at, by
        kept.done_paper, kept.done_mark = paper.strip(), answer.warning[:600] if answer.out_of_order else ""
        kept.save(update_fields=DONE)
        act.happened_on, act.rows = done_on, tuple(dict.fromkeys((*kept.rows, *answer.rows)))
        act.details = {"warning": answer.warning, "note": note, "paper": paper}
        return answer


def _said(step: PlanStep, *, done_on: date, sent: queries.Sent, paper: str, today: date) -> Answer:
    """What the rules say to a step: a briefing already held by its window, results sent on by the gates of sending."""
    if step.kind == BRIEFING:
        facts = HoldBriefing(done_on=done_on, window_from_on=step.from_on, window_until_on=step.last_on)
        return gates.may(queries.book_of(step.season), facts, recording=True)
    if step.kind == queries.REPORT:
        if done_on < today and not paper.strip():
            raise refuse(
                f"Chưa ghi được: ngày {done_on:%d/%m/%Y} đã qua.",
                why="Báo cáo đã gửi trước hôm nay chỉ được ghi lại theo bản giấy.",
                todo="Hãy ghi số, ngày của bản giấy làm căn cứ, hoặc ghi theo ngày hôm nay.",
            )
        asked = queries.sending_facts(step, done_on=done_on, sent=sent)
        return gates.may(queries.book_of(step.season), asked, recording=done_on < today)
    return ALLOWED


def reopen_step(step: PlanStep, *, why: str, version: int | None = None, by: Account, at: datetime) -> PlanStep:
    """The step as not done after all, with the reason in the journal."""
    name = "cycles.reopen_step"
    with journal.act(name, by=by, at=at, about=f"step:{step.key}", season=step.season.key) as act:
        kept = hold(PlanStep, step.pk, version=version)
        access.must_let(by, act=name, unit=kept.season.unit, at=at)
        access.must_stand(kept.season, act=name)
        if not why.strip():
            raise refuse("Chưa lưu: thiếu lý do.", todo="Hãy ghi vì sao bỏ đánh dấu đã thực hiện.")
        act.details = {"why": why, "done_on": kept.done_on.isoformat() if kept.done_on else ""}
        kept.done_on, kept.done_note, kept.done_at, kept.done_by = None, "", None, None
        kept.done_paper, kept.done_mark = "", ""
        kept.save(update_fields=DONE)
        return kept


def assign_supervisor(
    season: Season, unit: Unit, *, supervisor: Person, line: int, why: str = "", by: Account, at: datetime
) -> Assignment:
    """The person who from now on guides and follows the unit; the former one is relieved, with the reason.

    Raises: Refused when another watches it already and no reason is given.
    """
    name = "cycles.assign_supervisor"
    with journal.act(name, by=by, at=at, about=f"unit:{unit.key}", season=season.key) as act:
        access.must_let(by, act=name, unit=season.unit, at=at)
        access.must_stand(season, act=name)
        former = Assignment.objects.filter(season=season, unit=unit, ended_at__isnull=True).first()
        if former is not None and former.supervisor_id == supervisor.pk:
            return former
        if former is not None:
            if not why.strip():
                raise refuse("Chi bộ này đã có người phụ trách.", todo="Muốn đổi người, hãy ghi lý do.")
            former.ended_at, former.ended_by, former.ended_why = at, by, why.strip()
            former.save(update_fields=["ended_at", "ended_by", "ended_why"])
        act.details = {"supervisor": supervisor.key, "line": line, "why": why}
        return Assignment.objects.create(
            season=season, unit=unit, supervisor=supervisor, line=line, made_at=at, made_by=by
        )
