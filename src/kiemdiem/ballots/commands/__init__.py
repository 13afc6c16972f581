"""The acts of the room."""

from kiemdiem.ballots.commands.counting import Outcome, SheetFaulty, key_count
from kiemdiem.ballots.commands.custody import record_custody
from kiemdiem.ballots.commands.piles import MOST_SLIPS, add_slip, begin_pile, take_out_slip
from kiemdiem.ballots.commands.recounts import order_correction, order_recount
from kiemdiem.ballots.commands.rounds import (
    announce_round,
    issue_slips,
    open_box,
    prepare_anew,
    prepare_repeat,
    prepare_round,
    void_round,
)
from kiemdiem.ballots.commands.tellers import elect_teller, enter_pin, renew_pin

__all__ = [
    "MOST_SLIPS",
    "Outcome",
    "SheetFaulty",
    "add_slip",
    "announce_round",
    "begin_pile",
    "elect_teller",
    "enter_pin",
    "issue_slips",
    "key_count",
    "open_box",
    "order_correction",
    "order_recount",
    "prepare_anew",
    "prepare_repeat",
    "prepare_round",
    "record_custody",
    "renew_pin",
    "take_out_slip",
    "void_round",
]
