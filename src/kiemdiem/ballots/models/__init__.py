"""Tables of the ballots: rounds, their lines, two independent counts, score slips, and who keeps the sealed paper.

No table here knows a voter: a round knows how many were present, a count knows how many slips, a slip knows neither
time nor order.
"""

from kiemdiem.ballots.models.counts import Count, Recount, ScorePile, ScoreSlip, Tally
from kiemdiem.ballots.models.custody import Custody, Teller
from kiemdiem.ballots.models.rounds import Line, Round, RoundVoter

__all__ = ["Count", "Custody", "Line", "Recount", "Round", "RoundVoter", "ScorePile", "ScoreSlip", "Tally", "Teller"]
