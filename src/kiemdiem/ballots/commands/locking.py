"""Locking two counts that agree: the round's official figures from then on."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import queries
from kiemdiem.ballots.models import Count, Recount, Round
from kiemdiem.core.answer import ALLOWED, Answer
from kiemdiem.meetings import commands as meetings


def lock(round_: Round, count: Count, *, by: Account | None, at: datetime) -> Answer:
    """Whether the counts that agree became the round's figures; a refusal leaves both as they are, for all to see.

    More slips back than handed out is no reason to change a figure: the round is then declared void instead.
    """
    answer = may_lock(round_, count)
    if not answer.allowed:
        return answer
    corrects = round_.state == Round.State.LOCKED
    round_.returned, round_.valid, round_.invalid = count.returned, count.valid, count.invalid
    round_.official_attempt = count.attempt
    round_.state = Round.State.LOCKED
    round_.version += 1
    if not corrects:
        round_.locked_at, round_.locked_by = at, by
    round_.save()
    meetings.note_vote(round_.meeting, key=round_.key, title=round_.title, settled=True)
    return ALLOWED


def may_lock(round_: Round, count: Count) -> Answer:
    """Whether these figures may stand: not more slips back than out, and what the rulebook asks of a locked count."""
    if count.returned > (round_.issued or 0):
        return Answer(
            False,
            what="Chưa thể chốt kết quả kiểm phiếu.",
            why=f"Thu về {count.returned} phiếu, nhiều hơn {round_.issued} phiếu đã phát ra.",
            todo="Hãy lập biên bản, tuyên bố hủy vòng bỏ phiếu này và bỏ phiếu lại vòng mới.",
            numbers={"returned": count.returned, "issued": round_.issued or 0},
        )
    if round_.is_scored:
        return ALLOWED
    return queries.may(round_, queries.lock_facts(round_))


def is_open_correction(round_: Round) -> bool:
    """Whether a correction of the locked round waits for its two counts."""
    return (
        round_.state == Round.State.LOCKED
        and round_.counted_attempt != round_.official_attempt
        and Recount.objects.filter(round=round_, attempt=round_.counted_attempt, is_correction=True).exists()
    )
