"""The acts of the room: ask the rules, propose, decide, grade again, send back, answer, commend, read differently."""

from kiemdiem.grading.commands.asking import Chosen
from kiemdiem.grading.commands.commending import commend, propose_commendation
from kiemdiem.grading.commands.deciding import decide_grades
from kiemdiem.grading.commands.judging import judge_cell, judge_leaders, judge_stage, judged_again
from kiemdiem.grading.commands.noticing import owe_leader_results, owe_results
from kiemdiem.grading.commands.party_body import classify_self, propose_own_grade
from kiemdiem.grading.commands.proposing import propose_grades
from kiemdiem.grading.commands.regrading import record_decision_above, regrade
from kiemdiem.grading.commands.rereading import change_reading, change_rulebook
from kiemdiem.grading.commands.returning import answer_return, return_line
from kiemdiem.journal.rehearsing import rehearse

__all__ = [
    "Chosen",
    "answer_return",
    "change_reading",
    "change_rulebook",
    "classify_self",
    "commend",
    "decide_grades",
    "judge_cell",
    "judge_leaders",
    "judge_stage",
    "judged_again",
    "owe_leader_results",
    "owe_results",
    "propose_commendation",
    "propose_grades",
    "propose_own_grade",
    "record_decision_above",
    "regrade",
    "rehearse",
    "return_line",
]
