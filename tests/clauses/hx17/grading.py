"""A member, a leader and a cell of whom nothing is wrong; a test changes one thing and asks the judge."""

import sqlite3

from kiemdiem.core.judge.judge import judge

DATABASE = sqlite3.connect(":memory:", isolation_level=None)

MEMBER = {
    "subject": "m1",
    "cell": "cell-1",
    "party_body": "ward",
    "exempt_work": False,
    "exempt_activity": False,
    "months_since_admission": 120,
    "review_done": True,
    "task_result": "excellent",
    "is_ccvc": False,
    "ccvc_grade": None,
    "title_proposed": False,
    "merit_certificate": False,
    "serving_discipline": False,
    "fault_prohibited": False,
    "fault_refusal": False,
    "enrolled_1": 21,
    "present_1": 20,
    "valid_1": 20,
    "votes_good": 20,
    "votes_done": 0,
    "votes_not": 0,
    "enrolled_2": 21,
    "present_2": 20,
    "valid_2": 20,
    "votes_excellent": 20,
}
CIVIL_SERVANT = {"is_ccvc": True, "ccvc_grade": "HTXSNV"}
VOTED_GOOD = {"votes_excellent": 0}
VOTED_DONE = {"votes_good": 5, "votes_done": 15, "votes_excellent": 0}
VOTED_NOT = {"votes_good": 5, "votes_done": 0, "votes_not": 15, "votes_excellent": 0}

LEADER = {
    "subject": "l1",
    "collective": "front",
    "review_done": True,
    "enrolled": 15,
    "present": 12,
    "returned": 11,
    "valid": 10,
    "votes_excellent": 0,
    "votes_good": 8,
    "votes_done": 2,
    "votes_limited": 0,
    "votes_not": 0,
}

CELL = {
    "subject": "cell-1",
    "party_body": "ward",
    "points": {"sum": 10 * 9000, "slips": 10},
    "task_result": "excellent",
    "united": True,
    "activity_regular": True,
    "officers_disciplined": 0,
    "linked_total": 4,
    "linked_highest": 4,
    "linked_second": 4,
    "front_mass_lowest": 0,
    "disunity": False,
    "member_disciplined": False,
    "members_enrolled": 22,
    "chosen_for_award": False,
    "members_graded": 20,
    "members_done": 20,
    "members_not": 0,
    "members_pending": 0,
}
KINDS = {"member": MEMBER, "leader": LEADER, "cell": CELL}


def points(mean_in_hundredths, slips=10):
    """Score slips with this mean."""
    return {"sum": mean_in_hundredths * slips, "slips": slips}


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


def cell_of(book, good=0, excellent=(), **changes):
    """The verdicts of a cell: so many voted good, and one voted excellent for each number of votes."""
    people = [VOTED_GOOD] * good + [{"votes_excellent": votes} for votes in excellent]
    rows = [{**MEMBER, **changes, **each, "subject": f"m{n}"} for n, each in enumerate(people, start=1)]
    return judge(book, "member", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")
