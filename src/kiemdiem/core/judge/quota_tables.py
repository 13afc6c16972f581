"""A quota laid over a table of results: candidates with their standing, and whoever is beyond it a grade lower."""

from collections.abc import Sequence

from sqlglot import exp

from kiemdiem.core.judge.quota_trees import NOT_CONCERNED, OVER, TIE, candidate, quota_state, ranked
from kiemdiem.core.judge.trees import Tree, at_least, case, column, number, sum_where
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.scales import Scale

STANDING = {"state": "state", "rank": "standing_rank", "standing": "standing"}


def after_quota(quota: Quota, scale: Scale, *, table: str, columns: Sequence[str], prefix: str) -> exp.Union:
    """The rows of the table, each with its standing under the quota; nobody is left out and nobody comes in."""
    outside = exp.select(*columns, *(small(number(NOT_CONCERNED), prefix + name) for name in STANDING)).from_(table)
    outside = outside.where(case([(candidate(quota, scale), exp.false())], exp.true()))
    values: list[Tree] = [lowered(quota, scale) if name == "grade" else column(name) for name in columns]
    standing = [small(column(value), prefix + name) for name, value in STANDING.items()]
    inside = exp.select(*values, *standing).from_(stated(quota, scale, table=table, columns=columns).subquery("stated"))
    return exp.union(outside, inside, distinct=False)


def stated(quota: Quota, scale: Scale, *, table: str, columns: Sequence[str]) -> exp.Select:
    """The candidates with their columns, their rank and standing, and the state of the quota for each."""
    standing = ranked(quota, scale, table=table)
    people = standing.select(*columns, *standing.selects[-2:], append=False).subquery("people")
    bases = based(quota, scale, table=table)
    # A group without anyone of the base grade has no line among the bases, and its candidates must not be lost.
    counts = [
        exp.alias_(exp.Coalesce(this=exp.column(name, "bases"), expressions=[number(0)]), name)
        for name in bases.named_selects[1:]
    ]
    joined = exp.select("people.*", *counts).from_(people)
    on = f"people.{quota.group} = bases.quota_group"
    joined = joined.join(bases.subquery("bases"), on=on, join_type="left")
    state = exp.alias_(quota_state(quota), "state")
    return exp.select(*columns, "standing_rank", "standing", state).from_(joined.subquery("based"))


def based(quota: Quota, scale: Scale, *, table: str) -> exp.Select:
    """The groups with how many of each count for the base, and how large each is where the quota asks."""
    base = "all_graded" if quota.base == "all_graded" else "reached_good"
    least = 1 if base == "all_graded" else scale.rank(quota.base_grade)
    group, reached = exp.alias_(column(quota.group), "quota_group"), at_least(column("grade"), least)
    everyone = exp.Count(this=exp.Star())
    rows = exp.select(group).from_(table).group_by(column(quota.group))
    if quota.small_group and quota.small_group.of == "group":
        return rows.select(exp.alias_(sum_where(reached), base), exp.alias_(everyone, "size"))
    return rows.select(exp.alias_(everyone, base)).where(reached)


def lowered(quota: Quota, scale: Scale) -> Tree:
    """The grade after the quota."""
    if not quota.falls_to:
        return column("grade")
    beyond = exp.In(this=column("state"), expressions=[number(OVER), number(TIE)])
    grade = case([(beyond, number(scale.rank(quota.falls_to)))], column("grade"))
    return exp.alias_(exp.cast(grade, "SMALLINT"), "grade")


def small(tree: Tree, name: str) -> Tree:
    """A number that stays small."""
    return exp.alias_(exp.cast(tree, "INT"), name)
