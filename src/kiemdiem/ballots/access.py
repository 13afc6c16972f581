"""Who may act on a ballot, and what a round's state allows; tellers need no account."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.ballots.models import Round, Teller
from kiemdiem.core.answer import refuse
from kiemdiem.org import access as org_access
from kiemdiem.org import days

KEEPERS = frozenset({"officer", "clerk", "secretary"})
OFFICE = frozenset({"officer", "clerk"})
COUNTERS = frozenset({"officer", "clerk", "secretary", "teller"})
READERS = frozenset({"officer", "clerk", "secretary", "inspector"})

ACTS: dict[str, frozenset[str]] = {
    "ballots.elect_teller": KEEPERS,
    "ballots.renew_pin": KEEPERS,
    "ballots.prepare_round": KEEPERS,
    "ballots.issue_slips": KEEPERS,
    "ballots.open_box": KEEPERS,
    "ballots.key_count": COUNTERS,
    "ballots.order_recount": KEEPERS,
    "ballots.void_round": KEEPERS,
    "ballots.announce_round": KEEPERS,
    "ballots.order_correction": OFFICE,
    "ballots.record_custody": KEEPERS,
    "ballots.see": READERS,
}

State = Round.State
TRANSITIONS: Mapping[str, tuple[frozenset[str], str | None]] = {
    "ballots.issue_slips": (frozenset({State.PREPARED}), State.ISSUED),
    "ballots.open_box": (frozenset({State.ISSUED}), State.COUNTING),
    "ballots.key_count": (frozenset({State.COUNTING, State.LOCKED}), None),
    "ballots.order_recount": (frozenset({State.COUNTING}), None),
    "ballots.void_round": (frozenset({State.PREPARED, State.ISSUED, State.COUNTING}), State.VOID),
    "ballots.announce_round": (frozenset({State.LOCKED}), None),
    "ballots.order_correction": (frozenset({State.LOCKED}), None),
}
TODO_IN_STATE = {
    State.PREPARED: "Hãy phát phiếu và ghi số phiếu phát ra.",
    State.ISSUED: "Hãy thu phiếu và mở hòm phiếu.",
    State.COUNTING: "Hãy hoàn tất hai bản kiểm phiếu.",
    State.LOCKED: "Kết quả đã chốt; nếu phát hiện sai, hãy lập bản kiểm phiếu sửa đổi có chữ ký.",
    State.VOID: "Vòng này đã hủy; hãy chuẩn bị vòng bỏ phiếu mới.",
}


@dataclass(frozen=True)
class Hand:
    """A teller as the journal names him: somebody without an account, known by the meeting that elected him."""

    display_name: str
    pk: None = None


def hand_of(teller: Teller) -> Hand:
    """How the journal names the teller."""
    return Hand(f"Kiểm phiếu viên {teller.printed_name}"[:120])


def must_let(by: Account, *, act: str, unit: object, at: datetime) -> None:
    """Nothing, when the account may do this act on the unit that day.

    Raises: Refused when no grant of the account covers it.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=days.day_of(at), act=act)


def must_count(round_: Round, *, teller: Teller | None, by: Account | None, at: datetime) -> None:
    """Nothing, when this hand may key a count of the round: a teller of its meeting, or an account granted it.

    Raises: Refused otherwise, and when the round is counted the other way.
    """
    if (teller is not None) != (round_.entry == Round.Entry.TELLERS):
        raise refuse(
            "Chưa nhập được bản kiểm phiếu này.",
            why=f"Vòng này được kiểm theo cách: {round_.get_entry_display().lower()}.",
            todo="Hãy nhập đúng theo cách đã chọn khi chuẩn bị vòng bỏ phiếu.",
        )
    if teller is not None:
        if teller.meeting_id != round_.meeting_id:
            raise refuse(
                "Chưa nhập được bản kiểm phiếu này.",
                why="Đồng chí không được bầu vào tổ kiểm phiếu của cuộc họp này.",
                todo="Nhờ kiểm phiếu viên của cuộc họp này nhập mã của mình.",
            )
        return
    if by is None:
        raise refuse("Chưa nhập được bản kiểm phiếu: chưa biết ai nhập.", todo="Hãy đăng nhập hoặc nhập mã kiểm phiếu.")
    must_let(by, act="ballots.key_count", unit=round_.meeting.unit, at=at)


def must_stand(round_: Round, act: str) -> str:
    """The state the act leaves the round in.

    Raises: Refused when the round stands where the act makes no sense.
    """
    begins_in, ends_in = TRANSITIONS[act]
    if round_.state not in begins_in:
        raise refuse(
            f"Chưa làm được: {round_.title} đang ở trạng thái “{round_.get_state_display()}”.",
            todo=TODO_IN_STATE[round_.state],
        )
    return ends_in or round_.state
