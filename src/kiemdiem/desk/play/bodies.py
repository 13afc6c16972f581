"""The leading bodies: their reviews with the leaders' ballots, then proposals, decisions, commendation, notices."""

import datetime

from kiemdiem.cycles import commands as season_commands
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season, SeasonSubject
from kiemdiem.desk.play import cells, preparation, setting, sittings
from kiemdiem.desk.play.stage import Stage
from kiemdiem.grading import commands as grading
from kiemdiem.grading import queries as results
from kiemdiem.grading.models import Decision
from kiemdiem.meetings.models import Meeting
from kiemdiem.notices import commands as notices
from kiemdiem.notices import queries as told
from kiemdiem.org.models import Unit
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers

A_DAY = datetime.timedelta(days=1)
A_WEEK = datetime.timedelta(days=7)
MEETINGS_A_DAY = 2
COMMITTEES = ("executive_committee", "standing_committee")


def unit_of_kind(stage: Stage, kind: str) -> Unit:
    """The one organisation of a kind in the ward."""
    return stage.units[next(unit.key for unit in setting.body(stage) if unit.unit_kind == kind)]


def days(stage: Stage) -> list[tuple[datetime.date, Unit]]:
    """The collectives with the days of their reviews: two a day through the plan's window, the committee on its own.

    A committee whose day the plan leaves open meets the day before its sitting.
    """
    tomorrow = max((on for on, _, _ in conferences(stage)), default=stage.clock.now.date()) + A_DAY
    found: dict[Unit, PlanStep] = {}
    subjects = SeasonSubject.objects.filter(season=stage.season, kind="collective").select_related("unit")
    for subject in subjects.order_by("key"):
        found[subject.unit] = review_step(stage, subject.unit, from_on=tomorrow)
    sat = {unit: sitting_day(stage, unit) for unit, step in found.items() if step.from_on != step.last_on}
    windows = [unit for unit, day in sat.items() if day is None]
    days = []
    for unit, step in found.items():
        own = sat.get(unit)
        later = datetime.timedelta(days=windows.index(unit) // MEETINGS_A_DAY if unit in windows else 0)
        days.append((own - A_DAY if own else max(step.from_on, tomorrow) + later, unit))
    return days


def conferences(stage: Stage) -> list[tuple[datetime.date, Unit, str]]:
    """The sittings that other bodies than the committees hold before the reviews: day, body and kind.

    They meet once reports had the days they ask for: a week on.
    """
    found = []
    for each in stage.book.process.sittings:
        kind = next((kind for kind in each.held_by if kind not in COMMITTEES), "")
        step = cycles.step_of(stage.season, each.plan_item, unit=unit_of_kind(stage, kind)) if kind else None
        if step is not None and step.done_on is None:
            found.append((min(stage.clock.now.date() + A_WEEK, step.last_on), unit_of_kind(stage, kind), each.kind))
    return found


def review_step(stage: Stage, unit: Unit, *, from_on: datetime.date) -> PlanStep:
    """The plan's step that is the unit's review, the first that is not over by the day."""
    sittings_of_plan = {each.plan_item for each in stage.book.process.sittings}
    steps = PlanStep.objects.filter(season=stage.season, kind="meeting", unit=unit, last_on__gte=from_on)
    return steps.exclude(entry_key__in=sittings_of_plan).order_by("from_on", "position")[0]


def sitting_day(stage: Stage, unit: Unit) -> datetime.date | None:
    """The day of the unit's last sitting in the plan; nothing where it holds none, or only before the reviews."""
    after = {each.plan_item for each in stage.book.process.sittings if set(each.held_by) & set(COMMITTEES)}
    steps = PlanStep.objects.filter(season=stage.season, unit=unit, entry_key__in=after)
    last = steps.order_by("from_on").last()
    return last.from_on if last is not None else None


def plan_all(stage: Stage) -> dict[Unit, Meeting]:
    """Every collective's meeting planned and its report sent to those called, in good time."""
    planned = {}
    for on, unit in days(stage):
        planned[unit] = sittings.plan(stage, unit, on=on)
        preparation.deliver_report(stage, planned[unit], sent_on=stage.clock.now.date())
    return planned


def hold(stage: Stage, meeting: Meeting) -> Meeting:
    """One collective's review with its leaders' ballot; its result is worked out at once."""
    closed = sittings.hold(stage, meeting, absent=frozenset(), ballots=cells.vote)
    complete_report(stage, closed)
    if cycles.voted_at(stage.season, meeting.unit).exists():
        grading.judge_leaders(
            stage.season, meeting.unit, why="Kết quả bỏ phiếu cán bộ lãnh đạo, quản lý",
            judged_on=stage.clock.now.date(), **stage.by("vanphong"),
        )  # fmt: skip
        tell_cells(stage)
    return closed


def tell_cells(stage: Stage) -> None:
    """Sends the cells the results of their leaders, before they meet."""
    owed = list(told.owed_notices(stage.season.key))
    if owed:
        notices.give_notices(
            owed, given_on=stage.clock.now.date(), proof="letter", proof_text="Thông báo gửi chi bộ",
            **stage.by("vanphong"),
        )  # fmt: skip


def complete_report(stage: Stage, meeting: Meeting) -> None:
    """The collective's report completed with what its meeting and the individual reviews concluded."""
    report = papers.reports_of(stage.season).filter(unit=meeting.unit).first()
    if report is None:
        return
    today = stage.clock.now.date()
    revision = reviews.Revision(sections={}, reason="Tiếp thu kết luận của hội nghị", happened_on=today)
    reviews.revise_report(report, revision=revision, final=True, version=report.version, **stage.by("vanphong"))


def read_opinions(stage: Stage, meeting: Meeting) -> None:
    """Every opinion about the body read at its meeting."""
    for opinion in papers.opinions_about(stage.season, meeting.unit):
        reviews.read_opinion(
            opinion, meeting=meeting.key, read_on=meeting.planned_on, version=opinion.version, **stage.by("vanphong")
        )


def tell(stage: Stage, *, from_above: bool = False) -> None:
    """Gives everybody his result, those decided here or above: by signed list, the same day."""
    found = Decision.objects.filter(season=stage.season, is_current=True, from_above=from_above)
    decisions = list(found.select_related("subject__unit"))
    owed = grading.owe_results(stage.season, decisions, due_on=stage.clock.now.date(), **stage.by("vanphong"))
    notices.give_notices(
        owed,
        given_on=stage.clock.now.date(),
        proof="signed_list",
        proof_text="Danh sách ký nhận",
        **stage.by("vanphong"),
    )


def close(stage: Stage) -> None:
    """Closes the season: everybody on the register is in exactly one place, and the report has gone up."""
    season = Season.objects.get(pk=stage.season.pk)
    season_commands.close_season(
        season, standings=results.standings_of(season), version=season.version, **stage.by("canbotochuc")
    )
