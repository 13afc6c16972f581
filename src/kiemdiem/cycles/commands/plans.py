"""The acts on the plan as a document: passing it at a meeting, amending it by a numbered change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.process import gates
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.commands.steps import finish_step, move_step
from kiemdiem.cycles.models import Plan, PlanChange, PlanStep, Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of


@dataclass(frozen=True)
class Passing:
    """How a plan was passed: at which meeting, on which day, under which number, signed by whom.

    `step`: the key of the plan's own step that was this meeting; it is done with it.
    """

    meeting: str
    passed_on: date
    signer: str
    number: str = ""
    step: str = ""


@dataclass(frozen=True)
class NewDays:
    """One step of a passed plan and the days it is moved to, both included; `version` as its page showed it."""

    step: PlanStep
    from_on: date
    last_on: date
    version: int | None = None


def pass_plan(season: Season, *, passing: Passing, version: int | None = None, by: Account, at: datetime) -> Answer:
    """The plan as passed; the answer tells what the rules warn about.

    Raises: Refused while the calendar does not fit: a cell without its day or supervisor, a day outside its window.
    """
    name = "cycles.pass_plan"
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        plan = hold(Plan, season.plan.pk, version=version)
        access.must_let(by, act=name, unit=season.unit, at=at)
        access.must_stand(season, act=name)
        if plan.passed_on is not None:
            raise refuse("Kế hoạch đã được thông qua.", todo="Muốn thay đổi, hãy dùng điều chỉnh kế hoạch.")
        _must_be_whole(passing, at=at)
        answer = must(gates.may(queries.book_of(season), queries.facts_of_plan(season, passed_on=passing.passed_on)))
        plan.meeting, plan.signer = passing.meeting.strip(), passing.signer.strip()
        plan.number = passing.number.strip() or plan.number
        plan.passed_on, plan.passed_at, plan.passed_by = passing.passed_on, at, by
        plan.save()
        if passing.step:
            finish_step(_step_of(season, passing), done_on=passing.passed_on, note=plan.meeting, by=by, at=at)
        act.happened_on, act.rows = passing.passed_on, answer.rows
        act.details = {"meeting": plan.meeting, "number": plan.number, "warning": answer.warning}
        return answer


def _step_of(season: Season, passing: Passing) -> PlanStep:
    found = queries.step(season, passing.step)
    if found is None:
        raise refuse("Kế hoạch không có bước này.", todo="Hãy chọn lại hội nghị trong danh sách bước.")
    return found


def _must_be_whole(passing: Passing, *, at: datetime) -> None:
    if not passing.meeting.strip() or not passing.signer.strip():
        raise refuse("Chưa ghi được việc thông qua: thiếu cuộc họp hoặc người ký.", todo="Hãy nhập đủ cả hai.")
    if passing.passed_on > day_of(at):
        raise refuse("Chưa ghi được việc thông qua: ngày thông qua chưa đến.", todo="Hãy nhập ngày trên thực tế.")


def amend_plan(
    season: Season, *, days: Sequence[NewDays], reason: str, document: str = "", by: Account, at: datetime
) -> Answer:
    """The passed plan amended by one numbered change; the old days are kept beside the new ones.

    Raises: Refused for a plan not passed, without a reason, or when the amended calendar no longer fits.
    """
    name = "cycles.amend_plan"
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        plan = hold(Plan, season.plan.pk, version=None)
        access.must_let(by, act=name, unit=season.unit, at=at)
        access.must_stand(season, act=name)
        if plan.passed_on is None:
            raise refuse("Kế hoạch chưa thông qua thì sửa thẳng trong dự thảo.", todo="Hãy sửa ngày ở trang kế hoạch.")
        if not reason.strip() or not days:
            raise refuse("Chưa điều chỉnh được: thiếu lý do hoặc thiếu nội dung thay đổi.", todo="Hãy nhập đủ.")
        number = 1 + max(season.plan_changes.values_list("number", flat=True), default=0)
        for each in days:
            _amend(each, number=number, reason=reason.strip(), document=document.strip(), by=by, at=at)
        answer = must(gates.may(queries.book_of(season), queries.facts_of_plan(season, passed_on=plan.passed_on)))
        act.rows = answer.rows
        act.details = {"number": number, "steps": [each.step.key for each in days], "reason": reason}
        return answer


def _amend(each: NewDays, *, number: int, reason: str, document: str, by: Account, at: datetime) -> None:
    kept = hold(PlanStep, each.step.pk, version=each.version)
    before = {kept.pk: (kept.from_on, kept.last_on)}
    for follower in PlanStep.objects.filter(season=kept.season, follows_key=kept.key):
        before[follower.pk] = (follower.from_on, follower.last_on)
    for moved in move_step(kept, from_on=each.from_on, last_on=each.last_on):
        old_from_on, old_last_on = before[moved.pk]
        PlanChange.objects.create(
            season=kept.season,
            number=number,
            step=moved,
            old_from_on=old_from_on,
            old_last_on=old_last_on,
            new_from_on=moved.from_on,
            new_last_on=moved.last_on,
            reason=reason,
            document=document,
            made_at=at,
            made_by=by,
        )
