"""Reads of the room: the facts of each stage, and where each result stands."""

from kiemdiem.grading.queries.facts import is_pending, rows_of
from kiemdiem.grading.queries.results import (
    Result,
    Stand,
    current_decision,
    current_verdict,
    inputs_present,
    kept,
    result_of,
    results_of,
    units_at_top,
    units_decided_at_top,
)
from kiemdiem.grading.queries.standings import standings_of
from kiemdiem.grading.queries.versions import version_of, versions_of

__all__ = [
    "Result",
    "Stand",
    "current_decision",
    "current_verdict",
    "inputs_present",
    "is_pending",
    "kept",
    "result_of",
    "results_of",
    "rows_of",
    "standings_of",
    "units_at_top",
    "units_decided_at_top",
    "version_of",
    "versions_of",
]
