"""The acts of the room: ask the rules, propose, decide, send back, answer, commend."""

from kiemdiem.grading.commands.deciding import Chosen, decide_grades, propose_grades, record_decision_above
from kiemdiem.grading.commands.judging import asked_of_rules, judge_cell, judge_stage, judged_again
from kiemdiem.grading.commands.noticing import owe_leader_results, owe_results
from kiemdiem.grading.commands.returning import answer_return, commend, return_line

__all__ = [
    "Chosen",
    "answer_return",
    "asked_of_rules",
    "commend",
    "decide_grades",
    "judge_cell",
    "judge_stage",
    "judged_again",
    "owe_leader_results",
    "owe_results",
    "propose_grades",
    "record_decision_above",
    "return_line",
]
