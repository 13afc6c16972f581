"""A quota as trees for the database: the figures of each group, and the order of its candidates."""

from sqlglot import exp

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.places import measure
from kiemdiem.core.judge.trees import Tree, all_of, at_least, case, column, equals, number, sum_where, truth
from kiemdiem.core.law.sections.quotas import Quota, SmallGroup
from kiemdiem.core.scales import Scale

NOT_CONCERNED, KEPT, OVER, TIE = 0, 1, 2, 3
STATES = ("not_concerned", "kept", "over", "tie")


def group_figures(quota: Quota, scale: Scale, *, table: str) -> exp.Select:
    """Per group: how many reached the base grade, how many have a grade, candidates, and results still open."""
    grade = column("grade")
    return (
        exp.select(
            exp.alias_(column(quota.group), "quota_group"),
            exp.alias_(sum_where(at_least(grade, scale.rank(quota.base_grade))), "reached_good"),
            exp.alias_(sum_where(at_least(grade, 1)), "all_graded"),
            exp.alias_(sum_where(candidate(quota, scale)), "candidates"),
            exp.alias_(sum_where(exp.LT(this=column("grade"), expression=number(outcomes.NONE))), "pending"),
            exp.alias_(exp.Count(this=exp.Star()), "size"),
        )
        .from_(table)
        .group_by(column(quota.group))
    )


def candidate(quota: Quota, scale: Scale) -> Tree:
    """Whether a row takes one of the places."""
    has_grade = equals(column("grade"), scale.rank(quota.grade))
    return all_of([has_grade, column(quota.chosen)]) if quota.chosen else has_grade


def ranked(quota: Quota, scale: Scale, *, table: str) -> exp.Select:
    """The candidates of each group with their rank and how many stand before or level with them."""
    order = [
        exp.Ordered(this=exp.Coalesce(this=column(name), expressions=[number(-1)]), desc=True)
        for name in quota.ranked_by
    ]
    rank = exp.Window(this=exp.Anonymous(this="RANK"), partition_by=[column(quota.group)])
    level = exp.Window(this=exp.Count(this=exp.Star()), partition_by=[column(quota.group)])
    if order:
        rank.set("order", exp.Order(expressions=order))
        level.set("order", exp.Order(expressions=[item.copy() for item in order]))
    first = exp.alias_(rank if order else number(1), "standing_rank")
    return (
        exp.select("subject", exp.alias_(column(quota.group), "quota_group"), first, exp.alias_(level, "standing"))
        .from_(table)
        .where(candidate(quota, scale))
    )


def within(quota: Quota, place: Tree) -> Tree:
    """Whether a place is within the quota, without dividing."""
    of_base = "all_graded" if quota.base == "all_graded" else "reached_good"
    asked = measure(quota, quota.base)
    left = exp.Mul(this=place.copy(), expression=number(asked.each))
    share = exp.Mul(this=column(of_base), expression=number(asked.percent))
    test: Tree = exp.LTE(this=left, expression=exp.Add(this=share, expression=number(asked.spare)))
    return exp.paren(in_small_group(quota.small_group, place, share=test, base=of_base) if quota.small_group else test)


def in_small_group(small: SmallGroup, place: Tree, *, share: Tree, base: str) -> Tree:
    """Whether a place is within the share, or within what a small group has beside it or in its stead."""
    own: Tree = exp.LTE(this=place.copy(), expression=number(small.at_least))
    of = column(base if small.of == "base" else "size")
    is_small = truth(True) if small.below is None else exp.LT(this=of, expression=number(small.below))
    joined = {
        "least": exp.or_(share.copy(), own),
        "instead": own,
        "most": exp.and_(share.copy(), own),
    }[small.beside_share]
    return case([(is_small, joined)], share)


def quota_state(quota: Quota) -> Tree:
    """Kept when even the last standing level fits, over when not even the first does, else a tie at the line."""
    return case(
        [
            (within(quota, column("standing")), number(KEPT)),
            (within(quota, column("standing_rank")), number(TIE)),
        ],
        number(OVER),
    )


def quota_result(quota: Quota, scale: Scale, *, table: str) -> exp.Select:
    """Every candidate with the state of the quota for it and the figures of its group."""
    groups = group_figures(quota, scale, table=table).subquery("groups")
    people = ranked(quota, scale, table=table).subquery("people")
    return (
        exp.select(
            "people.subject",
            "people.standing_rank",
            "people.standing",
            exp.alias_(quota_state(quota), "state"),
        )
        .from_(people)
        .join(groups, on="people.quota_group = groups.quota_group")
    )
