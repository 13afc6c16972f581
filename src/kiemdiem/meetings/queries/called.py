"""Who is called to a meeting on a day, and in which capacity: by standing in a cell, by seat in a leading body."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import Group
from kiemdiem.cycles.models import Place, SeasonUnit
from kiemdiem.meetings.models import Attendance, Meeting
from kiemdiem.meetings.queries.law import rulebook_of, sitting_of, unit_kind
from kiemdiem.org import queries as org
from kiemdiem.org import words
from kiemdiem.org.models import Person, Unit

Capacity = Attendance.Capacity
CELL = "cell"


@dataclass(frozen=True)
class Called:
    """One person called to a meeting: in which capacity, and on what ground."""

    person: Person
    capacity: str
    ground: str


def called_to(meeting: Meeting, *, on: date) -> list[Called]:
    """Everyone called to the meeting on the day, by given name; a supplementary meeting calls the same body again."""
    cell = cell_called(meeting)
    return called_to_body(meeting, on=on) if cell is None else called_to_cell(cell, on=on)


def cell_called(meeting: Meeting) -> Unit | None:
    """The cell whose members a review calls: the one that meets, or the one before which a body is reviewed."""
    if sitting_of(meeting.season, meeting.kind) is not None:
        return None
    if unit_kind(meeting) == CELL:
        return meeting.unit
    before = body_before(meeting)
    units = SeasonUnit.objects.filter(season=meeting.season, unit=before, kind=CELL)
    return before if units.exists() else None


def called_to_cell(cell: Unit, *, on: date) -> list[Called]:
    """The members of the cell: official ones vote; probationary, exempt and suspended ones never do."""
    voters = {person.pk for person in org.officials_of(cell, on=on)}
    states = org.member_states(cell, on=on)
    return [
        Called(state.person, Capacity.VOTER, words.STANDINGS["official"])
        if state.person.pk in voters
        else Called(state.person, Capacity.ATTENDEE, ground_of(state))
        for state in states
    ]


def ground_of(state: org.MemberState) -> str:
    """Why a member of the cell attends without a vote."""
    if state.suspended:
        return words.STANDINGS["suspended"]
    if state.exempt_work or state.exempt_activity:
        return words.STANDINGS["exempt_activity" if state.exempt_activity else "exempt_work"]
    return words.STANDINGS.get(state.standing, "Chưa ghi tình trạng đảng viên")


def called_to_body(meeting: Meeting, *, on: date) -> list[Called]:
    """The holders of the posts convened to a leading body's meeting, each once.

    At a review each votes, Party member or not; at another sitting the body's own members vote, the others attend.
    """
    convened = groups_called(meeting)
    units = kinds_convened(meeting)
    found: dict[int, Called] = {}
    for seat in org.seats_under(meeting.season.unit, on=on):
        if any(in_group(group, unit_kind=units.get(seat.unit_id, ""), post=seat.post) for group in convened):
            label = words.POSTS.get(seat.post, seat.post)
            found.setdefault(seat.person_id, Called(seat.person, Capacity.VOTER, label))
    if not found:
        for seat in org.seats_of(body_before(meeting), on=on):
            found[seat.person_id] = Called(seat.person, Capacity.VOTER, words.POSTS.get(seat.post, seat.post))
    if sitting_of(meeting.season, meeting.kind) is not None:
        own = {seat.person_id for seat in org.seats_of(meeting.unit, on=on)}
        found = {
            person: each if person in own else Called(each.person, Capacity.ATTENDEE, each.ground)
            for person, each in found.items()
        }
    return sorted(found.values(), key=lambda each: (each.person.sort_key, each.person.key))


def groups_called(meeting: Meeting) -> tuple[Group, ...]:
    """The groups convened to a meeting: those its sitting names, else those before whom its unit is reviewed."""
    book, sitting = rulebook_of(meeting.season), sitting_of(meeting.season, meeting.kind)
    if sitting is None:
        return groups_before(book, unit_kind(meeting))
    return tuple(group for group in book.process.groups if group.key in sitting.groups)


def body_before(meeting: Meeting) -> Unit:
    """The body the unit is reviewed before: its own, unless the rulebook names a wider one."""
    places = Place.objects.filter(subject__season=meeting.season, unit=meeting.unit, ended_on__isnull=True)
    place = places.filter(subject__kind="collective").select_related("before").first()
    return place.before if place else meeting.unit


def groups_before(rulebook: Rulebook, kind: str) -> tuple[Group, ...]:
    """The groups convened to a review held by a unit of this kind."""
    wanted = {key for place in rulebook.process.places if kind in (place.subject, place.before) for key in place.groups}
    return tuple(group for group in rulebook.process.groups if group.key in wanted)


def kinds_convened(meeting: Meeting) -> dict[int, str]:
    """The units whose seats a meeting may call, with their kind; of the kind of the body that meets only that body."""
    units = {each.unit_id: each.kind for each in SeasonUnit.objects.filter(season=meeting.season)}
    own = units.get(meeting.unit_id)
    return {unit: kind for unit, kind in units.items() if kind != own or unit == meeting.unit_id}


def in_group(group: Group, *, unit_kind: str, post: str) -> bool:
    """Whether a seat belongs to a group."""
    return unit_kind in group.unit_kinds and (not group.posts or post in group.posts)
