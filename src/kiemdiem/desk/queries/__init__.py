"""Reads of the desk: what each role has to do now, what comes next, how far each cell has come, one whole file."""

from kiemdiem.desk.queries.acts import ACTS, acts_of, with_pages
from kiemdiem.desk.queries.board import Progress, board_of
from kiemdiem.desk.queries.coming import Coming, coming
from kiemdiem.desk.queries.handed import acts_to_hand, handed_at, may_stand_in, named_acts, roles_to_hand
from kiemdiem.desk.queries.holders import Holder, holders_of, season_over
from kiemdiem.desk.queries.own import own_results
from kiemdiem.desk.queries.result_file import Record, entries_of, proof_of, records_of, subjects_named
from kiemdiem.desk.queries.tasks import Todo, stand_ins, todos_of

__all__ = [
    "ACTS",
    "Coming",
    "Holder",
    "Progress",
    "Record",
    "Todo",
    "acts_of",
    "acts_to_hand",
    "board_of",
    "coming",
    "entries_of",
    "handed_at",
    "holders_of",
    "may_stand_in",
    "named_acts",
    "own_results",
    "proof_of",
    "records_of",
    "roles_to_hand",
    "season_over",
    "stand_ins",
    "subjects_named",
    "todos_of",
    "with_pages",
]
