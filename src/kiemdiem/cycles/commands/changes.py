"""The act of taking a change of the register into an open season: by the way out chosen, never silently."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.commands.joining import divide, leave_places, place_as, take_back
from kiemdiem.cycles.commands.open_season import write_subjects
from kiemdiem.cycles.models import Assignment, Place, RegisterChange, Season, SeasonSubject
from kiemdiem.cycles.queries.changes import ADD, END, FOLLOW, Change
from kiemdiem.cycles.queries.drawing import SubjectDrawn
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of


@dataclass(frozen=True)
class WayOut:
    """The way out chosen for a change, with the document and the reason."""

    way: str
    reason: str
    document: str = ""


def record_change(
    season: Season,
    *,
    change: Change,
    way_out: WayOut,
    sources: Iterable[queries.EffectSource] | None = None,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> RegisterChange:
    """The change taken into the season; what it touched is kept with it, so that higher rooms can follow each thing up.

    `sources`: who is asked what the change touches; those of the installation when none are named.
    Raises: Refused for a way out not allowed for this change, without a reason, or for a day to come.
    """
    name = "cycles.record_change"
    about = f"member:{change.person.key}" if change.person else f"unit:{change.unit.key if change.unit else ''}"
    with journal.act(name, by=by, at=at, about=about, season=season.key) as act:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, at=at)
        access.must_stand(kept, act=name)
        touched = queries.effects_of(kept, change, sources=sources)
        _must_be_allowed(kept, change, way_out, touched=touched, at=at)
        record = RegisterChange.objects.create(
            season=kept,
            key=uuid4().hex,
            kind=change.kind,
            person=change.person,
            unit=change.unit,
            to_unit=change.to_unit,
            happened_on=change.happened_on,
            document=way_out.document.strip(),
            reason=way_out.reason.strip(),
            touched=[
                {"what": each.what, "key": each.key, "title": each.title, "locked": each.is_locked} for each in touched
            ],
            ways_out={"subject": way_out.way},
            keyed_at=at,
            keyed_by=by,
        )
        APPLIED.get(way_out.way, _nothing)(kept, change, way_out)
        if change.kind == RegisterChange.Kind.CELL_MERGED and way_out.way == FOLLOW:
            watched = Assignment.objects.filter(season=kept, unit=change.unit, ended_at__isnull=True)
            watched.update(ended_at=at, ended_by=by, ended_why=f"Sáp nhập: {way_out.reason.strip()}"[:300])
        act.happened_on = change.happened_on
        act.details = {"kind": change.kind, "way": way_out.way, "touched": len(touched), "reason": way_out.reason}
        return record


def _must_be_allowed(
    season: Season, change: Change, way_out: WayOut, *, touched: list[queries.Touched], at: datetime
) -> None:
    allowed = queries.ways_of(season, change)
    if way_out.way not in {word for word, _ in allowed}:
        choices = "; ".join(sentence for _, sentence in allowed)
        raise refuse("Cách xử lý này không áp dụng cho thay đổi đã chọn.", todo=f"Chọn một trong: {choices}.")
    locked = [each for each in touched if each.is_locked and way_out.way not in {word for word, _ in each.ways_out}]
    if _is_divided_by_nobody(season, change):
        raise refuse(
            "Chưa ghi được việc chia tách: theo danh sách, chưa có ai của đợt này sang chi bộ mới.",
            todo="Hãy ghi việc chia tách ở trang của chi bộ trước.",
        )
    if locked:
        raise refuse(
            "Cách xử lý này động đến nội dung đã chốt.",
            why="; ".join(each.title for each in locked),
            todo="Chọn cách khác: " + "; ".join(sentence for _, sentence in locked[0].ways_out) + ".",
        )
    if not way_out.reason.strip():
        raise refuse("Chưa ghi được thay đổi: thiếu lý do.", todo="Hãy ghi lý do hoặc số văn bản.")
    if change.happened_on > day_of(at):
        raise refuse("Chưa ghi được thay đổi: ngày chưa đến.", todo="Hãy nhập ngày trên thực tế.")


def _is_divided_by_nobody(season: Season, change: Change) -> bool:
    """Whether a divided cell is named but nobody of the season went to the new one by the register."""
    return change.kind == RegisterChange.Kind.CELL_SPLIT and not queries.people_of(season, change)


def _nothing(season: Season, change: Change, way_out: WayOut) -> None:
    """Keeping or staying alters nothing in the season."""


def _end(season: Season, change: Change, way_out: WayOut) -> None:
    """Ends the person as a subject; who loses a post ends as a leader only, and only where that post took him."""
    subjects = SeasonSubject.objects.filter(season=season, person=change.person, ended_on__isnull=True)
    if change.kind == RegisterChange.Kind.LOST_POST:
        subjects = subjects.filter(kind="leader")
        still, leader = _drawn(season, change, kind="leader"), subjects.first()
        if still is not None and leader is not None:
            leave_places(leader, still, on=change.happened_on)
            return
    label = RegisterChange.Kind(change.kind).label
    why = f"{label}: {way_out.reason.strip()}"[:400]
    Place.objects.filter(subject__in=subjects, ended_on__isnull=True).update(ended_on=change.happened_on)
    subjects.update(ended_on=change.happened_on, ended_why=why)


def _add(season: Season, change: Change, way_out: WayOut) -> None:
    """Adds the person as the register and the rulebook make him: as a member, or as a leader."""
    kind = "leader" if change.kind == RegisterChange.Kind.GAINED_POST else "member"
    wanted = _drawn(season, change, kind=kind)
    if wanted is None:
        raise refuse(
            "Chưa thêm được: theo danh sách đảng viên của ngày này, đồng chí không thuộc diện đó.",
            todo="Hãy ghi nơi sinh hoạt hoặc chức vụ trong hồ sơ trước.",
        )
    former = season.subjects.filter(key=wanted.key).first()
    if former is None:
        write_subjects(season, [wanted], added_on=change.happened_on)
    elif former.ended_on is not None:
        take_back(former, wanted, on=change.happened_on)
    elif kind == "leader":
        place_as(former, wanted)
    else:
        raise refuse("Đồng chí đã có trong danh sách của đợt.", todo="Không cần thêm.")


def _drawn(season: Season, change: Change, *, kind: str) -> SubjectDrawn | None:
    """The person of the change as the register of its day and the rulebook make him, when they do."""
    register = queries.register_of(season, on=change.happened_on)
    for each in queries.drawn(queries.book_of(season), register):
        if each.kind == kind and each.person is not None and each.person == change.person:
            return each
    return None


def _follow(season: Season, change: Change, way_out: WayOut) -> None:
    """Moves the member, or those of the merged or divided cell, to the other cell of the season."""
    assert change.to_unit is not None
    if change.kind == RegisterChange.Kind.CELL_SPLIT:
        divide(season, change)
    moving = season.subjects.filter(kind="member", ended_on__isnull=True)
    people = queries.people_of(season, change)
    moving = moving.filter(unit=change.unit) if people is None else moving.filter(person_id__in=people)
    for subject in list(moving):
        _move(subject, change)
    if change.kind == RegisterChange.Kind.CELL_MERGED:
        season.subjects.filter(unit=change.unit, kind="cell", ended_on__isnull=True).update(
            ended_on=change.happened_on, ended_why=f"Sáp nhập: {way_out.reason.strip()}"[:400]
        )


def _move(subject: SeasonSubject, change: Change) -> None:
    assert change.to_unit is not None
    here = Place.objects.filter(subject=subject, is_cell=True, ended_on__isnull=True).first()
    subject.unit = change.to_unit
    subject.save(update_fields=["unit"])
    if here is None:
        return
    here.ended_on = change.happened_on
    here.save(update_fields=["ended_on"])
    back = Place.objects.filter(subject=subject, unit=change.to_unit).first()
    if back is not None:
        back.ended_on = None
        back.save(update_fields=["ended_on"])
        return
    Place.objects.create(
        subject=subject,
        unit=change.to_unit,
        before=change.to_unit,
        entry_key=here.entry_key,
        is_cell=True,
        is_ballot=here.is_ballot,
        rows=here.rows,
        position=here.position,
    )


APPLIED: dict[str, Callable[[Season, Change, WayOut], None]] = {END: _end, ADD: _add, FOLLOW: _follow}
