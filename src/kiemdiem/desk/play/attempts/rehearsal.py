"""A small rehearsal beside the season, for what cannot otherwise occur: nothing prepared, nobody called, gaps open."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from kiemdiem.ballots import commands as ballot_commands
from kiemdiem.ballots import queries as ballots
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.desk.play import cells, opening, preparation, setting, sittings
from kiemdiem.desk.play.attempts import balloting, concluding, meeting
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import commands
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Person, Unit

OFFICER, CLERK = "canbotochuc", "vanphong"
A_DAY = timedelta(days=1)
# Of more than these, two who come are fewer than any reading asks for.
FEW = 3


def rehearse(stage: Stage, _: Any) -> bool:
    """Opens the rehearsal, makes its attempts, and lets it lie."""
    with rehearsal(stage):
        found = SeasonSubject.objects.filter(season=stage.season, kind="collective").select_related("unit")
        bodies = [subject.unit for subject in found.order_by("key")]
        for unit in bodies:
            open_before_guests(stage, unit)
        open_before_guests(stage, a_cell(stage))
        if stage.unheard("open_meeting", kind="quorum"):
            open_with_few(stage, next(unit for unit in bodies if len(called(stage, planned(stage, unit))) > FEW))
        for unit in (each.unit for each in stage.season.units.select_related("unit").order_by("path")):
            for sitting in meetings.sittings_by(stage.season, unit):
                open_sitting_alone(stage, unit, kind=sitting.kind, plan_item=sitting.plan_item)
        concluding.propose_by_another(stage, None)
        for place, _ in setting.cells(stage):
            if not stage.unheard("conclude_line", kind="comment_stated"):
                break
            hold_unprepared(stage, stage.units[place])
    return True


@contextmanager
def rehearsal(stage: Stage) -> Iterator[None]:
    """The stage with the rehearsal as its season; afterwards with its own again."""
    season, book = stage.season, stage.book
    today = stage.clock.now.date()
    stage.season = cycles.draft_season(
        season.unit,
        rulebook_code=season.rulebook_code,
        key=f"{season.key}-tap-duot",
        title="Tập dượt",
        assumed=cycles.Assumed(as_of=today),
        **stage.by(OFFICER),
    )
    if opening.must_answer_gaps(stage):
        opening.settle_readings(stage)
    else:
        opening.sign_readings(stage)
    opening.name_supervisors(stage)
    opening.pass_the_plan(stage, on=today)
    opening.open_now(stage, on=today)
    stage.season = Season.objects.get(pk=stage.season.pk)
    read_otherwise(stage)
    stage.book = queries.book_of(stage.season)
    try:
        yield
    finally:
        stage.season, stage.book = season, book


def read_otherwise(stage: Stage) -> None:
    """The rehearsal reads the question on which the least number of people rests as the season does not."""
    for gate in stage.book.process.gates:
        for question in gate.under if gate.kind == "quorum" else ():
            asked = next(each for each in stage.book.interpretations.interpretations if each.key == question)
            other = next(reading.key for reading in asked.readings if reading.key != stage.book.readings[question])
            cycles.change_reading(
                stage.season,
                question=question,
                reading=other,
                act=cycles.Act(body="Ban Thường vụ", document="Giấy tập dượt", reason="Tập dượt"),
                version=stage.season.version,
                **stage.by(OFFICER),
            )
            stage.season = Season.objects.get(pk=stage.season.pk)


def a_cell(stage: Stage) -> Unit:
    """The first cell."""
    return stage.units[setting.cells(stage)[0][0]]


def planned(stage: Stage, unit: Unit) -> Meeting:
    """The unit's review on the day the plan has for it, or the one already planned."""
    found = meetings.newest_of_unit(stage.season, unit)
    if found is not None:
        return found
    steps = queries.meeting_steps(stage.season, unit=unit)
    # The first meeting of a body may be the conference that passed the plan; its review comes after.
    on = max(next(step for step in steps if step.done_on is None).from_on, stage.clock.now.date())
    while not meetings.may_schedule(stage.season, unit, on=on).allowed:
        on += A_DAY
    return sittings.plan(stage, unit, on=on)


def guests_of(stage: Stage, wanted: Meeting) -> tuple[Person, Person]:
    """Two people the meeting does not call."""
    called = {each.person.pk for each in meetings.called_to(wanted, on=stage.clock.now.date())}
    found = [stage.people[one.number] for one in stage.cast if stage.people[one.number].pk not in called]
    return found[0], found[1]


