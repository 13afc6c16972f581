"""The facts of a meeting's acts, as the rules ask for them."""

from dataclasses import replace
from datetime import date

from kiemdiem.core.process import facts
from kiemdiem.core.process.facts import Group, LeaderInCell, Named, Planned
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject, SeasonUnit
from kiemdiem.meetings.models import AgendaPoint, Attendance, Meeting, MinutesEntry, ReviewLine
from kiemdiem.meetings.queries import business, called, law, lines, people, sessions
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import Suggestion

SPOKEN = (MinutesEntry.Kind.CONTRIBUTION, MinutesEntry.Kind.OBJECTION, MinutesEntry.Kind.RESERVATION)


def opening_facts(meeting: Meeting, *, waiver_reason: str = "") -> facts.OpenMeeting:
    """The facts of opening the meeting on its day, with its chair as set."""
    day = meeting.held_on or meeting.planned_on or date.min
    head = people.head_of(meeting, on=day) or meeting.chair
    here = set(Attendance.objects.filter(meeting=meeting, present=True).values_list("person_id", flat=True))
    return facts.OpenMeeting(
        unit=meeting.unit.key,
        unit_kind=law.unit_kind(meeting),
        kind=meeting.kind,
        meeting_on=day,
        head=people.named(head) if head else Named(key="", name="người đứng đầu"),
        head_present=bool(head and head.pk in here),
        chair=people.named(meeting.chair) if meeting.chair else None,
        stand_ins=tuple(people.named(person) for person in people.stand_ins_of(meeting, on=day)),
        groups=groups_of(meeting, on=day),
        sent_on=report_sent_on(meeting, on=day),
        waiver_reason=waiver_reason,
        opinions_from=opinions_from(meeting.season, meeting.unit),
        done=done_in(meeting.season, meeting.unit),
        leaders=leaders_in(meeting, on=day),
        civil_grades_missing=civil_grades_missing(meeting, on=day),
        suggested=bool(points_given(meeting)),
        working_group=working_group(meeting),
    )


def points_given(meeting: Meeting) -> list[Suggestion]:
    """The points to review that were given to whoever is reviewed as of this unit; none at a sitting."""
    if meeting.kind != lines.REVIEW:
        return []
    return list(reviews.suggestions_of(meeting.season, unit=meeting.unit))


def working_group(meeting: Meeting) -> tuple[Named, ...]:
    """Those sent to attend and direct the review because of the points given, each once."""
    sent = [person for each in points_given(meeting) for person in each.group.order_by("sort_key", "key")]
    return tuple(people.named(person) for person in dict.fromkeys(sent))


def groups_of(meeting: Meeting, *, on: date) -> tuple[Group, ...]:
    """The groups convened and how many of each came; in a cell its official members."""
    roll = {each.person_id: each.present is True for each in Attendance.objects.filter(meeting=meeting)}
    voters = Attendance.objects.filter(meeting=meeting, capacity="voter")
    if called.cell_called(meeting) is not None:
        count = voters.count()
        present = voters.filter(present=True).count()
        return (Group(key="official_members", name="đảng viên chính thức", convened=count, present=present),)
    units = called.kinds_convened(meeting)
    seats = list(org.seats_under(meeting.season.unit, on=on))
    found = []
    for group in called.groups_called(meeting):
        who = {
            seat.person_id
            for seat in seats
            if called.in_group(group, unit_kind=units.get(seat.unit_id, ""), post=seat.post)
        }
        convened = [roll[person] for person in who if person in roll]
        found.append(Group(key=group.key, name=group.title, convened=len(convened), present=sum(convened)))
    return tuple(found)


def report_sent_on(meeting: Meeting, *, on: date) -> date | None:
    """The day the last voter got the collective's report; nothing while one has not, or where none is owed.

    Before the roll is drawn those count whom the register of that day calls; the meeting need not be kept yet.
    """
    found = next((each for each in reviews.reports_of(meeting.season).filter(unit=meeting.unit)), None)
    if found is None:
        return None
    drawn = Attendance.objects.filter(meeting=meeting, capacity="voter") if meeting.pk else Attendance.objects.none()
    voters = set(drawn.values_list("person_id", flat=True))
    voters = voters or {each.person.pk for each in called.called_to(meeting, on=on) if each.capacity == "voter"}
    return reviews.last_sent_on(found, people=frozenset(pk for pk in voters if pk))


