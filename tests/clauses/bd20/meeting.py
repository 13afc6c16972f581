"""Meetings for which everything came in and everybody came; a test changes one thing and asks the gates."""

from datetime import date

from kiemdiem.core.process.facts import Group
from tests.clauses.hx17.season import opening

STATE = {
    "council_standing_body": "council_members",
    "peoples_committee": "peoples_committee_members",
    "agency_leadership": "agency_leaders",
    "front_standing_board": "front_leaders",
    "farmers_standing_board": "farmers_leaders",
    "women_standing_board": "women_leaders",
    "veterans_standing_board": "veterans_leaders",
    "youth_union_standing_board": "youth_leaders",
}
GUESTS = ("member_in_charge", "party_building_boards")
GROUPS = (*STATE.values(), "committee_members", "vice_chairs", *GUESTS, "official_members")
OPINIONS = {
    3: ("district_standing_committee", ("district_executive_committee",)),
    4: ("district_standing_committee", ("district_council_standing_body", "district_peoples_committee")),
    5: ("district_standing_committee", ("district_agency_leadership", "district_front", "district_mass_organisation")),
    6: ("district_standing_committee", ("grassroots_committee",)),
    7: ("district_peoples_committee", ("own_members",)),
    8: ("district_council_standing_body", ("grassroots_cell_committee",)),
    9: ("district_peoples_committee", ("subordinate_unit_leaders",)),
    10: ("district_agency_leadership", ("leadership_members",)),
    11: ("district_front", ("grassroots_cell_committee", "cell")),
    12: ("district_mass_organisation", ("mass_executive",)),
    13: ("district_agency_leadership", ("subordinate_unit",)),
    15: ("executive_committee", ("council_standing_body", "peoples_committee", "front_standing_board")),
    16: (
        "executive_committee",
        ("farmers_standing_board", "women_standing_board", "veterans_standing_board", "youth_union_standing_board"),
    ),
    17: ("executive_committee", ("cell",)),
    18: ("executive_committee", ("hamlet",)),
    19: ("agency_leadership", ("agency_staff",)),
}
SOURCES = tuple(dict.fromkeys(source for _, sources in OPINIONS.values() for source in sources))
DONE = ("opinion_conference", "cell_activity", "reviewed.cell", *(f"reviewed.{kind}" for kind in STATE))


def called(*keys, present=9):
    """Groups of nine with so many present."""
    return tuple(Group(key=key, name=key, convened=9, present=present) for key in keys)


def review(unit_kind, **change):
    """A review for which everything came in and everybody came."""
    made = {"groups": called(*GROUPS), "opinions_from": SOURCES, "done": DONE, "meeting_on": date(2020, 12, 8)}
    return opening(unit_kind, **{**made, **change})