def open_before_guests(stage: Stage, unit: Unit) -> None:
    """The meeting is opened before two guests, although nobody who must be there was called."""
    wanted = planned(stage, unit)
    for person in guests_of(stage, wanted):
        commands.invite_guest(
            wanted, "", person=person, present=True, version=sittings.fresh(wanted).version, **stage.by(CLERK)
        )
    chair, secretary = guests_of(stage, wanted)
    meeting.refuse_opening(stage, wanted, chair=chair, secretary=secretary)
    balloting.hand_slips_to_others(stage, sittings.fresh(wanted))


def open_sitting_alone(stage: Stage, unit: Unit, *, kind: str, plan_item: str) -> None:
    """A sitting is opened today before two guests, although what comes first by the plan was not done."""
    step = queries.step_of(stage.season, plan_item, unit=unit)
    if step is None or step.done_on is not None:
        return
    wanted = commands.plan_meeting(stage.season, unit, on=step.from_on, kind=kind, **stage.by(CLERK))
    for person in guests_of(stage, wanted):
        commands.invite_guest(
            wanted, "", person=person, present=True, version=sittings.fresh(wanted).version, **stage.by(CLERK)
        )
    chair, secretary = guests_of(stage, wanted)
    asked = sittings.fresh(wanted)
    asked.chair = chair
    if stage.would_say(meetings.opening_facts(asked)):
        meeting.refuse_opening(stage, wanted, chair=chair, secretary=secretary)


def called(stage: Stage, wanted: Meeting) -> list[Person]:
    """Whom the meeting calls today."""
    return [each.person for each in meetings.called_to(wanted, on=stage.clock.now.date())]


def open_with_few(stage: Stage, unit: Unit) -> None:
    """The meeting is opened although most of those called are away."""
    wanted = planned(stage, unit)
    today = stage.clock.now.date()
    people = called(stage, wanted)
    head = meetings.head_of(wanted, on=today) or people[0]
    stays = {head.pk, next(person.pk for person in people if person != head)}
    sittings.take_roll(stage, wanted, on=today, absent=frozenset(each.pk for each in people if each.pk not in stays))
    present = [each.person for each in meetings.present_voters(sittings.fresh(wanted))]
    other = next(person for person in present if person != head)
    meeting.refuse_opening(stage, wanted, chair=head, secretary=other)


def hold_unprepared(stage: Stage, cell: Unit) -> None:
    """A cell meets with no comment received: its lines are not concluded, and no slips go out without tellers."""
    wanted = planned(stage, cell)
    today = stage.clock.now.date()
    sittings.take_roll(stage, wanted, on=today, absent=frozenset())
    sittings.open_it(stage, sittings.fresh(wanted), on=today)
    meeting.conclude_without_words(stage, wanted)
    if stage.unheard("issue_slips", kind="in_reach"):
        vote_without_tellers(stage, wanted)
        give_slips_to_nobody(stage, wanted)


def vote_without_tellers(stage: Stage, wanted: Meeting) -> None:
    """The slips of a round go out to one voter, before anybody was elected to count them."""
    line = next((line for line in meeting.waiting(wanted) if may_be_done(line)), None)
    if line is None:
        return
    for other in meeting.waiting(wanted):
        if other.pk != line.pk:
            commands.hold_line(other, why="Tập dượt", version=other.version, **stage.by(CLERK))
    preparation.ask_comments_on(stage, line.subject.person, cell=wanted.unit, on=stage.clock.now.date())
    preparation.receive_comments(stage)
    sittings.review(stage, line)
    key = cells.ballot_of(stage, "member")
    if ballots.subjects_for(sittings.fresh(wanted), key):
        issue(stage, wanted, key, present=set(list(balloting.here(wanted))[:1]))


def may_be_done(line: ReviewLine) -> bool:
    """Whether the person is graded and nobody goes before him."""
    return line.subject.is_graded and line.rank == meetings.OTHER


def give_slips_to_nobody(stage: Stage, wanted: Meeting) -> None:
    """Score slips go out to an empty room."""
    slip = stage.book.ballots.score_slip("cell")
    if slip is not None and SeasonSubject.objects.filter(season=stage.season, unit=wanted.unit, kind="cell").exists():
        issue(stage, wanted, slip.key, present=set())


def issue(stage: Stage, wanted: Meeting, key: str, *, present: set[int]) -> None:
    """The clerk prepares a round and is turned down when he hands its slips out."""
    round_ = ballot_commands.prepare_round(sittings.fresh(wanted), key, present=present, **stage.by(CLERK))
    stage.refused(
        "ballots.issue_slips",
        round_.key,
        attempt=lambda: ballot_commands.issue_slips(
            round_, issued=len(present), version=round_.version, **stage.by(CLERK)
        ),
    )
