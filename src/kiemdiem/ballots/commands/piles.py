"""Keying score slips one by one: each is kept at once, and the pile is shuffled anew with each of them.

No entry of the journal tells of a single slip: entries are numbered and timed, and slips must not be.
"""

import random
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access, queries
from kiemdiem.ballots.commands import counting as counts
from kiemdiem.ballots.models import Round, ScorePile, Teller
from kiemdiem.core.answer import refuse
from kiemdiem.core.counting import ScoredSlip
from kiemdiem.journal import locks

MOST_SLIPS = 200


def begin_pile(
    round_: Round, returned: int, *, at: datetime, by: Account | None = None, teller: Teller | None = None
) -> ScorePile:
    """The hand's pile for so many slips given back; a pile begun earlier takes the new number and keeps its slips.

    Raises: Refused when this hand keyed the other count, or more slips than that were keyed already.
    """
    with transaction.atomic():
        _must_key(round_, teller=teller, by=by, at=at)
        if not 0 < returned <= MOST_SLIPS:
            raise refuse("Chưa ghi được số phiếu thu về.", todo=f"Hãy nhập số từ 1 đến {MOST_SLIPS}.")
        counts.free_part(round_, attempt=round_.counted_attempt, teller=teller, by=by)
        pile = queries.pile_of(round_, teller=teller, by=by)
        if pile is None:
            whose = {"teller": teller, "clerk": None if teller else by}
            return ScorePile.objects.create(round=round_, attempt=round_.counted_attempt, returned=returned, **whose)
        if len(pile.slips) > returned:
            raise refuse(
                f"Đã nhập {len(pile.slips)} phiếu, nhiều hơn {returned}.", todo="Hãy bỏ bớt phiếu nhập thừa trước."
            )
        pile = locks.hold(ScorePile, pile.pk, version=None)
        pile.returned = returned
        pile.save(update_fields=["returned"])
        return pile


def add_slip(
    pile: ScorePile,
    slip: ScoredSlip,
    *,
    version: int,
    at: datetime,
    by: Account | None = None,
    teller: Teller | None = None,
    place: int | None = None,
) -> ScorePile:
    """The pile with one more slip, or with this one in place of another, shuffled and kept at once.

    `place`: where the slip to be replaced lies in the pile of that version.
    Raises: SheetFaulty for points that cannot be; Refused for one slip too many, or a pile changed meanwhile.
    """

    def put(slips: list[dict[str, object]]) -> list[dict[str, object]]:
        if place is None and len(slips) >= pile.returned:
            raise refuse(f"Đã nhập đủ {pile.returned} phiếu.", todo="Hãy bấm “Nhập xong”, hoặc sửa số phiếu thu về.")
        rest = slips if place is None else _without(slips, place)
        return [*rest, queries.kept_slip(slip)]

    faults = counts.slip_faults(pile.round, slip)
    if faults:
        raise counts.SheetFaulty(tuple(faults))
    return _rewritten(pile, put, version=version, teller=teller, by=by, at=at)


def take_out_slip(
    pile: ScorePile, place: int, *, version: int, at: datetime, by: Account | None = None, teller: Teller | None = None
) -> ScorePile:
    """The pile without one slip that was keyed by mistake."""
    return _rewritten(pile, lambda slips: _without(slips, place), version=version, teller=teller, by=by, at=at)


def _rewritten(
    pile: ScorePile,
    change: Callable[[list[dict[str, object]]], list[dict[str, object]]],
    *,
    version: int,
    teller: Teller | None,
    by: Account | None,
    at: datetime,
) -> ScorePile:
    with transaction.atomic():
        kept = locks.hold(ScorePile, pile.pk, version=version)
        round_ = Round.objects.select_related("season", "meeting__unit").get(pk=kept.round_id)
        _must_key(round_, teller=teller, by=by, at=at)
        if (kept.teller_id, kept.clerk_id) != (teller.pk if teller else None, None if teller or not by else by.pk):
            raise refuse("Chưa nhập được: tập phiếu này do người khác nhập.", todo="Hãy mở tập phiếu của mình.")
        if kept.attempt != round_.counted_attempt:
            raise refuse("Chưa lưu: lần kiểm phiếu này đã kết thúc.", todo="Hãy tải lại trang.")
        kept.slips = change(list(kept.slips))
        random.SystemRandom().shuffle(kept.slips)
        kept.save(update_fields=["slips"])
        return kept


def _must_key(round_: Round, *, teller: Teller | None, by: Account | None, at: datetime) -> None:
    access.must_count(round_, teller=teller, by=by, at=at)
    access.must_stand(round_, "ballots.key_count")
    if not round_.is_scored:
        raise refuse("Vòng này không chấm điểm.", todo="Hãy nhập bản kiểm phiếu.")


def _without(slips: list[dict[str, object]], place: int) -> list[dict[str, object]]:
    if not 0 <= place < len(slips):
        raise refuse("Không còn phiếu này trong tập phiếu.", todo="Hãy tải lại trang.")
    return [slip for number, slip in enumerate(slips) if number != place]
