"""Drawn rulebooks as the texts that are loaded."""

import json

from tests.properties.drawing import BOOLS, COUNTS, DAYS, GROUPS, LEVELS, READINGS, STEPS

ORACLE_ONLY = {"term", "given_term", "only_if_term", "facts", "rank", "by_gap", "only_written", "from_gap", "filled_in"}
TOLD = {"clause": "1", "text": "một mục"}
PARTS = ("complete", "exclusions", "triggers", "triggers_come", "caps", "vote_above_standard", "residual", "remarks")


def plain(value):
    """What was drawn without what only the oracle reads; where a written form stands beside a value, that one."""
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if key not in ORACLE_ONLY and not key.endswith("_written")}
        return {key: plain(value.get(f"{key}_written", item)) for key, item in kept.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def standards_of(book):
    """The standards of one subject as they are written."""
    found = {"key": f"standards.{book['subject']}", **TOLD, "subject": book["subject"]}
    found |= {part: plain(book[part]) for part in PARTS}
    if book.get("by_gap"):
        found["complete"] = {"from_gap": f"act_{book['subject']}", "give": True, "waived": False}
    if book.get("ladder"):
        return found | {"ladder": book["ladder"]}
    return found | {"standards": [standard_of(one, book) for one in book["standards"]]}


def standard_of(one, book):
    """One standard as it is written: what readings and fillings bring or take stands in it too."""
    found = plain(one)
    found["conditions"] = [plain(each) for each in one["conditions"] if not each.get("filled_in")]
    found["conditions"] += plain(one.get("only_written", []))
    found["conditions"] += [one["from_gap"]] if one.get("from_gap") else []
    return found | ({"needs_gap": f"act_{book['subject']}"} if book.get("by_gap") else {})


def subject_of(book, *, counts=(), pending_holds=True):
    """One subject with its facts; with counts, it counts the persons of its team."""
    facts = [("bool", name, {}) for name in BOOLS] + [("count", name, {}) for name in COUNTS]
    facts += [("level", name, {"scale": "steps"}) for name in STEPS] + [("points", "p0", {})]
    facts += [("date", name, {}) for name in DAYS]
    found = {
        "key": book["subject"],
        **TOLD,
        "scale": f"{book['subject']}_grades",
        "groups": list(GROUPS[book["subject"]]),
        "facts": [{"key": name, "type": kind, **TOLD, **more} for kind, name, more in facts],
        "fact_groups": [{"key": "steps", "facts": list(STEPS)}],
    }
    if counts:
        written = [{**one, **TOLD} for one in counts]
        found["children"] = {"subject": "person", "by": "team", "counts": written, "pending_holds": pending_holds}
    return found


def texts_of(person, cell, *, counts, pending_holds):
    """The two drawn subjects as the files of one rulebook."""
    scales = [(f"{book['subject']}_grades", book["codes"]) for book in (person, cell)] + [("steps", LEVELS)]
    identity = {"code": "drawn", "title": "t", "clause": "1", "issuer": "i", "issued_on": "2017-01-01", "year": 2017}
    question = {"key": "question", "amb": "1", **TOLD, "question": "?"}
    readings = [{"key": name, "text": name, "default": name == READINGS[0]} for name in READINGS]
    files = {
        "rulebook.yaml": {**identity, "kind": "plan", "status": "issued"},
        "subjects.yaml": {
            "scales": [
                {"key": key, **TOLD, "levels": [{"code": code, "name": code} for code in codes]}
                for key, codes in scales
            ],
            "subjects": [subject_of(person), subject_of(cell, counts=counts, pending_holds=pending_holds)],
        },
        "standards.yaml": {"standards": [standards_of(person), standards_of(cell)]},
        "quotas.yaml": {"quotas": plain(person["quotas"] + cell["quotas"])},
        "interpretations.yaml": {"interpretations": [{**question, "readings": readings}]},
        "gaps.yaml": {
            "gaps": [
                {"key": key, **TOLD, "source": "s", "blocks": "b", "fills": {}, "waivable": True}
                for key in ("act_person", "act_cell", "marks")
            ]
        },
    }
    return {name: json.dumps(content, ensure_ascii=False) for name, content in files.items()}
