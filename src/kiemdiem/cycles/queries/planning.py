"""The facts by which the rules judge a plan and the opening of a season, and what they warn about beforehand."""

from datetime import date

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import (
    LeaderInCell,
    Named,
    OpenSeason,
    PassPlan,
    Planned,
    Step,
    Supervision,
)
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.cycles.queries.drawing import Register, SubjectDrawn, drawn
from kiemdiem.cycles.queries.seasons import book_of
from kiemdiem.cycles.queries.steps import MEETING, WINDOW, belongs_to, steps_of
from kiemdiem.cycles.queries.subjects import assignments_of
from kiemdiem.rulebooks import queries as rulebooks


def register_of(season: Season, *, on: date) -> Register:
    """The committee's register on the day, with the day each cell is to meet."""
    met = season.steps.filter(kind=MEETING, unit__isnull=False, follows_key="").order_by("-from_on")
    return Register(season.unit, on=on, meetings=dict(met.values_list("unit_id", "from_on")))


def facts_of_plan(season: Season, *, passed_on: date) -> PassPlan:
    """The plan as it stands, as the rules are told it."""
    book = book_of(season)
    steps = list(steps_of(season))
    register = register_of(season, on=passed_on)
    window = next((step for step in steps if step.kind == WINDOW), None)
    meetings = [step for step in steps if window and step.kind == MEETING and _within(step, window)]
    return PassPlan(
        year=season.year,
        passed_on=passed_on,
        owed_units=tuple(_owed_units(book, register, window=window)),
        meetings=tuple(_planned(step) for step in meetings if step.from_on == step.last_on),
        window_from_on=window.from_on if window else passed_on,
        window_until_on=window.last_on if window else passed_on,
        steps=tuple(_step(book, step) for step in steps),
        supervisors=tuple(
            Supervision(supervisor=each.supervisor.key, name=each.supervisor.full_name, unit=each.unit.key)
            for each in assignments_of(season)
        ),
        reserved=tuple(_reserved(book, steps)),
        reviews=tuple(_reviews(book, steps)),
        reports_until_on=_reports_until(book, steps),
        leaders=tuple(_leaders(book, register, steps=steps)),
    )


def _within(step: PlanStep, window: PlanStep) -> bool:
    return step.unit_id is not None and belongs_to(step.entry_key, window.entry_key)


def _owed_units(book: Rulebook, register: Register, *, window: PlanStep | None) -> list[Named]:
    item = next((item for item in book.plan.items if window and item.key == window.entry_key), None)
    periods = register.of_kinds(item.owed_by) if item else []
    return [Named(key=period.unit.key, name=period.name) for period in periods]


def _planned(step: PlanStep) -> Planned:
    printed = _printed_day(step)
    return Planned(
        unit=step.unit.key if step.unit else "",
        name=step.unit_name or step.title,
        on=step.from_on,
        kind=step.kind,
        printed_on=printed,
    )


def _printed_day(step: PlanStep) -> date | None:
    if not step.printed:
        return None
    day, month, year = step.printed.split("/")
    return date(int(year), int(month), int(day))


def _step(book: Rulebook, step: PlanStep) -> Step:
    binds = next((item.deadline for item in book.plan.items if item.key == step.entry_key), True)
    return Step(key=step.key, title=step.title, from_on=step.from_on, until_on=step.last_on, deadline=binds)


def _reserved(book: Rulebook, steps: list[PlanStep]) -> list[Planned]:
    """The meetings the rulebook fixes to one day without naming units: they keep it free of others."""
    fixed = {
        item.key
        for item in book.plan.items
        if item.kind == MEETING and not item.units and item.from_on == item.until_on
    }
    return [_planned(step) for step in steps if step.entry_key in fixed and step.from_on == step.last_on]


def _reviews(book: Rulebook, steps: list[PlanStep]) -> list[Planned]:
    """The meetings of the bodies reviewed as collectives; one not yet dated counts on its first day."""
    kinds = {kind for entry in book.subjects.reviewed if entry.subject == "collective" for kind in entry.unit_kinds}
    first = _review_items(book)
    meets = {item.key for item in book.plan.items if item.key in first and kinds.issuperset(item.owed_by)}
    return [_planned(step) for step in steps if step.entry_key in meets]


