"""Subjects of whom nothing is wrong; a test changes one thing and asks the judge."""

import sqlite3

from kiemdiem.core.judge.judge import judge

DATABASE = sqlite3.connect(":memory:", isolation_level=None)
BALLOT = {"enrolled": 21, "present": 20, "returned": 19, "valid": 18}
SUPPOSED = {
    "review_done": True,
    "takes_part_here": True,
    "months_established": 60,
    "months_since_admission": 60,
    "months_in_post": 60,
}
BY_TYPE = {"bool": False, "count": 0, "level": None, "points": None}
LOWEST = "MAU_D"
GRADES = ("HTXSNV", "HTTNV", "HTNV", LOWEST)
EXCELLENT, GOOD, DONE, NOT = (18, 0, 0, 0), (0, 18, 0, 0), (0, 0, 18, 0), (0, 0, 0, 18)
WORDS = ("excellent", "good", "done", "lowest")


def votes(counts, **ballot):
    """The facts of a ballot: votes for the four grades, best first, and how many took part."""
    return {**BALLOT, **ballot} | {f"votes_{word}": count for word, count in zip(WORDS, counts, strict=True)}


def supposed(fact):
    """What a fact is unless a test says otherwise."""
    return True if fact.key.startswith("asks_") else SUPPOSED.get(fact.key, BY_TYPE[fact.type])


def row_of(book, kind, **changes):
    """A subject voted excellent that meets every condition filled in."""
    declared = book.subjects.subject(kind)
    facts = {fact.key: supposed(fact) for fact in declared.facts}
    cast = {key: value for key, value in votes(EXCELLENT).items() if key in facts}
    return {"subject": "s", **dict.fromkeys(declared.groups, "one"), **facts, **cast, **changes}


def verdict(book, kind, **changes):
    """What the judge says of one subject, its quota aside."""
    row = row_of(book, kind, **changes)
    return judge(book, kind, rows=[row], cursor=DATABASE.cursor(), dialect="sqlite", quotas=False)[0]


def grade(book, kind, **changes):
    """The grade the judge gives one subject, or the word for why there is none."""
    found = verdict(book, kind, **changes)
    return found.grade or found.outcome


def waits(book, kind, **changes):
    """Whether the subject is on the pending list."""
    found = verdict(book, kind, **changes)
    return (found.outcome, found.flags) == ("not_graded", ("waiting",))


def group_of(book, kind, rows):
    """The verdicts of a group, given what is particular to each of its subjects."""
    made = [row_of(book, kind, **{"subject": f"s{number}", **each}) for number, each in enumerate(rows)]
    return judge(book, kind, rows=made, cursor=DATABASE.cursor(), dialect="sqlite")
