"""Who may write, key, confirm and receive what is prepared for a review."""

from collections.abc import Mapping
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access as cycles_access
from kiemdiem.cycles.models import Season
from kiemdiem.org import access as org_access
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person, Unit

OFFICE = frozenset({"officer", "clerk", "secretary"})
WRITERS = frozenset({"officer", "clerk", "secretary", "member"})
ANSWERERS = frozenset({"officer", "clerk"})
READERS = frozenset({"officer", "clerk", "secretary", "supervisor", "inspector"})

ACTS: dict[str, frozenset[str]] = {
    "reviews.write_self_review": WRITERS,
    "reviews.submit_self_review": WRITERS,
    "reviews.key_self_review": OFFICE,
    "reviews.complete_self_review": WRITERS,
    "reviews.confirm_self_review": OFFICE,
    "reviews.correct_self_review": OFFICE,
    "reviews.key_leader_paper": WRITERS,
    "reviews.write_report": OFFICE,
    "reviews.key_report": OFFICE,
    "reviews.deliver_report": OFFICE,
    "reviews.withdraw_delivery": OFFICE,
    "reviews.revise_report": OFFICE,
    "reviews.ask_comment": OFFICE,
    "reviews.receive_comment": OFFICE,
    "reviews.correct_comment": OFFICE,
    "reviews.receive_opinion": OFFICE,
    "reviews.read_opinion": OFFICE,
    "reviews.attest": OFFICE,
    "reviews.give_suggestion": ANSWERERS,
    "reviews.ask_ratings": ANSWERERS,
    "reviews.receive_rating": ANSWERERS,
    "reviews.answer_mark": ANSWERERS,
    "reviews.see": READERS,
}

# A self-review: from which state each act may be done, and the state it leads to. The meeting's own act presents it.
SELF_REVIEW: Mapping[str, tuple[frozenset[str], str]] = {
    "reviews.write_self_review": (frozenset({"draft"}), "draft"),
    "reviews.submit_self_review": (frozenset({"draft"}), "submitted"),
    "reviews.key_self_review": (frozenset({"draft"}), "submitted"),
    "reviews.complete_self_review": (frozenset({"presented", "completed"}), "completed"),
    "reviews.confirm_self_review": (frozenset({"completed"}), "confirmed"),
    "reviews.correct_self_review": (frozenset({"submitted", "presented", "completed"}), ""),
}
# What already happened may have happened before its turn: told by its paper it is recorded, and the gate marks it.
RECORDED_SELF_REVIEW = {
    **SELF_REVIEW,
    "reviews.confirm_self_review": (frozenset({"submitted", "presented", "completed"}), "confirmed"),
}
REPORT: Mapping[str, tuple[frozenset[str], str]] = {
    "reviews.write_report": (frozenset({"draft"}), "draft"),
    "reviews.key_report": (frozenset({"draft"}), "draft"),
    "reviews.deliver_report": (frozenset({"draft", "sent"}), "sent"),
    "reviews.revise_report": (frozenset({"presented", "completed"}), "completed"),
}


def must_let(by: Account, *, act: str, unit: Unit, season: Season, at: datetime) -> None:
    """Passes when the account may do the act for that unit in that open season.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=day_of(at), act=act)
    cycles_access.must_be_open(season)


def must_let_write(by: Account, *, act: str, person: Person, unit: Unit, season: Season, at: datetime) -> bool:
    """Whether the account writes for itself; passes when it may write for that person of that cell.

    A member's role lets him write his own paper only; the office writes for others, from their paper.
    Raises: Refused otherwise.
    """
    own = org_access.is_own_file(by, person)
    wanted = ACTS[act] if own else ACTS[act] - {"member"}
    org_access.must_hold(by, wanted, unit=unit, on=day_of(at), act=act)
    cycles_access.must_be_open(season)
    return own


def may_see_person(by: Account, *, person: Person, unit: Unit, at: datetime) -> bool:
    """Whether the account may read a person's papers: they are his own, or he answers for the cell."""
    if org_access.is_own_file(by, person):
        return True
    return org_access.holds(by, ACTS["reviews.see"], unit=unit, on=day_of(at), act="reviews.see")


def must_move(table: Mapping[str, tuple[frozenset[str], str]], *, act: str, state: str, label: str, what: str) -> str:
    """The state the act leads to from the present one; the present one when the act moves nothing.

    Raises: Refused when the act is not possible in the present state.
    """
    sources, leads_to = table[act]
    if state not in sources:
        raise refuse(
            f"Chưa làm được việc này: {what} đang ở trạng thái “{label}”.", todo="Hãy xem lại thứ tự các bước."
        )
    return leads_to or state


def must_read(by: Account, *, unit: Unit, at: datetime) -> None:
    """Passes when the account may read the papers of the unit.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS["reviews.see"], unit=unit, on=day_of(at), act="reviews.see")


def must_read_some(by: Account, *, at: datetime) -> frozenset[int]:
    """The ids of the units whose papers the account may read.

    Raises: Refused when there are none.
    """
    scope = org_access.scope(by, ACTS["reviews.see"], on=day_of(at), act="reviews.see")
    if not scope:
        raise refuse(
            f"Tài khoản “{by.display_name}” không theo dõi việc chuẩn bị của đơn vị nào.",
            todo="Bản kiểm điểm của chính mình ở trang Việc của tôi.",
        )
    return scope


def must_hold(by: Account, *, act: str, unit: Unit, at: datetime) -> None:
    """Passes when the account holds a role of the act over the unit, whatever stands in the season.

    Raises: Refused otherwise.
    """
    org_access.must_hold(by, ACTS[act], unit=unit, on=day_of(at), act=act)


def must_read_person(by: Account, *, person: Person, unit: Unit, at: datetime) -> None:
    """Passes when the papers are the account's own, or it answers for the cell.

    Raises: Refused otherwise.
    """
    if not org_access.is_own_file(by, person):
        must_read(by, unit=unit, at=at)


def may(by: Account, *, act: str, unit: Unit, at: datetime) -> bool:
    """Whether the account may do the act for that unit."""
    return org_access.holds(by, ACTS[act], unit=unit, on=day_of(at), act=act)
