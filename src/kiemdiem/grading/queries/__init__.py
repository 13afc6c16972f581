"""Reads of the room: the facts of each stage, and where each result stands."""

from kiemdiem.grading.queries.before import came_first, scoring_of
from kiemdiem.grading.queries.competent import awarding_body, bodies_above, competent_bodies, deciding_body
from kiemdiem.grading.queries.due_again import Changed, DueAgain, due_again
from kiemdiem.grading.queries.facts import is_pending, rows_of
from kiemdiem.grading.queries.impact import Differing, Impact, Moved
from kiemdiem.grading.queries.judged import asked_of_rules, judged_together
from kiemdiem.grading.queries.party_body import (
    grade_by_rules,
    grades_party_body,
    must_have_scale,
    party_body_of,
    points_of,
    proposing_body,
    scale_gap,
    scoring_sittings,
    self_classified,
)
from kiemdiem.grading.queries.quotas import AtLine, Share, praise_shares, shares_of
from kiemdiem.grading.queries.results import (
    Result,
    Stand,
    current_decision,
    current_verdict,
    inputs_present,
    kept,
    known_by_record,
    result_of,
    results_of,
    units_at_top,
    units_decided_at_top,
)
from kiemdiem.grading.queries.standings import standings_of
from kiemdiem.grading.queries.telling import may_give
from kiemdiem.grading.queries.versions import version_of, versions_of

__all__ = [
    "AtLine",
    "Changed",
    "Differing",
    "DueAgain",
    "Impact",
    "Moved",
    "Result",
    "Share",
    "Stand",
    "asked_of_rules",
    "awarding_body",
    "bodies_above",
    "came_first",
    "competent_bodies",
    "current_decision",
    "current_verdict",
    "deciding_body",
    "due_again",
    "grade_by_rules",
    "grades_party_body",
    "inputs_present",
    "is_pending",
    "judged_together",
    "kept",
    "known_by_record",
    "may_give",
    "must_have_scale",
    "party_body_of",
    "points_of",
    "praise_shares",
    "proposing_body",
    "result_of",
    "results_of",
    "rows_of",
    "scale_gap",
    "scoring_of",
    "scoring_sittings",
    "self_classified",
    "shares_of",
    "standings_of",
    "units_at_top",
    "units_decided_at_top",
    "version_of",
    "versions_of",
]
