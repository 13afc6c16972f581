"""A second, slow and simple judge: reads a drawn rulebook and one person at a time, and never sees a database.

Truth has three values: True, False and None for unknown. Fractions are exact.
"""

from fractions import Fraction
from math import floor

WAITING, EXCLUDED, UNKNOWN, NOTHING = "waiting", "excluded", "unknown", "nothing"


def both(values):
    """All of them; unknown beats true, false beats unknown."""
    found = list(values)
    return False if False in found else None if None in found else True


def either(values):
    """Any of them; unknown beats false, true beats unknown."""
    found = list(values)
    return True if True in found else None if None in found else False


def opposite(value):
    """The opposite; unknown stays unknown."""
    return None if value is None else not value


COMPARE = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
ALONE = {
    "minus": lambda a: -a,
    "between": lambda a, low, high: low <= a <= high,
    "among": lambda a, ranks: a in [rank for _, rank in ranks],
}
ADD = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}


def value_of(term, row):
    """What a drawn expression is worth for a person."""
    word, *parts = term
    if word == "fact":
        return row[parts[0]]
    if word == "whole":
        return parts[0]
    if word == "missing":
        return value_of(parts[0], row) is None
    if word in ALONE:
        inner = value_of(parts[0], row)
        return None if inner is None else ALONE[word](inner, *parts[1:])
    if word in ("and", "or"):
        return (both if word == "and" else either)(value_of(part, row) for part in parts)
    if word == "not":
        return opposite(value_of(parts[0], row))
    left, right = (value_of(part, row) for part in parts)
    return None if left is None or right is None else (COMPARE.get(word) or ADD[word])(left, right)


def share(part, base, needed, *, strictly):
    """Whether a part of a base is more than, or at least, a fraction; unknown without a base."""
    if part is None or base is None or base <= 0:
        return None
    return Fraction(part, base) > needed if strictly else Fraction(part, base) >= needed


def bare(condition, row):
    """A condition without its guards."""
    kind = condition["kind"]
    if kind == "holds":
        return value_of(condition["term"], row)
    if kind == "every":
        levels = [row[fact] for fact in condition["facts"]]
        return both(None if level is None else level >= condition["rank"] for level in levels)
    if kind in ("votes", "share"):
        if condition.get("more_than_each_of"):
            pairs = [(row[condition["count"]], row[other]) for other in condition["more_than_each_of"]]
            return both(None if None in pair else pair[0] > pair[1] for pair in pairs)
        strictly = condition.get("more_than") is not None
        needed = Fraction(condition.get("more_than") or condition["at_least"])
        return share(row[condition["count"]], row[condition["of"]], needed, strictly=strictly)
    if kind == "any_of":
        return either(truth(part, row) for part in condition["of"])
    return in_range(condition, row[condition["of"]])


def in_range(condition, pair):
    """Whether the mean of score slips stands between the marks."""
    if pair is None or not pair["slips"]:
        return None
    mean = Fraction(pair["sum"], 100 * pair["slips"])
    low, high = condition.get("at_least"), condition.get("below")
    return (low is None or mean >= low) and (high is None or mean < high)


def truth(condition, row):
    """A condition with its guards."""
    found = bare(condition, row)
    if condition.get("only_if_term"):
        found = both([value_of(condition["only_if_term"], row), found])
    if condition.get("given_term"):
        found = either([opposite(value_of(condition["given_term"], row)), found])
    return found


class Oracle:
    """Judges by one drawn rulebook."""

    def __init__(self, book):
        self.book = book
        self.codes = book["codes"]
        self.standards = {one["grade"]: one for one in book["standards"]}
        self.voted = any(c["kind"] == "votes" for one in book["standards"] for c in one["conditions"])

    def rank(self, code):
        """How high a grade stands, 1 for the lowest."""
        return len(self.codes) - self.codes.index(code)

    def asked(self, code, *, votes):
        """The votes, or the other conditions, of a grade and of the one it includes."""
        one = self.standards[code]
        found = [c for c in one["conditions"] if (c["kind"] == "votes") == votes]
        if one.get("includes"):
            found += [c for c in self.asked(one["includes"], votes=votes) if not c.get("own")]
        return found

    def others(self, code, row):
        """Whether everything but the votes allows a grade."""
        values = [truth(c, row) for c in self.asked(code, votes=False)]
        caps = [cap for cap in self.book["caps"] if self.rank(code) > self.rank(cap["at_most"])]
        return both([*values, *(opposite(truth(cap["condition"], row)) for cap in caps)])

    def votes(self, code, row):
        """Whether the votes give a grade."""
        asked = self.asked(code, votes=True)
        return both(truth(c, row) for c in asked) if asked else not self.voted

    def first(self, test):
        """The best grade for which the test holds, unknown if one before it is, or nothing."""
        for code in self.codes:
            found = test(code) if code in self.standards else False
            if found is not False:
                return code if found else UNKNOWN
        return NOTHING

    def reached(self, row):
        """The grade before quotas, or the word for why there is none."""
        gone = either(truth(e["condition"], row) for e in self.book["exclusions"] if not e["waits"])
        waits = either(truth(e["condition"], row) for e in self.book["exclusions"] if e["waits"])
        for found, word in ((gone, EXCLUDED), (waits, WAITING)):
            if found is not False:
                return word if found else UNKNOWN
        if not self.book["complete"]:
            return UNKNOWN if self.book["complete"] is None else NOTHING
        fails = either(truth(c, row) for c in self.book["triggers"])
        if self.book["triggers_come"] == "first" and fails is not False:
            return self.codes[-1] if fails else UNKNOWN
        found = self.by_votes(row) if self.voted else self.first(lambda code: self.others(code, row))
        if self.left_over(found, row):
            better = either(self.others(code, row) for code in self.codes[:-1] if code in self.standards)
            return UNKNOWN if better is None else found if better else self.book["residual"]
        if found != NOTHING or self.voted:
            return found
        if self.book["triggers_come"] == "last" and fails is not False:
            return self.codes[-1] if fails else UNKNOWN
        return self.book["residual"] or NOTHING

    def left_over(self, found, row):
        """Whether a better grade was voted and not given, where the rulebook says what becomes of such a one."""
        voted = self.first(lambda code: self.votes(code, row)) if self.voted else NOTHING
        return found == NOTHING and self.book["residual"] and voted not in (NOTHING, self.codes[-1])

    def by_votes(self, row):
        """The voted grade as far as everything else allows it."""
        voted = self.first(lambda code: self.votes(code, row))
        if voted in (UNKNOWN, NOTHING):
            return voted
        if voted == self.codes[-1]:
            allowed = self.others(voted, row)
            return voted if allowed else UNKNOWN if allowed is None else NOTHING
        if self.book["vote_above_standard"] == "vote":
            return voted
        if self.book["vote_above_standard"] == "repeat":
            allowed = self.others(voted, row)
            return voted if allowed else UNKNOWN if allowed is None else NOTHING
        below = self.codes[self.codes.index(voted) : -1]
        return self.first(lambda code: self.others(code, row) if code in below else False)


