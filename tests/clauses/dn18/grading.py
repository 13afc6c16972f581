"""Subjects of whom nothing is wrong; a test changes one thing and asks the judge."""

import sqlite3

from kiemdiem.core.judge.judge import judge

DATABASE = sqlite3.connect(":memory:", isolation_level=None)
BALLOT = {"enrolled": 21, "present": 20, "returned": 19, "valid": 18}
SUPPOSED = {"review_done": True, "led_unit_grade": None, "ccvc_grade": None, "claimed_grade": None}
BY_TYPE = {"bool": False, "level": "excellent", "points": None, "count": None}
GRADES = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
EXCELLENT, GOOD, DONE, NOT = (18, 0, 0, 0), (0, 18, 0, 0), (0, 0, 18, 0), (0, 0, 0, 18)


def votes(counts, prefix="", **ballot):
    """The facts of a ballot: votes for the four grades, best first, and how many took part."""
    words = ("excellent", "good", "done", "not")
    facts = {**BALLOT, **ballot} | {f"votes_{word}": count for word, count in zip(words, counts, strict=True)}
    return {prefix + key: value for key, value in facts.items()}


def decided(counts, **ballot):
    """The facts of the ballot of the party committee."""
    return votes(counts, "decided_", **ballot)


def supposed(fact):
    """What a fact is unless a test says otherwise."""
    return True if fact.key.startswith("further_") else SUPPOSED.get(fact.key, BY_TYPE[fact.type])


def row_of(book, kind, **changes):
    """A subject voted excellent, with every criterion excellent."""
    declared = book.subjects.subject(kind)
    groups = dict.fromkeys(declared.groups, "one")
    facts = {fact.key: supposed(fact) for fact in declared.facts}
    return {"subject": "s", **groups, **facts, **votes(EXCELLENT), **changes}


def verdict(book, kind, **changes):
    """What the judge says of one subject, its quota aside."""
    row = row_of(book, kind, **changes)
    return judge(book, kind, rows=[row], cursor=DATABASE.cursor(), dialect="sqlite", quotas=False)[0]


def grade(book, kind, **changes):
    """The grade the judge gives one subject, or the word for why there is none."""
    found = verdict(book, kind, **changes)
    return found.grade or found.outcome


def cells_of(book, excellent, good=0, done=0):
    """The verdicts of all cells of the party body: so many decided excellent, good and done."""
    counts = [EXCELLENT] * excellent + [GOOD] * good + [DONE] * done
    rows = [row_of(book, "cell", subject=f"c{n}", **decided(each)) for n, each in enumerate(counts)]
    return judge(book, "cell", rows=rows, cursor=DATABASE.cursor(), dialect="sqlite")