def _reports_until(book: Rulebook, steps: list[PlanStep]) -> date | None:
    reports = {item.key for item in book.plan.items if item.subject_kind == "collective"}
    days = [step.last_on for step in steps if step.entry_key in reports]
    return max(days) if days else None


def _leaders(book: Rulebook, register: Register, *, steps: list[PlanStep]) -> list[LeaderInCell]:
    cells = {state.person.pk: state.cell.key for state in register.states}
    return [
        LeaderInCell(
            person=subject.person.key,
            name=subject.name,
            cell=cells[subject.person.pk],
            result_on=_result_on(book, subject, steps=steps),
        )
        for subject in drawn(book, register)
        if subject.kind == "leader" and subject.person is not None
    ]


def _result_on(book: Rulebook, subject: SubjectDrawn, *, steps: list[PlanStep]) -> date | None:
    """When a leader's result reaches his cell: the day of his last review elsewhere, or the last day of its notice."""
    units = {place.unit.pk for place in subject.places if not place.is_cell}
    meetings = [step for step in steps if step.kind == MEETING and step.unit_id in units]
    reviews = [step for step in meetings if step.entry_key in _review_items(book)]
    if not reviews:
        return None
    last = max(step.last_on for step in reviews)
    notices = [notice.due_on for notice in book.notices.notices if notice.leaders_only and notice.due_on]
    return max([last, *[due for due in notices if due >= last]])


def _review_items(book: Rulebook) -> set[str]:
    reviewed = [item for item in book.plan.items if item.kind == MEETING and item.deadline]
    first: dict[tuple[str, ...], str] = {}
    for item in reviewed:
        first.setdefault(item.owed_by, item.key)
    return set(first.values())


def steps_done(season: Season) -> tuple[str, ...]:
    """The keys of the plan's entries every step of which is done, and that the plan itself is passed."""
    open_ones = set(season.steps.filter(done_on__isnull=True).values_list("entry_key", flat=True))
    done = set(season.steps.filter(done_on__isnull=False).values_list("entry_key", flat=True)) - open_ones
    if season.plan.passed_on is not None:
        done |= {"plan_passed"}
    return tuple(sorted(done))


def unfilled_gaps(season: Season) -> tuple[Named, ...]:
    """The gaps of the season's rulebook in which nobody entered anything."""
    book = book_of(season)
    return tuple(Named(key=gap.key, name=gap.text) for gap in book.gaps.gaps if book.filled.get(gap.key) is None)


def facts_of_opening(season: Season) -> OpenSeason:
    """What is done and what is still open before the season opens, as the rules are told it."""
    book = rulebooks.rulebook_of(season.unit, season.rulebook_code)
    signed = rulebooks.signature(season.unit, season.rulebook_code) is not None
    questions = [] if signed else rulebooks.choices(season.unit, season.rulebook_code)
    done = {*steps_done(season), *(["readings_signed"] if signed else [])}
    return OpenSeason(
        done=tuple(sorted(done)),
        unsigned_readings=tuple(Named(key=each.question.key, name=each.question.text) for each in questions),
        open_gaps=unfilled_gaps(season),
        draft_plan=book.identity.status == "draft",
    )


def plan_answers(season: Season, *, on: date) -> tuple[Answer, ...]:
    """What the rules say of the plan as it stands: refusals and warnings, those that are content left out."""
    answers = gates.ask(book_of(season), facts_of_plan(season, passed_on=on))
    return tuple(answer for answer in answers if not answer.allowed or answer.warning)


def opening_answers(season: Season) -> tuple[Answer, ...]:
    """What the rules say of opening the season now: refusals and warnings."""
    answers = gates.ask(book_of(season), facts_of_opening(season))
    return tuple(answer for answer in answers if not answer.allowed or answer.warning)
