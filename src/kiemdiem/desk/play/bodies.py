"""The leading bodies: their reviews with the leaders' ballots, then proposals, decisions, commendation, notices."""

import datetime
from collections.abc import Iterable

from kiemdiem.ballots import queries as ballots
from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands as season_commands
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep, Season, SeasonSubject
from kiemdiem.desk.play import cells, preparation, setting, sittings, votes
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

MEETINGS_A_DAY = 2


def unit_of_kind(stage: Stage, kind: str) -> Unit:
    """The one organisation of a kind in the ward."""
    return stage.units[next(unit.key for unit in setting.body(stage) if unit.unit_kind == kind)]


def days(stage: Stage) -> list[tuple[datetime.date, Unit]]:
    """The collectives with the days of their reviews: two a day through the plan's window, the committee on its own."""
    found: dict[Unit, PlanStep] = {}
    subjects = SeasonSubject.objects.filter(season=stage.season, kind="collective").select_related("unit")
    for subject in subjects.order_by("key"):
        steps = PlanStep.objects.filter(season=stage.season, kind="meeting", unit=subject.unit)
        later = steps.filter(from_on__gt=stage.clock.now.date()).order_by("from_on", "position")
        found[subject.unit] = later[0]
    windows = [unit for unit, step in found.items() if step.from_on != step.last_on]
    return [
        (
            step.from_on + datetime.timedelta(days=windows.index(unit) // MEETINGS_A_DAY if unit in windows else 0),
            unit,
        )
        for unit, step in found.items()
    ]


def plan_all(stage: Stage) -> dict[Unit, Meeting]:
    """Every collective's meeting planned and its report sent to those called, in good time."""
    planned = {}
    for on, unit in days(stage):
        planned[unit] = sittings.plan(stage, unit, on=on)
        preparation.deliver_report(stage, planned[unit], sent_on=stage.clock.now.date())
    return planned


def hold(stage: Stage, meeting: Meeting) -> Meeting:
    """One collective's review with its leaders' ballot; its result is worked out at once."""
    closed = sittings.hold(stage, meeting, absent=frozenset(), ballots=vote)
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


def vote(stage: Stage, meeting: Meeting) -> None:
    """The leaders' ballot, where one is held."""
    key = cells.ballot_of(stage, "leader")
    if ballots.subjects_for(meeting, key):
        votes.vote_again(stage, votes.vote(stage, meeting, key))


def read_opinions(stage: Stage, meeting: Meeting) -> None:
    """Every opinion about the body read at its meeting."""
    for opinion in papers.opinions_about(stage.season, meeting.unit):
        reviews.read_opinion(
            opinion, meeting=meeting.key, read_on=meeting.planned_on, version=opinion.version, **stage.by("vanphong")
        )


def propose(stage: Stage, kinds: Iterable[str]) -> None:
    """The standing committee proposes what the rules gave, wherever they gave a grade."""
    chosen = [
        grading.Chosen(result.subject, result.verdict.grade)
        for result in results.results_of(subjects(stage, kinds))
        if result.verdict is not None and result.verdict.grade
    ]
    grading.propose_grades(
        stage.season,
        chosen,
        body=unit_of_kind(stage, "standing_committee"),
        proposed_on=stage.clock.now.date(),
        **stage.by("vanphong"),
    )


def subjects(stage: Stage, kinds: Iterable[str]) -> list[SeasonSubject]:
    """The subjects of the kinds that are graded and did not leave."""
    found = SeasonSubject.objects.filter(
        season=stage.season, kind__in=list(kinds), is_graded=True, ended_on__isnull=True
    )
    return list(found.select_related("person", "unit", "season").order_by("kind", "sort_key", "key"))


def decide(stage: Stage, kinds: Iterable[str], *, document: str) -> list[SeasonSubject]:
    """The executive committee recognises what was proposed; those the rules could not grade it settles with a reason.

    Shape: the subjects it left open, which wait for a supplementary meeting.
    """
    committee = unit_of_kind(stage, "executive_committee")
    chosen, left = [], []
    for result in results.results_of(subjects(stage, kinds)):
        settled = settle(stage, result)
        if settled is None:
            left.append(result.subject)
        else:
            chosen.append(settled)
    grading.decide_grades(
        stage.season,
        chosen,
        body=committee,
        decided_on=stage.clock.now.date(),
        document=document,
        **stage.by("vanphong"),
    )
    return left


def settle(stage: Stage, result: results.Result) -> grading.Chosen | None:
    """What the committee takes for one subject: the grade of the rules, or where they gave none the grade voted for."""
    verdict = result.verdict
    if verdict is None or verdict.outcome in ("cannot_say", "not_graded"):
        return None
    if verdict.grade:
        return grading.Chosen(result.subject, verdict.grade)
    scale = stage.book.subjects.scale(stage.book.subjects.subject(result.subject.kind).scale or "")
    return grading.Chosen(result.subject, scale.codes[-2], reason="Ban Chấp hành thảo luận, thống nhất mức này")


def commend(stage: Stage) -> None:
    """Chooses cells for commendation, as many as the share allows, after trying one too many."""
    top = results.units_decided_at_top(stage.season)
    committee = unit_of_kind(stage, "executive_committee")

    def choose(count: int) -> None:
        grading.commend(
            stage.season, top[:count], body=committee, chosen_on=stage.clock.now.date(), document="12-NQ/ĐU",
            **stage.by("vanphong"),
        )  # fmt: skip

    if top:
        stage.refused("grading.commend", f"{len(top)}", attempt=lambda: choose(len(top)))
    for count in range(len(top), 0, -1):
        try:
            choose(count)
        except Refused:
            continue
        return


def tell(stage: Stage) -> None:
    """Gives everybody his result: by signed list, the same day."""
    decisions = list(Decision.objects.filter(season=stage.season, is_current=True).select_related("subject__unit"))
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
