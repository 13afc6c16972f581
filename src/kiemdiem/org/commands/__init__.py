"""The acts of the room."""

from kiemdiem.org.commands.corrections import correct_fact, withdraw_fact
from kiemdiem.org.commands.leaving import record_death, record_departure
from kiemdiem.org.commands.memberships import (
    end_membership,
    end_standing,
    exempt,
    make_official,
    move_membership,
    start_membership,
    suspend,
)
from kiemdiem.org.commands.people import (
    admit_person,
    correct_person,
    register_outsider,
    register_person,
    tie_account,
)
from kiemdiem.org.commands.results import (
    record_award,
    record_discipline,
    record_leave,
    record_managing_body,
    record_outside_result,
    record_work,
)
from kiemdiem.org.commands.rights import grant, revoke, stand_in
from kiemdiem.org.commands.seats import end_seat, give_seat
from kiemdiem.org.commands.splitting import split_unit
from kiemdiem.org.commands.units import (
    dissolve_unit,
    found_unit,
    link_unit,
    merge_units,
    move_unit,
    rename_unit,
    unlink_unit,
)

__all__ = [
    "admit_person",
    "correct_fact",
    "correct_person",
    "dissolve_unit",
    "end_membership",
    "end_seat",
    "end_standing",
    "exempt",
    "found_unit",
    "give_seat",
    "grant",
    "link_unit",
    "make_official",
    "merge_units",
    "move_membership",
    "move_unit",
    "record_award",
    "record_death",
    "record_departure",
    "record_discipline",
    "record_leave",
    "record_managing_body",
    "record_outside_result",
    "record_work",
    "register_outsider",
    "register_person",
    "rename_unit",
    "revoke",
    "split_unit",
    "stand_in",
    "start_membership",
    "suspend",
    "tie_account",
    "unlink_unit",
    "withdraw_fact",
]
