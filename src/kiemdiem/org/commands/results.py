"""Acts that enter what bears on a grade and comes from elsewhere: discipline, outside results, awards, work, leave."""

from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.org import queries
from kiemdiem.org.commands import entries
from kiemdiem.org.days import overlapping
from kiemdiem.org.models import (
    SIDES,
    Award,
    Discipline,
    Leave,
    ManagedBy,
    OutsideResult,
    Person,
    Unit,
    Work,
)


def record_discipline(
    person: Person,
    *,
    side: str,
    measure: str,
    from_on: date,
    by: Account,
    at: datetime,
    until_on: date | None = None,
    offence_on: date | None = None,
    offence_unit: Unit | None = None,
    self_detected: bool = False,
    document: str = "",
) -> Discipline:
    """A penalty in force over the period; `self_detected`: the organisation itself found and fought the offence."""
    entries.must_have_order(from_on, until_on)
    entries.must_be_one_of(side, SIDES, what="Bên kỷ luật")
    kept = entries.must_be_text(measure, what="Hình thức kỷ luật", limit=60)
    entries.must_be_past(from_on, at=at, what="Ngày kỷ luật")
    if offence_on is not None and offence_on > from_on:
        raise refuse("Ngày vi phạm sau ngày kỷ luật.", todo="Hãy sửa lại một trong hai ngày.")
    with entries.acting_on(person, "org.record_discipline", by=by, at=at, happened_on=from_on) as act:
        act.details = {"side": side, "measure": kept}
        return entries.add_fact(
            Discipline,
            by=by,
            at=at,
            person=person,
            side=side,
            measure=kept,
            from_on=from_on,
            until_on=until_on,
            offence_on=offence_on,
            offence_unit=offence_unit,
            self_detected=self_detected,
            document=document,
        )


def record_outside_result(
    subject: Person | Unit,
    *,
    year: int,
    kind: str,
    grade: str,
    known_on: date,
    by: Account,
    at: datetime,
    document: str = "",
) -> OutsideResult:
    """The grade another authority gave the person or the body for the year, known since the day.

    Raises: Refused when one is entered already: then it is corrected, with a reason.
    """
    given = entries.must_be_text(grade, what="Mức xếp loại", limit=40)
    what = entries.must_be_text(kind, what="Loại kết quả", limit=40)
    entries.must_be_past(known_on, at=at, what="Ngày có kết quả")
    whose = {"person": subject} if isinstance(subject, Person) else {"unit": subject}
    acting = entries.acting_on if isinstance(subject, Person) else entries.acting_at
    with acting(subject, "org.record_outside_result", by=by, at=at, happened_on=known_on) as act:
        if OutsideResult.objects.filter(superseded_at=None, year=year, kind=what, **whose).exists():
            raise refuse(
                f"Kết quả năm {year} của loại này đã có.", todo="Nếu ghi nhầm, hãy dùng việc đính chính và nêu lý do."
            )
        act.details = {"year": year, "kind": what, "grade": given}
        return entries.add_fact(
            OutsideResult,
            by=by,
            at=at,
            year=year,
            kind=what,
            grade=given,
            known_on=known_on,
            document=document,
            **whose,
        )


def record_award(
    person: Person,
    *,
    year: int,
    kind: str,
    by: Account,
    at: datetime,
    level: str = "",
    is_proposed: bool = False,
    document: str = "",
) -> Award:
    """A title or certificate of the year; `is_proposed`: put forward, not yet given."""
    what = entries.must_be_text(kind, what="Hình thức khen thưởng", limit=60)
    with entries.acting_on(person, "org.record_award", by=by, at=at) as act:
        act.details = {"year": year, "kind": what, "level": level}
        return entries.add_fact(
            Award,
            by=by,
            at=at,
            person=person,
            year=year,
            kind=what,
            level=level,
            is_proposed=is_proposed,
            document=document,
        )


def record_work(
    person: Person,
    *,
    kind: str,
    from_on: date,
    by: Account,
    at: datetime,
    until_on: date | None = None,
    workplace: str = "",
) -> Work:
    """What the person works as over the period.

    Raises: Refused when the same kind of work is entered for one of the days.
    """
    entries.must_have_order(from_on, until_on)
    what = entries.must_be_text(kind, what="Loại công việc", limit=40)
    with entries.acting_on(person, "org.record_work", by=by, at=at, happened_on=from_on) as act:
        if Work.objects.filter(overlapping(from_on, until_on), person=person, kind=what).exists():
            raise refuse("Công việc này đã ghi cho thời gian đó.", todo="Hãy sửa mục đã có.")
        act.details = {"kind": what, "workplace": workplace}
        return entries.add_fact(
            Work, by=by, at=at, person=person, kind=what, workplace=workplace, from_on=from_on, until_on=until_on
        )


def record_leave(
    person: Person, *, kind: str, from_on: date, by: Account, at: datetime, until_on: date | None = None
) -> Leave:
    """Time away over the period."""
    entries.must_have_order(from_on, until_on)
    what = entries.must_be_text(kind, what="Lý do vắng", limit=40)
    with entries.acting_on(person, "org.record_leave", by=by, at=at, happened_on=from_on) as act:
        act.details = {"kind": what}
        return entries.add_fact(Leave, by=by, at=at, person=person, kind=what, from_on=from_on, until_on=until_on)


def record_managing_body(person: Person, body: Unit, *, from_on: date, by: Account, at: datetime) -> ManagedBy:
    """The body that manages the cadre from the day on; the one before manages him until then.

    Raises: Refused for a body neither of his own committee, nor above it, nor linked to one of its cells.
    """
    with entries.acting_on(person, "org.record_managing_body", by=by, at=at, happened_on=from_on) as act:
        if body.pk not in {period.unit_id for period in queries.managing_bodies(person, on=from_on)}:
            raise refuse(
                f"{queries.unit_name(body, on=from_on)} không quản lý được đồng chí {person.full_name} "
                f"vào ngày {from_on:%d/%m/%Y}.",
                why="Cơ quan quản lý là tổ chức của Đảng bộ nơi đồng chí công tác, cấp ủy cấp trên, "
                "hoặc tổ chức gắn với chi bộ của Đảng bộ đó.",
                todo="Hãy chọn lại, hoặc ghi cấp ủy cấp trên vào danh sách tổ chức trước.",
            )
        before = ManagedBy.objects.filter(overlapping(from_on, None), person=person)
        entries.close_facts(before, on=from_on, by=by, at=at)
        act.details = {"body": body.key}
        return entries.add_fact(ManagedBy, by=by, at=at, person=person, body=body, from_on=from_on)
