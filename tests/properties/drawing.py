"""Rulebooks and people drawn at random: as the texts that are loaded, and as the values the oracle reads."""

import json

LEVELS = ("best", "good", "fair", "poor")
BOOLS, COUNTS, STEPS = ("b0", "b1", "b2"), ("n0", "n1", "n2", "n3"), ("s0", "s1", "s2")
SIGNS = ("=", "<>", "<", "<=", ">", ">=")


class Drawer:
    """Draws one rulebook with a source of chance."""

    def __init__(self, chance):
        self.chance = chance
        self.keys = 0

    def entry(self):
        """The part every entry has, under a key of its own."""
        self.keys += 1
        return {"key": f"e{self.keys}", "clause": "1", "text": f"điều kiện {self.keys}"}

    def maybe(self, share):
        """True that often."""
        return self.chance.random() < share

    def number(self, depth):
        """A whole-number term and its text."""
        if depth and self.maybe(0.3):
            sign = self.chance.choice("+-*")
            left, right = self.number(depth - 1), self.number(depth - 1)
            return (sign, left[0], right[0]), f"({left[1]} {sign} {right[1]})"
        if self.maybe(0.6):
            name = self.chance.choice(COUNTS)
            return ("fact", name), name
        value = self.chance.randrange(7)
        return ("whole", value), str(value)

    def truth(self, depth):
        """A yes/no term and its text."""
        if depth and self.maybe(0.6):
            word = self.chance.choice(("and", "or", "not"))
            if word == "not":
                inner = self.truth(depth - 1)
                return ("not", inner[0]), f"NOT ({inner[1]})"
            left, right = self.truth(depth - 1), self.truth(depth - 1)
            return (word, left[0], right[0]), f"({left[1]} {word.upper()} {right[1]})"
        kind = self.chance.choice(("bool", "compare", "level", "missing"))
        if kind == "bool":
            name = self.chance.choice(BOOLS)
            return ("fact", name), name
        if kind == "missing":
            name = self.chance.choice(BOOLS + COUNTS + STEPS)
            return ("missing", ("fact", name)), f"{name} IS NULL"
        sign = self.chance.choice(SIGNS)
        if kind == "level":
            name, level = self.chance.choice(STEPS), self.chance.choice(LEVELS)
            return (sign, ("fact", name), ("level", level, rank_of(level))), f"{name} {sign} {level}"
        left, right = self.number(1), self.number(1)
        return (sign, left[0], right[0]), f"{left[1]} {sign} {right[1]}"

    def condition(self, kinds, *, inner=False):
        """A condition of one of the kinds, perhaps guarded."""
        kind = self.chance.choice(kinds)
        found = {**self.entry(), "kind": kind, **getattr(self, kind)()}
        for guard in ("given", "only_if"):
            if self.maybe(0.15):
                term, text = self.truth(1)
                found |= {guard: text, f"{guard}_term": term}
        if not inner and kind != "votes" and self.maybe(0.1):
            found["own"] = True
        return found

    def holds(self):
        """An expression."""
        term, text = self.truth(2)
        return {"when": text, "term": term}

    def every(self):
        """All facts of a group at a level."""
        level = self.chance.choice(LEVELS)
        return {"of": "steps", "at_least": level, "facts": STEPS, "rank": rank_of(level)}

    def fraction(self):
        """A fraction above nothing and up to all."""
        denominator = self.chance.randrange(1, 5)
        return f"{self.chance.randrange(1, denominator + 1)}/{denominator}"

    def votes(self):
        """Votes of a number, or more votes than others."""
        part, base = self.chance.sample(COUNTS, 2)
        if self.maybe(0.15):
            return {"count": part, "more_than_each_of": [base]}
        return {"count": part, "of": base, self.chance.choice(("more_than", "at_least")): self.fraction()}

    def share(self):
        """A part of a number."""
        part, base = self.chance.sample(COUNTS, 2)
        return {"count": part, "of": base, self.chance.choice(("more_than", "at_least")): self.fraction()}

    def points(self):
        """A range of points."""
        low = self.chance.randrange(0, 5)
        sides = {"at_least": low, "below": low + self.chance.randrange(1, 4)}
        kept = self.chance.choice((("at_least",), ("below",), ("at_least", "below")))
        return {"of": "p0", **{side: sides[side] for side in kept}}

    def any_of(self):
        """Several to choose from."""
        kinds = ("holds", "share", "points", "every")
        return {"of": [self.condition(kinds, inner=True) for _ in range(self.chance.randrange(2, 4))]}

    def book(self):
        """A whole rulebook as the oracle reads it."""
        codes = tuple(f"G{n}" for n in range(self.chance.randrange(3, 6), 0, -1))
        kinds = ("holds", "holds", "every", "share", "points", "any_of")
        voted = self.maybe(0.5)
        some = lambda most: range(self.chance.randrange(most + 1))  # noqa: E731 - a name for a short draw
        book = {
            "codes": codes,
            "exclusions": [{"condition": self.condition(kinds), "waits": self.maybe(0.4)} for _ in some(2)],
            "triggers": [self.condition(kinds) for _ in some(2)],
            "triggers_come": self.chance.choice(("first", "last")),
            "caps": [{"condition": self.condition(kinds), "at_most": self.chance.choice(codes[1:])} for _ in some(2)],
            "vote_above_standard": self.chance.choice(("ceiling", "ceiling", "vote", "repeat")),
            "residual": self.chance.choice((None, codes[-1])),
            "remarks": [],
        }
        book["standards"] = [self.standard(codes, place, kinds, voted) for place in range(len(codes))]
        if (book["triggers"] or book["residual"]) and self.maybe(0.4):
            book["standards"].pop()
        book["quotas"] = [self.quota(codes) for _ in some(2)]
        return book

    def standard(self, codes, place, kinds, voted):
        """What one grade asks; it may include the next grade."""
        found = {**self.entry(), "grade": codes[place]}
        found["conditions"] = [self.condition(kinds) for _ in range(self.chance.randrange(3))]
        if voted and self.maybe(0.9):
            found["conditions"].append(self.condition(("votes",)))
        if place < len(codes) - 2 and self.maybe(0.4):
            found["includes"] = codes[place + 1]
        return found

    def quota(self, codes):
        """A quota on one of the better grades."""
        place = self.chance.randrange(len(codes) - 1)
        chosen = self.maybe(0.3)
        found = {
            **self.entry(),
            "subject": "person",
            "grade": codes[place],
            "base_grade": self.chance.choice(codes[place:]),
            "group": "team",
            "percent": self.chance.choice((5, 15, 20, 25, 33, 50, 100)),
            "base": self.chance.choice(("reached_good", "stayed_good", "all_graded")),
            "rounding": self.chance.choice(("down", "up", "nearest")),
            "ranked_by": [] if chosen else self.chance.sample(COUNTS, self.chance.randrange(3)),
        }
        found |= {"chosen": self.chance.choice(BOOLS)} if chosen else {"falls_to": codes[place + 1]}
        if self.maybe(0.3):
            found["small_group"] = {"at_least": self.chance.randrange(3), "below": self.chance.choice((None, 3, 5))}
        return found

    def person(self, number):
        """A person's facts; some are unknown."""
        row = {"subject": f"p{number}", "team": self.chance.choice("abc")}
        row |= {name: self.chance.choice((True, False)) for name in BOOLS}
        row |= {name: self.chance.randrange(7) for name in COUNTS}
        row |= {name: self.chance.choice(LEVELS) for name in STEPS}
        row["p0"] = {"sum": self.chance.randrange(0, 2000), "slips": self.chance.randrange(0, 4)}
        return {
            key: None if key not in ("subject", "team") and self.maybe(0.12) else value for key, value in row.items()
        }


