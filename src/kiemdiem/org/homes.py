"""Which units answer for a person."""

from datetime import date

from kiemdiem.org.days import known
from kiemdiem.org.models import Membership, Person, Seat, Unit


def homes_of(person: Person, *, on: date) -> list[Unit]:
    """The units that answer for a person: where he is a member or holds a seat on the day, else where he last was."""
    memberships = Membership.objects.filter(known(), person=person).exclude(kind="residence").select_related("unit")
    seats = Seat.objects.filter(known(), person=person).select_related("unit")
    facts = [*memberships, *seats]
    now = [fact.unit for fact in facts if fact.from_on <= on and (fact.until_on is None or fact.until_on > on)]
    if now or not facts:
        return now
    return [max(facts, key=lambda fact: fact.from_on).unit]
