"""Rulebooks and people drawn at random: as the texts that are loaded, and as the values the oracle reads."""

LEVELS = ("best", "good", "fair", "poor")
BOOLS, COUNTS, STEPS = ("b0", "b1", "b2"), ("n0", "n1", "n2", "n3"), ("s0", "s1", "s2")
DAYS, DATES = ("d0", "d1"), ("2016-12-31", "2017-02-28", "2017-03-01", "2017-06-30")
SIGNS = ("=", "<>", "<", "<=", ">", ">=")
READINGS = ("one", "two")
KINDS = ("holds", "holds", "every", "share", "points", "any_of")


class Drawer:
    """Draws one rulebook with a source of chance."""

    def __init__(self, chance, *, subject="person", numbers=COUNTS, reading="one"):
        self.chance = chance
        self.keys = 0
        self.subject, self.numbers, self.reading = subject, numbers, reading

    def entry(self):
        """The part every entry has, under a key of its own."""
        self.keys += 1
        return {"key": f"{self.subject[0]}{self.keys}", "clause": "1", "text": f"điều kiện {self.keys}"}

    def maybe(self, share):
        """True that often."""
        return self.chance.random() < share

    def number(self, depth):
        """A whole-number term and its text."""
        if depth and self.maybe(0.1):
            inner = self.number(depth - 1)
            return ("minus", inner[0]), f"-({inner[1]})"
        if depth and self.maybe(0.3):
            sign = self.chance.choice("+-*")
            left, right = self.number(depth - 1), self.number(depth - 1)
            return (sign, left[0], right[0]), f"({left[1]} {sign} {right[1]})"
        if self.maybe(0.6):
            name = self.chance.choice(self.numbers)
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
        return getattr(self, self.chance.choice(("flag", "missing", "level", "among", "between", "day", "compare")))()

    def flag(self):
        """A yes/no fact."""
        name = self.chance.choice(BOOLS)
        return ("fact", name), name

    def missing(self):
        """Whether a fact is unknown."""
        name = self.chance.choice(BOOLS + self.numbers + STEPS + DAYS)
        return ("missing", ("fact", name)), f"{name} IS NULL"

    def level(self):
        """A level compared with a step of its scale."""
        sign, name, level = self.chance.choice(SIGNS), self.chance.choice(STEPS), self.chance.choice(LEVELS)
        return (sign, ("fact", name), ("whole", rank_of(level))), f"{name} {sign} {level}"

    def among(self):
        """A level among some steps of its scale."""
        name, levels = self.chance.choice(STEPS), self.chance.sample(LEVELS, 2)
        return (
            "among",
            ("fact", name),
            [("whole", rank_of(one)) for one in levels],
        ), f"{name} IN ({', '.join(levels)})"

    def between(self):
        """A number between two others."""
        inner, low = self.number(1), self.chance.randrange(4)
        return ("between", inner[0], low, low + 2), f"{inner[1]} BETWEEN {low} AND {low + 2}"

    def day(self):
        """A day compared with a written one or with another."""
        sign, (name, other), day = self.chance.choice(SIGNS), self.chance.sample(DAYS, 2), self.chance.choice(DATES)
        if self.maybe(0.3):
            return (sign, ("fact", name), ("fact", other)), f"{name} {sign} {other}"
        return (sign, ("fact", name), ("whole", day)), f"{name} {sign} DATE '{day}'"

    def compare(self):
        """Two numbers compared."""
        sign, left, right = self.chance.choice(SIGNS), self.number(1), self.number(1)
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
        part, base = self.chance.sample(self.numbers, 2)
        if self.maybe(0.15):
            return {"count": part, "more_than_each_of": [base]}
        return {"count": part, "of": base, self.chance.choice(("more_than", "at_least")): self.fraction()}

    def share(self):
        """A part of a number."""
        part, base = self.chance.sample(self.numbers, 2)
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
        """All standards and quotas of one subject as the oracle reads them."""
        codes = tuple(f"G{n}" for n in range(self.chance.randrange(3, 6), 0, -1))
        self.keys += 1
        book = {
            "subject": self.subject,
            "codes": codes,
            "complete": True,
            "exclusions": [{"condition": self.condition(KINDS), "waits": self.maybe(0.4)} for _ in self.some(2)],
            "triggers": [self.condition(KINDS) for _ in self.some(2)],
            "triggers_come": self.chance.choice(("first", "last")),
            "caps": [
                {"condition": self.condition(KINDS), "at_most": self.chance.choice(codes[1:])} for _ in self.some(2)
            ],
            "vote_above_standard": self.chance.choice(("ceiling", "ceiling", "vote", "repeat")),
            "residual": self.chance.choice((None, codes[-1])),
            "remarks": [self.condition(KINDS) for _ in range(70 if self.maybe(0.05) else self.chance.randrange(2))],
        }
        self.grades(book)
        # a quota must not send people to a grade that a quota before it has already measured
        quotas = [self.quota(codes) for _ in self.some(3)]
        book["quotas"] = sorted(quotas, key=lambda one: codes.index(one["grade"]))
        return book

    def cap(self, codes):
        """A condition under which no better grade is given."""
        return {"condition": self.condition(KINDS), "at_most": self.chance.choice(codes[1:])}

    def some(self, most):
        """Nothing, or up to so many."""
        return range(self.chance.randrange(most + 1))

    def grades(self, book):
        """What the grades of a book ask: standards, a ladder of points, or what another act says."""
        codes = book["codes"]
        way = self.chance.choices(("standards", "ladder", "open", "waived", "filled"), (8, 1, 1, 1, 2))[0]
        if way == "ladder":
            marks = sorted(self.chance.sample(range(1, 12), len(codes) - 1), reverse=True)
            ladder = {**self.entry(), "of": "p0", "marks": [*marks, 0]}
            book |= {"standards": rungs(ladder["key"], codes, ladder["marks"]), "ladder": ladder}
            return
        voted = self.maybe(0.5)
        book["standards"] = [self.standard(codes, place, voted) for place in range(len(codes))]
        if (book["triggers"] or book["residual"]) and self.maybe(0.4):
            book["standards"].pop()
        if way in ("open", "waived"):
            book |= {"standards": [], "complete": None if way == "open" else False}
        if way in ("open", "waived", "filled"):
            book["by_gap"] = way

    def standard(self, codes, place, voted):
        """What one grade asks; it may include the next grade, and conditions that readings or fillings bring."""
        found = {**self.entry(), "grade": codes[place]}
        found["conditions"] = [self.condition(KINDS) for _ in range(self.chance.randrange(3))]
        if self.maybe(0.2):
            found["conditions"].append({**self.condition(KINDS), "when_reading": {"question": self.reading}})
        if self.maybe(0.2):
            other = next(each for each in READINGS if each != self.reading)
            found["only_written"] = [{**self.condition(KINDS), "when_reading": {"question": other}}]
        if self.maybe(0.2):
            found["conditions"] += self.listed(found)
        if voted and self.maybe(0.9):
            found["conditions"].append(self.condition(("votes",)))
        if place < len(codes) - 2 and self.maybe(0.4):
            found["includes"] = codes[place + 1]
        return found

    def listed(self, standard):
        """One condition for each mark that the operator filled in."""
        entry, name = self.entry(), self.chance.choice(self.numbers)
        pattern = {**entry, "key": entry["key"] + ".{number}", "kind": "holds", "when": name + " >= {value.mark}"}
        standard["from_gap"] = {"from_gap": "marks", "at": "all", "each": pattern}
        return [
            {
                **entry,
                "key": f"{entry['key']}.{number}",
                "kind": "holds",
                "term": (">=", ("fact", name), ("whole", one["mark"])),
                "filled_in": True,
            }
            for number, one in enumerate(FILLED["marks"]["all"], start=1)
        ]

    def quota(self, codes):
        """A quota on one of the better grades."""
        place = self.chance.randrange(len(codes) - 1)
        chosen = self.maybe(0.3)
        percent = self.chance.sample((5, 15, 20, 25, 33, 50, 100), 2)
        found = {
            **self.entry(),
            "subject": self.subject,
            "grade": codes[place],
            "base_grade": self.chance.choice(codes[place:]),
            "group": self.chance.choice(GROUPS[self.subject]),
            "percent": percent[READINGS.index(self.reading)],
            "percent_written": {"by_reading": "question", "of": dict(zip(READINGS, percent, strict=True))},
            "base": self.chance.choice(("reached_good", "stayed_good", "all_graded")),
            "rounding": self.chance.choice(("down", "up", "nearest")),
            "ranked_by": [] if chosen else self.chance.sample(COUNTS, self.chance.randrange(3)),
        }
        found |= {"chosen": self.chance.choice(BOOLS)} if chosen else {"falls_to": codes[place + 1]}
        if self.maybe(0.3):
            found["small_group"] = {
                "at_least": self.chance.randrange(3),
                "below": self.chance.choice((None, 3, 5, 12)),
                "of": self.chance.choice(("base", "group")),
                "beside_share": self.chance.choice(("least", "instead", "most")),
            }
        return found

    def person(self, number):
        """A person's facts; some are unknown."""
        row = {"subject": f"{self.subject[0]}{number}"} | {
            name: self.chance.choice("abc") for name in GROUPS[self.subject]
        }
        row |= {name: self.chance.choice((True, False)) for name in BOOLS}
        row |= {name: self.chance.randrange(7) for name in COUNTS}
        row |= {name: self.chance.choice(LEVELS) for name in STEPS}
        row |= {name: self.chance.choice(DATES) for name in DAYS}
        row["p0"] = {"sum": self.chance.randrange(0, 2000), "slips": self.chance.randrange(0, 4)}
        kept = ("subject", *GROUPS[self.subject])
        return {key: None if key not in kept and self.maybe(0.12) else value for key, value in row.items()}


def rank_of(level):
    """How high a level stands."""
    return len(LEVELS) - LEVELS.index(level)


def ranked(row):
    """The row as the oracle reads it: levels by their rank."""
    return {key: rank_of(value) if key in STEPS and value else value for key, value in row.items()}


def rungs(key, codes, marks):
    """The standards that a ladder of points stands for."""
    found = []
    for number, (code, mark) in enumerate(zip(codes, marks, strict=True), start=1):
        points = {"key": f"{key}.{number}.points", "kind": "points", "of": "p0", "at_least": mark}
        found.append({"grade": code, "conditions": [points]})
    return found


GROUPS = {"person": ("team", "region"), "cell": ("region",)}
FILLED = {"marks": {"all": [{"mark": 1}, {"mark": 3}]}}
