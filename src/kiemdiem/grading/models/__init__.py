"""The tables of grading: what the rules gave, what was proposed, what the bodies decided."""

from kiemdiem.grading.models.decisions import Commendation, Decision, Proposal, ReturnedLine
from kiemdiem.grading.models.verdicts import Verdict

__all__ = ["Commendation", "Decision", "Proposal", "ReturnedLine", "Verdict"]
