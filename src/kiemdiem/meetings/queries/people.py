"""Who leads a body, who may stand in, and who was away from its meeting."""

from datetime import date

from kiemdiem.core.process.facts import Named
from kiemdiem.cycles.models import SeasonUnit
from kiemdiem.meetings.models import Attendance, Meeting
from kiemdiem.meetings.queries import law
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit

HEADS = ("secretary", "chair", "head")
DEPUTIES = ("standing_deputy_secretary", "deputy_secretary", "standing_vice_chair", "vice_chair", "deputy_head")


def named(person: Person) -> Named:
    """The person as the rules name him."""
    return Named(key=person.key, name=person.full_name)


def head_of(meeting: Meeting, *, on: date) -> Person | None:
    """The head of the body on the day, by its seats; where it keeps none itself, of the members called to it."""
    return next(iter(_holders(meeting, HEADS, on=on)), None)


def stand_ins_of(meeting: Meeting, *, on: date) -> list[Person]:
    """Who may chair when the head is away: the deputies in order, then every voter present where there is none."""
    deputies = _holders(meeting, DEPUTIES, on=on)
    if deputies:
        return deputies
    return [each.person for each in present_voters(meeting) if each.person]


def _holders(meeting: Meeting, posts: tuple[str, ...], *, on: date) -> list[Person]:
    seats = list(org.seats_of(_led_by(meeting, on=on), on=on))
    if not seats:
        called = {each.person_id for each in Attendance.objects.filter(meeting=meeting)}
        seats = [seat for seat in org.seats_under(meeting.season.unit, on=on) if seat.person_id in called]
    found = sorted((seat for seat in seats if seat.post in posts), key=lambda seat: posts.index(seat.post))
    return list(dict.fromkeys(seat.person for seat in found))


def _led_by(meeting: Meeting, *, on: date) -> Unit:
    """The unit whose posts lead the body: its own, that of the post the rulebook lets act in its name, or its
    committee, a body within it.
    """
    if org.seats_of(meeting.unit, on=on).filter(post__in=HEADS).exists():
        return meeting.unit
    mandates = law.rulebook_of(meeting.season).process.mandates
    kind = law.unit_kind(meeting)
    kinds = {each.post.partition(".")[0] for each in mandates if each.post and each.body == kind} - {kind}
    units = SeasonUnit.objects.filter(season=meeting.season).select_related("unit").order_by("path")
    found = units.filter(kind__in=kinds).first()
    within = units.filter(path__contains=f"/{meeting.unit.key}/") if found is None else []
    heads = (each.unit for each in within if org.seats_of(each.unit, on=on).filter(post__in=HEADS).exists())
    return found.unit if found else next(heads, meeting.unit)


def present_voters(meeting: Meeting) -> list[Attendance]:
    """The voters marked present, by given name."""
    found = Attendance.objects.filter(meeting=meeting, capacity="voter", present=True).select_related("person")
    return sorted(found, key=lambda each: (each.person.sort_key, each.person.key))


def absent_people(meeting: Meeting) -> dict[int | None, str]:
    """The ids of the persons marked absent, with the reason given."""
    found = Attendance.objects.filter(meeting=meeting, present=False, person__isnull=False)
    return {person: why or "Vắng mặt" for person, why in found.values_list("person_id", "absence")}
