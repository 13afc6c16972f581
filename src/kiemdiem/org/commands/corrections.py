"""Acts that put a wrong entry right: another entry in its place, or none, always with a reason."""

from datetime import date, datetime
from typing import Any, TypeVar

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import access
from kiemdiem.org.commands import entries
from kiemdiem.org.commands.memberships import must_not_overlap
from kiemdiem.org.commands.units import named
from kiemdiem.org.days import day_of, known, overlapping
from kiemdiem.org.models import Membership, OutsideResult, Person, Seat, Standing, Unit, UnitLink, UnitPeriod
from kiemdiem.org.models.known import Known

F = TypeVar("F", bound=Known)
FIXED = {"id", "known_at", "known_by", "superseded_at", "superseded_by", "reason", "person"}


def correct_fact(fact: F, *, reason: str, by: Account, at: datetime, **values: Any) -> F:
    """Another entry with the corrected values in the place of the wrong one, which stays readable.

    Raises: Refused without a reason, when nothing changes, or when another person corrected it meanwhile.
    """
    why = entries.must_be_reason(reason)
    if isinstance(fact, UnitPeriod) and "name" in values:
        values.update(named(entries.must_be_text(values["name"], what="Tên tổ chức", limit=200)))
    changed = {name: value for name, value in values.items() if getattr(fact, name) != value}
    if not changed or not FIXED.isdisjoint(changed):
        raise refuse("Chưa có gì được sửa.", todo="Hãy sửa ít nhất một ô rồi lưu.")
    with acting_about(fact, "org.correct_fact", by=by, at=at) as act:
        act.details = {
            "fact": f"{type(fact).__name__.lower()}:{fact.pk}",
            "reason": why,
            "before": {name: shown(getattr(fact, name)) for name in changed},
            "after": {name: shown(value) for name, value in changed.items()},
        }
        entries.supersede(fact, by=by, at=at)
        if "unit" in changed:
            access.must_do(by, "org.correct_fact", unit=changed["unit"], on=day_of(at))
        must_fit(fact, changed)
        kept = {
            field.name: getattr(fact, field.name)
            for field in fact._meta.concrete_fields
            if field.name == "person" or field.name not in FIXED
        }
        return entries.add_fact(type(fact), by=by, at=at, **{**kept, **changed, "reason": why})


def withdraw_fact(fact: Known, *, reason: str, by: Account, at: datetime) -> None:
    """The entry no longer stands, and none stands in its place.

    Raises: Refused without a reason, or when another person corrected it meanwhile.
    """
    why = entries.must_be_reason(reason)
    with acting_about(fact, "org.withdraw_fact", by=by, at=at) as act:
        act.details = {"fact": f"{type(fact).__name__.lower()}:{fact.pk}", "reason": why}
        entries.supersede(fact, by=by, at=at, reason=why)


def acting_about(fact: Known, act: str, *, by: Account, at: datetime) -> Any:
    """Carries out an act on the file the fact belongs to: a person's, or a unit's (a seat is the body's)."""
    person: Person | None = getattr(fact, "person", None)
    if person is not None:
        access.must_not_be_own(by, person)
    if person is not None and not isinstance(fact, Seat):
        return entries.acting_on(person, act, by=by, at=at)
    unit: Unit = getattr(fact, "unit", None) or getattr(fact, "cell", None) or getattr(fact, "successor", None)
    return entries.acting_at(unit, act, by=by, at=at)


# By what two standing entries of one kind are the same thing, which may be said once for any day.
SAME: dict[type[Known], tuple[str, ...]] = {
    Standing: ("person", "kind"),
    Seat: ("person", "unit", "post"),
    UnitLink: ("cell", "linked_unit"),
    UnitPeriod: ("unit",),
}


def must_fit(fact: Known, changed: dict[str, Any]) -> None:
    """Passes when the corrected entry is in order and clashes with no other of the same kind.

    Raises: Refused.
    """
    if isinstance(fact, OutsideResult):
        must_be_the_only_result(fact, changed)
    if not hasattr(fact, "from_on"):
        return
    from_on: date = changed.get("from_on", fact.from_on)
    until_on: date | None = changed.get("until_on", fact.until_on)
    entries.must_have_order(from_on, until_on)
    if isinstance(fact, Membership):
        must_not_overlap(fact.person, kind=changed.get("kind", fact.kind), from_on=from_on, until_on=until_on)
    names = SAME.get(type(fact), ())
    same = {name: changed.get(name, getattr(fact, name)) for name in names}
    if names and type(fact)._default_manager.filter(overlapping(from_on, until_on), **same).exists():
        raise refuse("Trùng thời gian với một mục khác cùng nội dung.", todo="Hãy sửa lại ngày.")


def must_be_the_only_result(fact: OutsideResult, changed: dict[str, Any]) -> None:
    """Passes when no other result of the kind stands for the person or body and the corrected year.

    Raises: Refused.
    """
    asked = {name: changed.get(name, getattr(fact, name)) for name in ("person", "unit", "year", "kind")}
    if OutsideResult.objects.filter(known(), **asked).exists():
        raise refuse(
            f"Kết quả năm {asked['year']} của loại này đã có.", todo="Hãy đính chính chính kết quả của năm đó."
        )


def shown(value: Any) -> str:
    """A value as the journal keeps it."""
    return value.key if isinstance(value, Unit | Person) else str(value if value is not None else "")
