"""Subjects of whom nothing is wrong; a test changes one thing and asks the judge."""

import sqlite3

from kiemdiem.core.judge.judge import judge

DATABASE = sqlite3.connect(":memory:", isolation_level=None)
BALLOT = {"enrolled": 21, "present": 20, "returned": 19, "valid": 18}
WORDS = ("top", "second", "third", "lowest")
TOP, SECOND, THIRD, LOWEST = (18, 0, 0, 0), (0, 18, 0, 0), (0, 0, 18, 0), (0, 0, 0, 18)
GRADES = ("MAU_A", "MAU_B", "MAU_C", "MAU_D")
KINDS = ("member", "leader", "collective", "cell", "party_body")
DONE = ("review_done", "ccvc_graded", "state_graded", "collectives_graded", "mass_graded")


def votes(counts, **ballot):
    """The facts of a ballot: votes for the four grades, best first, and how many took part."""
    return {**BALLOT, **ballot} | {f"votes_{word}": count for word, count in zip(WORDS, counts, strict=True)}


def supposed(fact):
    """What a fact is unless a test says otherwise."""
    if fact.type == "level":
        return "CAP_1" if fact.scale == "criterion_level" else None
    return fact.key in DONE or fact.key.startswith("further_") if fact.type == "bool" else None


def row_of(book, kind, **changes):
    """A subject voted the best grade, with every criterion at the best level."""
    declared = book.subjects.subject(kind)
    facts = {fact.key: supposed(fact) for fact in declared.facts}
    voted = votes(TOP) if "enrolled" in facts else {}
    return {"subject": "s", **dict.fromkeys(declared.groups, "one"), **facts, **voted, **changes}


def verdict(book, kind, **changes):
    """What the judge says of one subject, its quota aside."""
    row = row_of(book, kind, **changes)
    return judge(book, kind, rows=[row], cursor=DATABASE.cursor(), dialect="sqlite", quotas=False)[0]


def grade(book, kind, **changes):
    """The grade the judge gives one subject, or the word for why there is none."""
    found = verdict(book, kind, **changes)
    return found.grade or found.outcome
