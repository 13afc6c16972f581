"""A member, a cell, a party body and a collective of whom nothing is wrong; a test changes one thing and asks."""

import sqlite3

from kiemdiem.core.judge.judge import judge

DATABASE = sqlite3.connect(":memory:", isolation_level=None)

VOTES = {
    "enrolled": 21,
    "present": 20,
    "returned": 20,
    "valid": 20,
    "votes_excellent": 20,
    "votes_good": 0,
    "votes_done": 0,
    "votes_not": 0,
}
VOTED_GOOD = {"votes_excellent": 0, "votes_good": 20}
VOTED_DONE = {"votes_excellent": 0, "votes_done": 20}
VOTED_NOT = {"votes_excellent": 0, "votes_not": 20}
LEVELS = tuple(f"level_{key}" for key in ("a1", "a2", "a3", "a4", "b1", "b2", "c", "d"))
ORGANISATION_LEVELS = tuple(f"level_{key}" for key in ("a1", "a2", "a3", "a4", "b1", "b2", "b3", "c"))

MEMBER = {
    "subject": "m1",
    "cell": "cell-1",
    "party_body": "department",
    "review_done": True,
    **dict.fromkeys(LEVELS, "XUAT_SAC"),
    "level_a5": None,
    "level_e": None,
    "signs_reviewed": False,
    "suggested": False,
    "exemplary": True,
    "products": 2,
    "is_ccvc": False,
    "ccvc_grade": None,
    "degradation_concluded": False,
    "targets_assigned": 10,
    "targets_done": 10,
    "disciplined_in_year": False,
    "violations_counted": False,
    **VOTES,
}
ORGANISATION = {
    "review_done": True,
    **dict.fromkeys(ORGANISATION_LEVELS, "XUAT_SAC"),
    "outstanding": True,
    "linked_total": 3,
    "linked_good": 3,
    "linked_done": 3,
    "mass_failed": 0,
    "targets_assigned": 10,
    "targets_done": 10,
    "force_majeure": False,
    "disciplined": False,
    "self_detected": False,
    "consequences_remedied": False,
    **VOTES,
}
CELL = {
    "subject": "cell-1",
    "party_body": "department",
    **ORGANISATION,
    "members_graded": 20,
    "members_good": 20,
    "members_done": 20,
    "members_not": 0,
    "members_pending": 0,
}
PARTY_BODY = {
    "subject": "department",
    **ORGANISATION,
    "cells_graded": 10,
    "cells_good": 10,
    "cells_done": 10,
    "cells_not": 0,
    "cells_pending": 0,
}
COLLECTIVE = {
    "subject": "committee",
    "review_done": True,
    **{f"level_{key}": "XUAT_SAC" for key in ("a1", "a2", "b1", "b2", "b3", "b4", "c")},
    "united": True,
}
KINDS = {"member": MEMBER, "cell": CELL, "party_body": PARTY_BODY, "collective": COLLECTIVE}


def verdict(book, kind, **changes):
    """What the judge says of one subject, its quota aside."""
    row = {**KINDS[kind], **changes}
    return judge(book, kind, rows=[row], cursor=DATABASE.cursor(), dialect="sqlite", quotas=False)[0]


def grade(book, kind, **changes):
    """The grade the judge gives one subject, or the word for why there is none."""
    found = verdict(book, kind, **changes)
    return found.grade or found.outcome


def state(book, kind, entry, **changes):
    """How one condition stands."""
    return verdict(book, kind, **changes).finding(entry).state


def group_of(book, kind, *, good, excellent, **changes):
    """The verdicts of a group: so many voted good and so many voted excellent."""
    people = [VOTED_GOOD] * good + [{}] * excellent
    rows = [{**KINDS[kind], **changes, **each, "subject": f"s{n}"} for n, each in enumerate(people)]
    return judge(book, kind, rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")
