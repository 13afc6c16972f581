"""The season begins: readings signed, gaps filled with the sample, the plan passed, supervisors named, all frozen."""

import datetime

from kiemdiem.core.law.sections.proceedings import Gate
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.desk.play import setting
from kiemdiem.desk.play.stage import Stage
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import queries as books
from kiemdiem.rulebooks import shelf

WAIVED_BY = "02-QĐ, miễn áp dụng nội dung dẫn chiếu"


def open_the_season(stage: Stage) -> Season:
    """The open season of the played ward."""
    unit = stage.units[setting.root(stage).key]
    issued_on = datetime.date.fromisoformat(stage.book.identity.issued_on)
    season = cycles.draft_season(
        unit,
        rulebook_code=stage.book.code,
        key=f"{stage.book.code}-{stage.book.identity.year}",
        assumed=cycles.Assumed(as_of=stage.clock.now.date(), is_demo=True),
        **stage.by("canbotochuc"),
    )
    stage.season = season
    stage.leave("drafted")
    settle_readings(stage)
    set_days(stage)
    move_to(stage, issued_on, hour=14)
    stage.leave("unsupervised")
    name_supervisors(stage)
    stage.leave("supervised")
    pass_the_plan(stage, on=issued_on)
    open_now(stage, on=issued_on)
    season.refresh_from_db()
    stage.book = queries.book_of(season)
    return season


def set_days(stage: Stage) -> None:
    """Sets the days of a plan that the rulebook leaves to the committee, from the sample."""
    days = shelf.sample_days(stage.book.code)
    for step in PlanStep.objects.filter(season=stage.season).order_by("position"):
        chosen = days.get(step.key) or days.get(step.entry_key)
        if chosen is not None:
            cycles.set_step_days(
                step, from_on=chosen[0], last_on=chosen[1], version=step.version, **stage.by("canbotochuc")
            )


def open_now(stage: Stage, *, on: datetime.date) -> None:
    """The season opened with the register of the day."""
    season = Season.objects.get(pk=stage.season.pk)
    cycles.open_season(season, register_on=on, version=season.version, **stage.by("canbotochuc"))


def move_to(stage: Stage, day: datetime.date, *, hour: int = 8) -> None:
    """The assumed day of the season moved on, and the clock with it."""
    season = Season.objects.get(pk=stage.season.pk)
    stage.clock.forward_to(day, hour=hour)
    if season.as_of is None or season.as_of < day:
        cycles.move_day(season, to=day, version=season.version, **stage.by("canbotochuc"))
    stage.season.refresh_from_db()


def settle_readings(stage: Stage) -> None:
    """Fills the gaps with the sample, where they are to be filled, and signs the readings as the rulebook has them."""
    unit, code = stage.season.unit, stage.book.code
    for gap, (content, reason) in answers_to_gaps(stage).items():
        rulebooks.fill_gap(unit, code, gap=gap, content=content, reason=reason, **stage.by("canbotochuc"))
    sign_readings(stage)


def answers_to_gaps(stage: Stage) -> dict[str, tuple[object, str]]:
    """What is entered for each gap, and why: the sample, or a waiver where no season opens without an answer."""
    filled = {
        gap: (content, "Số liệu minh họa của bản mẫu") for gap, content in shelf.sample_gaps(stage.book.code).items()
    }
    asked = gaps_gate(stage)
    if stage.sample or (asked is not None and asked.level == "warn"):
        return filled
    if asked is None:
        return {}
    issued_on = stage.clock.now.date().isoformat()
    act = {"body": stage.book.identity.issuer, "document": WAIVED_BY, "issued_on": issued_on}
    waived = {gap.key: ({"waived": act}, WAIVED_BY) for gap in stage.book.gaps.gaps if gap.waivable}
    return filled | waived


def must_answer_gaps(stage: Stage) -> bool:
    """Whether no season opens while a gap is neither filled nor waived."""
    asked = gaps_gate(stage)
    return asked is not None and asked.level == "refuse"


def gaps_gate(stage: Stage) -> Gate | None:
    """The gate by which the rulebook asks for its gaps before a season opens."""
    gates = stage.book.process.gates
    return next(
        (g for g in gates if (g.act, g.kind, g.params.get("what")) == ("open_season", "nothing_open", "gaps")), None
    )


def sign_readings(stage: Stage) -> None:
    """The readings and what fills the gaps, signed as they stand."""
    unit, code = stage.season.unit, stage.book.code
    now = books.rulebook_of(unit, code)
    rulebooks.sign_readings(
        unit,
        code,
        sha=now.sha256,
        signer="Bí thư Đảng ủy",
        document="Biên bản Hội nghị Ban Chấp hành",
        signed_on=stage.clock.now.date(),
        **stage.by("canbotochuc"),
    )


def name_supervisors(stage: Stage) -> None:
    """Gives every numbered line of the plan's list to a member of the executive committee, none of his own cell.

    A plan that leaves the list to the committee has a line for each cell.
    """
    committee = next(unit for unit in setting.body(stage) if unit.unit_kind == "executive_committee")
    seats = org.seats_of(stage.units[committee.key], on=stage.clock.now.date())
    people: list[Person] = [seat.person for seat in seats.select_related("person").order_by("person__key")]
    for number, units in lines_of(stage):
        chosen = next(p for p in people if stage.character_of(p).place not in units)
        people.remove(chosen)
        for key in units:
            cycles.assign_supervisor(
                stage.season, stage.units[key], supervisor=chosen, line=number, **stage.by("canbotochuc")
            )


def lines_of(stage: Stage) -> list[tuple[int, tuple[str, ...]]]:
    """The numbered lines of who watches which units; none where nobody is to watch the cells."""
    listed = [(row.number, row.units) for row in stage.book.plan.supervisors]
    mandates = stage.book.process.mandates
    if not listed and any(each.verb == "supervises" and "cell" in each.subjects for each in mandates):
        return [(number, (place,)) for number, (place, _) in enumerate(setting.cells(stage), start=1)]
    return listed


def pass_the_plan(stage: Stage, *, on: datetime.date) -> None:
    """Passes the plan, at the conference that is its own first step where it has one."""
    first = PlanStep.objects.filter(season=stage.season, kind="meeting").order_by("position").first()
    own = {each.plan_item for each in stage.book.process.sittings if "executive_committee" in each.held_by}
    conferred = first is not None and first.entry_key in own
    cycles.pass_plan(
        stage.season,
        passing=cycles.Passing(
            meeting="Hội nghị Ban Chấp hành Đảng bộ",
            passed_on=on,
            signer="Bí thư Đảng ủy",
            number="01-KH/ĐU",
            step=first.key if conferred else "",
        ),
        version=stage.season.plan.version,
        **stage.by("canbotochuc"),
    )