def opinions_from(season: Season, unit: Unit) -> tuple[str, ...]:
    """The kinds of units whose opinion on the body has come in."""
    kinds = {each.unit_id: each.kind for each in SeasonUnit.objects.filter(season=season)}
    found = {kinds.get(opinion.from_unit_id, "") for opinion in reviews.opinions_about(season, unit)}
    return tuple(sorted(found - {""}))


def done_in(season: Season, unit: Unit) -> tuple[str, ...]:
    """What the season has behind it for a unit: the plan's steps done, and the kinds of unit whose review is closed.

    Where the unit owes the step itself, its own counts and not those of others.
    """
    found = list(season.steps.values_list("entry_key", "unit_id", "done_on"))
    own = {entry for entry, owing, _ in found if owing == unit.pk}
    steps = {entry for entry, owing, done in found if done and (entry not in own or owing == unit.pk)}
    kinds = {each.unit_id: each.kind for each in SeasonUnit.objects.filter(season=season)}
    reviews_held = Meeting.objects.filter(season=season, kind=lines.REVIEW, state=Meeting.State.CLOSED)
    closed = reviews_held.values_list("unit_id", flat=True)
    return tuple(sorted({*steps, *(f"reviewed.{kinds[unit]}" for unit in closed if unit in kinds)}))


def leaders_in(meeting: Meeting, *, on: date) -> tuple[LeaderInCell, ...]:
    """The leaders among a cell's members and the day the result from where they hold their posts was there."""
    if law.unit_kind(meeting) != "cell":
        return ()
    members = [each.subject for each in lines.expected_lines(meeting) if each.rank == lines.LEADER]
    return tuple(
        LeaderInCell(
            person=subject.person.key,
            name=subject.name,
            cell=meeting.unit.key,
            result_on=result_on(meeting.season, subject),
        )
        for subject in members
        if subject.person
    )


def result_on(season: Season, subject: SeasonSubject) -> date | None:
    """The day the last review of a leader elsewhere was concluded; nothing while one is to come."""
    leader = SeasonSubject.objects.filter(season=season, kind="leader", person_id=subject.person_id).first()
    if leader is None or not lines.reviewed(season, leader):
        return None
    return (
        lines.lines_done(season).filter(subject=leader).order_by("-done_on").values_list("done_on", flat=True).first()
    )


def civil_grades_missing(meeting: Meeting, *, on: date) -> tuple[Named, ...]:
    """The cadres and civil servants of a cell whose agency has not graded them yet."""
    if law.unit_kind(meeting) != "cell":
        return ()
    members = [each.subject.person for each in lines.expected_lines(meeting) if each.subject.person]
    servants = [person for person in members if org.works_of(person, on=on).filter(kind="ccvc").exists()]
    year, kind = meeting.season.year, "ccvc"
    graded = set(
        org.outside_results(year=year, people=[p.pk for p in servants])
        .filter(kind=kind)
        .values_list("person_id", flat=True)
    )
    return tuple(people.named(person) for person in servants if person.pk not in graded)


def step_facts(line: ReviewLine, point: AgendaPoint) -> facts.AdvanceStep:
    """The facts of taking one step of a line."""
    chair = line.chair or line.meeting.chair
    present = [each for each in people.present_voters(line.meeting) if chair is None or each.person_id != chair.pk]
    return facts.AdvanceStep(
        step=point.step,
        owed_steps=law.owed_steps(line),
        done_steps=law.done_steps(line),
        unit_kind=law.unit_kind(line.meeting),
        chair=chair.key if chair else "",
        about=line.subject.person.key if line.subject.person else "",
        other_chairs=len(present),
        others_before=others_before(line),
    )


def others_before(line: ReviewLine) -> tuple[Named, ...]:
    """Those of the meeting who go before this line and are neither concluded, held nor absent."""
    waiting = line.meeting.lines.filter(rank__lt=line.rank, state=ReviewLine.State.WAITING).order_by("position")
    return tuple(Named(key=each.subject.key, name=each.printed_name) for each in waiting.select_related("subject"))


def conclusion_facts(line: ReviewLine) -> facts.ConcludeLine:
    """The facts of concluding a line, with what its minutes hold."""
    day = line.done_on or sitting_on(line.meeting)
    person = line.subject.person
    comments = {each.kind for each in received_comments(line.meeting.season, person, by_day=day)} if person else set()
    unit = cycles.season_unit(line.meeting.season, line.meeting.unit)
    return facts.ConcludeLine(
        subject=line.subject.key,
        owed_steps=law.owed_steps(line),
        done_steps=law.done_steps(line),
        conclusion=line.conclusion,
        contributions=MinutesEntry.objects.filter(line=line, replaced_by__isnull=True, kind__in=SPOKEN).count(),
        degree=line.degree,
        effect=line.effect,
        is_collective=line.rank == lines.COLLECTIVE,
        is_leader=line.rank == lines.LEADER,
        cell_kind=unit.cell_kind if unit else "",
        lives_in_cell=lives_in(person, line.meeting.unit, on=day) if person else None,
        work_kinds=tuple(org.works_of(person, on=day).values_list("kind", flat=True)) if person else (),
        residence_comment="residence" in comments,
        workplace_comment="workplace" in comments,
    )


