"""Tables of the room: units, people, what bears on their grades, and grants."""

from kiemdiem.org.models.grants import ROLES, Grant
from kiemdiem.org.models.people import (
    DEPARTURES,
    MEMBERSHIPS,
    STANDINGS,
    Departure,
    Leave,
    Membership,
    Person,
    Seat,
    Standing,
)
from kiemdiem.org.models.results import SIDES, Award, Discipline, ManagedBy, OutsideResult, Work
from kiemdiem.org.models.units import SUCCESSIONS, Unit, UnitLink, UnitPeriod, UnitSuccession

__all__ = [
    "DEPARTURES",
    "MEMBERSHIPS",
    "ROLES",
    "SIDES",
    "STANDINGS",
    "SUCCESSIONS",
    "Award",
    "Departure",
    "Discipline",
    "Grant",
    "Leave",
    "ManagedBy",
    "Membership",
    "OutsideResult",
    "Person",
    "Seat",
    "Standing",
    "Unit",
    "UnitLink",
    "UnitPeriod",
    "UnitSuccession",
    "Work",
]
