"""What people are owed to be told, and what counts as told."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.journal import queries as journal
from kiemdiem.notices import commands, queries
from kiemdiem.notices.models import Notice
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
SEASON = "s1"
RESULT = commands.Wording(kind="result", about="member:p1", title="Thông báo kết quả xếp loại", rows=("R-1",))


def owed(ward, *, due_on=date(2017, 11, 5), wording=RESULT):
    return commands.owe_notice(
        wording,
        to=ward.persons["plain"],
        under=ward.cells[0],
        due_on=due_on,
        season=SEASON,
        by=ward.officer,
        at=ward.at,
    )


def test_the_same_notice_is_owed_once():
    ward = make.ward()
    assert owed(ward) == owed(ward)
    assert queries.owed_notices(SEASON).count() == 1


def test_a_notice_given_by_its_last_day_is_not_late():
    ward = make.ward()
    notice = owed(ward, due_on=date(2017, 11, 1))
    commands.give_notice(notice, given_on=date(2017, 11, 1), proof="read_aloud", by=ward.secretaries[0], at=ward.at)
    assert list(queries.late_notices(SEASON, on=date(2017, 11, 9))) == []
    assert queries.was_given(SEASON, kind="result", about="member:p1", by_day=date(2017, 11, 1))
    assert journal.entries_of_season(SEASON).last().happened_on == date(2017, 11, 1)


def test_a_notice_is_late_from_the_day_after_its_last_day():
    ward = make.ward()
    notice = owed(ward, due_on=date(2017, 11, 1))
    assert list(queries.late_notices(SEASON, on=date(2017, 11, 1))) == []
    assert list(queries.late_notices(SEASON, on=date(2017, 11, 2))) == [notice]


def test_a_notice_given_after_its_last_day_stays_late():
    ward = make.ward()
    notice = owed(ward, due_on=date(2017, 10, 30))
    commands.give_notice(notice, given_on=date(2017, 10, 31), proof="letter", by=ward.clerk, at=ward.at)
    assert list(queries.late_notices(SEASON, on=date(2017, 10, 31))) == [notice]
    assert list(queries.owed_notices(SEASON)) == []


def test_a_notice_without_proof_is_refused_and_nothing_is_written():
    ward = make.ward()
    notice = owed(ward)
    with pytest.raises(Refused, match="thiếu căn cứ"):
        commands.give_notice(notice, given_on=date(2017, 11, 1), proof="", by=ward.clerk, at=ward.at)
    assert Notice.objects.get().version == 1


def test_a_notice_cannot_be_given_on_a_day_to_come():
    ward = make.ward()
    with pytest.raises(Refused, match="chưa đến"):
        commands.give_notice(owed(ward), given_on=date(2017, 11, 2), proof="letter", by=ward.clerk, at=ward.at)


def test_the_secretary_of_another_cell_may_not_record_it():
    ward = make.ward()
    with pytest.raises(Refused, match="chưa được làm việc này"):
        commands.give_notice(owed(ward), given_on=date(2017, 11, 1), proof="letter", by=ward.secretaries[1], at=ward.at)


def test_many_are_given_together_or_not_at_all():
    ward = make.ward()
    good = owed(ward)
    withdrawn = owed(ward, wording=commands.Wording(kind="other", about="member:p1", title="Khác"))
    commands.withdraw_notice(withdrawn, why="Ghi nhầm", by=ward.officer, at=ward.at)
    with pytest.raises(Refused, match="đã được rút"):
        commands.give_notices(
            [good, withdrawn], given_on=date(2017, 11, 1), proof="signed_list", by=ward.clerk, at=ward.at
        )
    assert Notice.objects.filter(given_on__isnull=False).count() == 0
    assert [notice.kind for notice in queries.notices_of(SEASON)] == ["result"]


def test_a_stale_page_changes_nothing():
    ward = make.ward()
    notice = owed(ward)
    commands.give_notice(notice, given_on=date(2017, 11, 1), proof="letter", version=1, by=ward.clerk, at=ward.at)
    with pytest.raises(Refused, match="vừa sửa"):
        commands.give_notice(notice, given_on=date(2017, 11, 1), proof="letter", version=1, by=ward.clerk, at=ward.at)
