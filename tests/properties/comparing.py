"""One drawn rulebook with people and cells: what the oracle says of them, and what the judge says on a database."""

import random
from dataclasses import dataclass

from kiemdiem.core.judge.stages import judge_stages
from kiemdiem.core.law.loader import effective, load
from tests.properties.drawing import COUNTS, FILLED, READINGS, Drawer, ranked
from tests.properties.oracle import (
    EXCLUDED,
    NOTHING,
    UNKNOWN,
    WAITING,
    Oracle,
    counted,
    flags,
    quota_states,
    truth,
)
from tests.properties.writing import texts_of

WORDS = {EXCLUDED: "not_graded", WAITING: "not_graded", UNKNOWN: "cannot_say", NOTHING: "no_grade"}
STATES = {True: "met", False: "not_met", None: "cannot_say"}
WAIVER = {"body": "Ban Thường vụ", "document": "1-QĐ", "issued_on": "2017-01-01"}
ACT = {"filled": True, "waived": {"waived": WAIVER}}
TEAMS = ("a", "b", "c", "empty")


@dataclass(frozen=True)
class Draw:
    """A rulebook of two subjects as the oracle reads it and as the judge does, with rows of facts for both."""

    books: dict
    rows: dict
    counts: tuple
    pending_holds: bool
    law: object


def draw(seed, people):
    """The rulebook of a seed, in force under one reading and with some gaps filled, and its rows."""
    chance = random.Random(seed)
    reading = chance.choice(READINGS)
    persons = Drawer(chance, reading=reading)
    books = {"person": persons.book()}
    counts = counts_of(chance, books["person"]["codes"])
    cells = Drawer(chance, subject="cell", numbers=COUNTS + tuple(one["key"] for one in counts), reading=reading)
    books["cell"] = cells.book()
    pending_holds = chance.random() < 0.7
    texts = texts_of(books["person"], books["cell"], counts=counts, pending_holds=pending_holds)
    gaps = FILLED | {f"act_{kind}": ACT[book["by_gap"]] for kind, book in books.items() if book.get("by_gap") in ACT}
    law = effective(load(texts, catalogue=()), readings={"question": reading}, gaps=gaps)
    rows = {
        "person": [persons.person(number) for number in range(people)],
        "cell": [{**cells.person(0), "subject": team} for team in TEAMS],
    }
    return Draw(books, rows, counts, pending_holds, law)


def counts_of(chance, codes):
    """What a cell counts of its persons."""
    named = [{"of": "graded"}, {"of": "pending"}]
    named += [{"of": of, "grade": chance.choice(codes)} for of in ("at_least", "at_least", "exactly")]
    return tuple({"key": f"k{number}", **one} for number, one in enumerate(named))


def conditions(book):
    """Every drawn condition by its key, those inside others too."""
    top = [one["condition"] for part in ("exclusions", "caps") for one in book[part]]
    top += book["triggers"] + book["remarks"]
    top += [condition for one in book["standards"] for condition in one["conditions"]]
    inside = [part for one in top if one["kind"] == "any_of" for part in one["of"]]
    return {one["key"]: one for one in (*top, *inside)}


def expected(drawn):
    """What the oracle says of every person and every cell."""
    persons = judged(drawn.books["person"], [ranked(row) for row in drawn.rows["person"]])
    teams = {team: [] for team in TEAMS}
    for row, found in zip(drawn.rows["person"], persons, strict=True):
        teams[row["team"]].append(found["word"])
    codes = drawn.books["person"]["codes"]
    cells = [
        ranked(row) | counted(drawn.counts, teams[row["subject"]], codes=codes, pending_holds=drawn.pending_holds)
        for row in drawn.rows["cell"]
    ]
    return {"person": persons, "cell": judged(drawn.books["cell"], cells)}


def judged(book, rows):
    """What the oracle says: outcome, grade, reached, voted, ceiling, quota standings, states of conditions."""
    oracle = Oracle(book)
    reached = [oracle.reached(row) for row in rows]
    grades, standings = list(reached), [[] for _ in rows]
    for quota in book["quotas"]:
        for number, state in enumerate(quota_states(oracle, quota, list(zip(rows, grades, strict=True)))):
            standings[number].append(state)
            if state and state[0] in ("over", "tie") and quota.get("falls_to"):
                grades[number] = quota["falls_to"]
    return [
        told(oracle, row, reached=reached[number], grade=grades[number]) | {"quotas": standings[number]}
        for number, row in enumerate(rows)
    ]


def told(oracle, row, *, reached, grade):
    """What the oracle says of one row, quotas aside."""
    votes = oracle.first(lambda code: oracle.votes(code, row)) if oracle.voted else NOTHING
    allowed = oracle.first(lambda code: oracle.others(code, row))
    states = {key: STATES[truth(one, row)] for key, one in conditions(oracle.book).items()}
    remarks = [f"remark:{one['key']}" for one in oracle.book["remarks"] if states[one["key"]] == "met"]
    return {
        "word": grade,
        "outcome": WORDS.get(grade, "graded"),
        "grade": code_or_none(grade),
        "reached": code_or_none(reached),
        "voted": code_or_none(votes),
        "ceiling": code_or_none(allowed) if oracle.voted else None,
        "flags": flags(oracle, row, reached=reached, votes=votes, allowed=allowed) + remarks,
        "states": states,
    }


def code_or_none(word):
    """The grade, or nothing for the other words."""
    return None if word in WORDS else word


def said(verdict):
    """What the judge says, in the oracle's words."""
    quotas = [
        None if one.state == "not_concerned" else (one.state, one.rank, one.standing, one.places)
        for one in verdict.quotas
    ]
    return {
        "outcome": verdict.outcome,
        "grade": verdict.grade,
        "reached": verdict.reached,
        "voted": verdict.voted_grade,
        "ceiling": verdict.ceiling,
        "flags": [flag for flag in verdict.flags if not flag.startswith("quota_")],
        "quotas": quotas,
        "states": {finding.entry: finding.state for finding in verdict.findings},
    }


def verdicts(drawn, *, cursor, dialect):
    """What the judge says of every person and every cell on one database."""
    return judge_stages(drawn.law, drawn.rows, cursor=cursor, dialect=dialect)


def mismatches(seed, people, databases):
    """What differs between the oracle and each database for one drawn rulebook."""
    drawn = draw(seed, people)
    right = expected(drawn)
    for dialect, cursor in databases.items():
        found = verdicts(drawn, cursor=cursor, dialect=dialect)
        for kind, rows in drawn.rows.items():
            assert [one.subject for one in found[kind]] == [row["subject"] for row in rows]
            for verdict, want in zip(found[kind], right[kind], strict=True):
                got = said(verdict)
                wrong = {key: (got[key], want[key]) for key in got if got[key] != want[key]}
                if wrong:
                    yield seed, dialect, verdict.subject, wrong
