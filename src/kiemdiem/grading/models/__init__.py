"""The tables of grading: what the rules gave, what was proposed, what the bodies decided."""

from kiemdiem.grading.models.decisions import Commendation, CommendationProposal, Decision, Proposal, ReturnedLine
from kiemdiem.grading.models.verdicts import Verdict

__all__ = ["Commendation", "CommendationProposal", "Decision", "Proposal", "ReturnedLine", "Verdict"]