def rank_of(level):
    """How high a level stands."""
    return len(LEVELS) - LEVELS.index(level)


def ranked(row):
    """The row as the oracle reads it: levels by their rank."""
    return {key: rank_of(value) if key in STEPS and value else value for key, value in row.items()}


ORACLE_ONLY = {"term", "given_term", "only_if_term", "facts", "rank"}


def plain(value):
    """The drawn rulebook without what only the oracle reads."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key not in ORACLE_ONLY}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def texts_of(book):
    """The drawn rulebook as the files that are loaded."""
    facts = [("bool", name, {}) for name in BOOLS] + [("count", name, {}) for name in COUNTS]
    facts += [("level", name, {"scale": "steps"}) for name in STEPS] + [("points", "p0", {})]
    told = {"clause": "1", "text": "một mục"}
    scales = [("grades", book["codes"]), ("steps", LEVELS)]
    subjects = {
        "scales": [
            {"key": key, **told, "levels": [{"code": code, "name": code} for code in codes]} for key, codes in scales
        ],
        "subjects": [
            {
                "key": "person",
                **told,
                "scale": "grades",
                "groups": ["team"],
                "facts": [{"key": name, "type": kind, **told, **more} for kind, name, more in facts],
                "fact_groups": [{"key": "steps", "facts": list(STEPS)}],
            }
        ],
    }
    parts = ("exclusions", "triggers", "triggers_come", "caps", "vote_above_standard", "residual", "standards")
    standards = {"key": "standards.person", **told, "subject": "person", **{part: plain(book[part]) for part in parts}}
    identity = {"code": "drawn", "title": "t", "clause": "1", "issuer": "i", "issued_on": "2017-01-01", "year": 2017}
    files = {
        "rulebook.yaml": {**identity, "kind": "plan", "status": "issued"},
        "subjects.yaml": subjects,
        "standards.yaml": {"standards": [standards]},
        "quotas.yaml": {"quotas": plain(book["quotas"])},
        "interpretations.yaml": {"interpretations": []},
        "gaps.yaml": {"gaps": []},
    }
    return {name: json.dumps(content, ensure_ascii=False) for name, content in files.items()}
