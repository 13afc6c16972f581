"""The roll of a meeting: drawn from the register of the day, guests invited, presence taken."""

from collections.abc import Mapping
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.names import nfc
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import access, queries
from kiemdiem.meetings.models import Attendance, Meeting
from kiemdiem.org.models import Person


def draw_roll(meeting: Meeting, *, on: date, version: int, by: Account, at: datetime) -> list[Attendance]:
    """The roll as the register stands on the day: who votes, who attends; guests already invited stay on it."""
    with journal.act(
        "meetings.draw_roll", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.draw_roll", unit=meeting.unit, at=at)
        access.must_stand(meeting, "meetings.draw_roll")
        Attendance.objects.filter(meeting=meeting).exclude(capacity="guest").delete()
        guests = set(
            Attendance.objects.filter(meeting=meeting, person__isnull=False).values_list("person_id", flat=True)
        )
        called = [each for each in queries.called_to(meeting, on=on) if each.person.pk not in guests]
        Attendance.objects.bulk_create(
            Attendance(
                meeting=meeting,
                person=each.person,
                printed_name=each.person.full_name,
                capacity=each.capacity,
                ground=each.ground,
            )
            for each in called
        )
        act.details = {"on": on.isoformat(), "called": len(called)}
    return queries.roll_of(meeting)


def invite_guest(
    meeting: Meeting,
    name: str,
    *,
    version: int,
    by: Account,
    at: datetime,
    organisation: str = "",
    person: Person | None = None,
    present: bool | None = None,
) -> Attendance:
    """A guest on the roll, who may speak and never votes; known by name only, or as a person of the register."""
    with journal.act(
        "meetings.invite_guest", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.invite_guest", unit=meeting.unit, at=at)
        access.must_stand(meeting, "meetings.invite_guest")
        printed = person.full_name if person else nfc(name)
        if not printed:
            raise refuse("Chưa ghi được đại biểu mời: thiếu họ tên.")
        if person and Attendance.objects.filter(meeting=meeting, person=person).exists():
            raise refuse(f"Đồng chí {printed} đã có trong danh sách dự họp.")
        act.details = {"guest": person.key if person else printed}
        return Attendance.objects.create(
            meeting=meeting,
            person=person,
            printed_name=printed,
            organisation=nfc(organisation),
            capacity=Attendance.Capacity.GUEST,
            present=present,
        )


def take_roll(
    meeting: Meeting,
    present: Mapping[int, bool],
    *,
    version: int,
    by: Account,
    at: datetime,
    absences: Mapping[int, str] | None = None,
) -> queries.HeadCount:
    """The head count after every name on the roll was called.

    Shape: `present` and `absences` by the key of the attendance; a name left out stays uncalled and is refused.
    """
    with journal.act(
        "meetings.take_roll", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = locks.hold(Meeting, meeting.pk, version=version)
        access.must_let(by, act="meetings.take_roll", unit=meeting.unit, at=at)
        access.must_stand(meeting, "meetings.take_roll")
        roll = queries.roll_of(meeting)
        uncalled = [each.printed_name for each in roll if each.pk not in present]
        if uncalled or not roll:
            raise refuse(
                "Điểm danh chưa đủ." if roll else "Chưa có danh sách dự họp để điểm danh.",
                why=f"Chưa ghi có mặt hay vắng: {'; '.join(uncalled)}." if uncalled else "",
                todo="Hãy ghi cho từng người trong danh sách." if roll else "Hãy lập danh sách dự họp trước.",
            )
        for each in roll:
            each.present = present[each.pk]
            each.absence = "" if each.present else (absences or {}).get(each.pk, "")
        Attendance.objects.bulk_update(roll, ["present", "absence"])
        count = queries.head_count(meeting)
        act.details = {"convened": count.convened, "present": count.present, "guests": count.guests_present}
    return count
