"""Which names can be columns of the tables in which a subject is judged, on every database."""

import re

NAME = re.compile(r"[a-z][a-z0-9_]*")
OF_CONDITIONS = re.compile(r"[cvq][0-9]+|(met|unknown)_[0-9]+|.*__(sum|slips)")
OF_RESULTS = frozenset(
    "all_graded asked candidates ceiling excluded facts grade ground known met pending quota_group reached "
    "reached_good size standing standing_rank state subject triggered voted waiting".split()
)
OF_DATABASES = frozenset(
    "add all alter analyse analyze and any array as asc asymmetric authorization begin between binary both by case "
    "cast check collate collation column commit concurrently constraint create cross current_catalog current_date "
    "current_role current_schema current_time current_timestamp current_user default deferrable delete desc describe "
    "distinct do drop else end escape except exists false fetch filter for foreign freeze from full grant group having "
    "if ilike in index initially inner insert intersect into is isnull join lateral leading left like limit localtime "
    "localtimestamp minus natural not nothing notnull null offset on only or order outer overlaps pivot pivot_longer "
    "pivot_wider placing primary qualify references replace returning right rollback select semi session_user set show "
    "similar some summarize symmetric table tablesample then to trailing transaction true union unique unknown unpivot "
    "update user using values variadic verbose when where window with".split()
)


def may_be_column(name: str) -> bool:
    """Whether a fact may have the name."""
    return bool(NAME.fullmatch(name)) and name not in OF_DATABASES and not OF_CONDITIONS.fullmatch(name)


def may_be_result(name: str) -> bool:
    """Whether what is carried along to the results, a group or an order, may have the name."""
    return may_be_column(name) and name not in OF_RESULTS