def flags(oracle, row, *, reached, votes, allowed):
    """What must be pointed out where votes and conditions disagree."""
    if reached == WAITING:
        return ["waiting"]
    if oracle.book["complete"] is False and reached == NOTHING:
        return ["standards_waived"]
    lowest = oracle.codes[-1]
    fails = either(truth(c, row) for c in oracle.book["triggers"])
    if not oracle.voted or reached in (EXCLUDED, UNKNOWN) or (reached == lowest and fails):
        return []
    height = {code: oracle.rank(code) for code in oracle.codes} | {NOTHING: 0}
    found = ["no_majority"] if votes == NOTHING else []
    if height[votes] > 1 and allowed != UNKNOWN and height[allowed] < height[votes]:
        found += ["vote_above_standard"]
        found += ["vote_again"] if oracle.book["vote_above_standard"] == "repeat" else []
    found += ["lowest_without_ground"] if votes == lowest and reached == NOTHING else []
    grounds = lowest in oracle.standards and oracle.asked(lowest, votes=False)
    if grounds and oracle.others(lowest, row) and votes != lowest:
        found.append("ground_without_vote")
    return found


def places(quota, counts):
    """The most places of a quota, found by trying."""
    share_of = Fraction(quota["percent"], 100)
    rounded = {"down": floor, "up": lambda x: -floor(-x), "nearest": lambda x: floor(x + Fraction(1, 2))}
    turn = rounded[quota["rounding"]]
    base = counts["graded"] if quota["base"] == "all_graded" else counts["reached"]
    if quota["base"] == "stayed_good":
        most = max(k for k in range(base + 1) if k <= turn(share_of * (base - k)))
    else:
        most = turn(share_of * base)
    small = quota.get("small_group")
    if small is None or not (small["below"] is None or counts[small["of"]] < small["below"]):
        return most
    own = min(small["at_least"], base)
    return {"least": max(most, own), "instead": own, "most": min(most, own)}[small["beside_share"]]


def quota_states(oracle, quota, people):
    """The state of each candidate, and nothing for everybody else. Shape: people are (row, grade word)."""
    ranks = {code: oracle.rank(code) for code in oracle.codes}
    found = [None] * len(people)
    for group in {row[quota["group"]] for row, _ in people}:
        inside = [n for n, (row, _) in enumerate(people) if row[quota["group"]] == group]
        grades = {n: ranks.get(people[n][1], 0) for n in inside}
        counts = {
            "reached": sum(grades[n] >= ranks[quota["base_grade"]] for n in inside),
            "graded": sum(grades[n] >= 1 for n in inside),
            "group": len(inside),
        }
        counts["base"] = counts["graded" if quota["base"] == "all_graded" else "reached"]
        chosen = quota.get("chosen")
        able = [n for n in inside if people[n][1] == quota["grade"] and (not chosen or people[n][0][chosen] is True)]
        most = places(quota, counts)
        order = {n: tuple(-1 if (v := people[n][0][f]) is None else v for f in quota["ranked_by"]) for n in able}
        for n in able:
            before = sum(order[other] > order[n] for other in able)
            level = sum(order[other] >= order[n] for other in able)
            state = "kept" if level <= most else "tie" if before + 1 <= most else "over"
            found[n] = (state, before + 1, level, most)
    return found


def counted(counts, grades, *, codes, pending_holds):
    """The figures counted from the grades below; while one is pending they are held back, if that is so declared."""
    height = {code: len(codes) - place for place, code in enumerate(codes)}
    pending = sum(grade in (WAITING, UNKNOWN, NOTHING) for grade in grades)
    tests = {
        "pending": lambda grade, one: grade in (WAITING, UNKNOWN, NOTHING),
        "graded": lambda grade, one: grade in height,
        "at_least": lambda grade, one: grade in height and height[grade] >= height[one["grade"]],
        "exactly": lambda grade, one: grade == one["grade"],
    }
    found = {one["key"]: sum(tests[one["of"]](grade, one) for grade in grades) for one in counts}
    if pending and pending_holds and any(one["of"] == "pending" for one in counts):
        found = {key: found[key] if key == held(counts) else None for key in found}
    return found


def held(counts):
    """The figure of pending ones, which is itself always known."""
    return next(one["key"] for one in counts if one["of"] == "pending")
