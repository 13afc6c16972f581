"""What may be shown of a count, and to whom: small rounds tell more than a count, so less is shown above the cell."""

from kiemdiem.ballots.models import Round
from kiemdiem.ballots.queries.results import Result

FEWEST_SECRET = 3
FEWEST_WARNED = 5
FEWEST_SHOWN = 10
LEAST_SHOWN = 3


def secrecy_note(round_: Round) -> str:
    """What the tellers and the minutes say about a round too small to keep a secret; empty for a larger one."""
    slips = round_.issued if round_.issued is not None else round_.present
    if slips < FEWEST_SECRET:
        return f"Chỉ có {slips} phiếu: kết quả tự nó cho biết từng người đã bỏ thế nào, không thể gọi là bỏ phiếu kín."
    if slips < FEWEST_WARNED:
        return f"Chỉ có {slips} phiếu: khi các phiếu giống nhau hoặc chỉ một phiếu khác, có thể đoán ra ai bỏ thế nào."
    return ""


def may_show_counts(result: Result) -> bool:
    """Whether boards, tables and exports above the cell may show the exact votes of a line.

    Papers a rule demands for the deciding body carry them all the same.
    """
    votes = [*result.votes.values(), result.blank, result.spoiled]
    return result.valid >= FEWEST_SHOWN and all(count == 0 or count >= LEAST_SHOWN for count in votes)