def owed_words(line: ReviewLine) -> frozenset[str]:
    """Which words on the faults the rules refuse to find empty; what already took place on paper is marked instead."""
    asked, recording = conclusion_facts(line), law.is_recording(line.meeting)

    def refusals(name: str, said: str) -> int:
        answers = law.answers(line.meeting.season, replace(asked, **{name: said}), recording=recording)
        return sum(not answer.allowed for _, answer in answers)

    return frozenset(name for name in ("degree", "effect") if refusals(name, "") > refusals(name, "có"))


def received_comments(season: Season, person: Person, *, by_day: date) -> list:
    """The comments on a person received by the day."""
    found = reviews.comments_of(season, people=[person.pk])
    return list(found.filter(received_on__isnull=False, received_on__lte=by_day))


def lives_in(person: Person, cell: Unit, *, on: date) -> bool | None:
    """Whether the person lives in the cell's area; not known while no residence is recorded."""
    residence = org.place_of(person, kind="residence", on=on)
    return None if residence is None else residence.pk == cell.pk


def closing_facts(meeting: Meeting) -> facts.CloseMeeting:
    """The facts of closing the meeting: lines, those carried on, rounds, minutes."""
    text = "\n".join([meeting.conclusion, *meeting.entries.values_list("text", flat=True)]).strip()
    left = carried(meeting)
    return facts.CloseMeeting(
        unit_kind=law.unit_kind(meeting),
        kind=meeting.kind,
        suggested=bool(points_given(meeting)),
        minutes_met=sessions.minutes_met(meeting),
        sessions_met=sessions.sessions_met(meeting),
        minutes=meeting.conclusion and text,
        minutes_words=len(text.split()),
        open_points=business.open_points(meeting),
        open_lines=_names(meeting.lines.filter(state=ReviewLine.State.WAITING)),
        carried=tuple(Named(key=line.subject.key, name=line.printed_name) for line in left),
        carried_to=tuple(line.subject.key for line in left) if meeting.carried_to else (),
        rounds_open=tuple(Named(key=v.key, name=v.title) for v in meeting.votes.filter(is_settled=False)),
        rounds_unannounced=tuple(
            Named(key=v.key, name=v.title) for v in meeting.votes.filter(is_settled=True, is_announced=False)
        ),
    )


def carried(meeting: Meeting) -> list[ReviewLine]:
    """The lines held or absent, which the supplementary meeting takes up."""
    found = meeting.lines.filter(state__in=[ReviewLine.State.HELD, ReviewLine.State.ABSENT]).order_by("position")
    return list(found.select_related("subject"))


def _names(found) -> tuple[Named, ...]:
    rows = found.order_by("position").select_related("subject")
    return tuple(Named(key=line.subject.key, name=line.printed_name) for line in rows)


def sitting_on(meeting: Meeting) -> date:
    """The day of the present sitting: of going on after a break, else of the opening."""
    return meeting.resumed_on or meeting.held_on or meeting.planned_on or date.min


def supplement_facts(meeting: Meeting) -> facts.HoldSupplementary:
    """The facts of holding a supplementary meeting: whom it takes, who is there, nearer meetings that missed them.

    Who is away once more is carried on; only where none of them came is there nothing to hold.
    """
    taken = [each.subject for each in lines.expected_lines(meeting) if each.subject.person]
    here = set(Attendance.objects.filter(meeting=meeting, present=True).values_list("person_id", flat=True))
    came = [subject for subject in taken if subject.person_id in here]
    earlier = Meeting.objects.filter(supplementary_to=meeting.supplementary_to, state=Meeting.State.CLOSED)
    return facts.HoldSupplementary(
        meeting_on=meeting.held_on or meeting.planned_on or date.min,
        about=tuple(Named(key=subject.key, name=subject.name) for subject in came or taken),
        present=tuple(subject.key for subject in came),
        missed=tuple(
            Planned(unit=meeting.unit.key, name=each.title, on=each.held_on)
            for each in earlier.exclude(pk=meeting.pk)
            if each.held_on and not each.lines.filter(subject__in=taken).exists()
        ),
    )
