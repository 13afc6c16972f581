"""Carrying out an act writes all of it and one entry, or nothing."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.journal import chain, commands
from kiemdiem.journal.models import Entry, Head

from .make import MORNING, account, entries

pytestmark = pytest.mark.django_db


def test_an_act_leaves_one_entry_with_both_times():
    by = account()
    with commands.act("tests.note", by=by, at=MORNING, about="meeting:m1", season="s1") as act:
        act.happened_on = date(2017, 11, 25)
        act.rows = ("R-1", "R-2")
        act.details = {"có mặt": 12}

    entry = Entry.objects.get()
    assert (entry.seq, entry.act, entry.about, entry.season) == (1, "tests.note", "meeting:m1", "s1")
    assert (entry.keyed_at, entry.happened_on) == (MORNING, date(2017, 11, 25))
    assert (entry.keyed_by, entry.keyed_by_name) == (by.pk, "Nguyễn Thị Lan")
    assert (entry.rows, entry.details) == (["R-1", "R-2"], {"có mặt": 12})
    assert act.seq == 1


def test_entries_are_chained_and_the_head_is_the_last():
    entries(3)

    first, second, third = Entry.objects.all()
    assert [first.prev_hash, second.prev_hash, third.prev_hash] == [chain.GENESIS, first.hash, second.hash]
    assert str(Head.objects.get()) == f"3:{third.hash}"


def test_an_act_that_fails_leaves_nothing():
    def open_twice() -> None:
        with commands.act("tests.note", by=hoa, at=MORNING):
            account("nam")
            account("nam")

    hoa = account("hoa")
    with pytest.raises(IntegrityError):
        open_twice()

    assert [a.username for a in Account.objects.all()] == ["hoa"]
    assert Entry.objects.count() == 0


def test_an_act_inside_an_act_is_written_first():
    with (
        commands.act("tests.outer", by=None, at=MORNING),
        commands.act("tests.inner", by=None, at=MORNING),
    ):
        pass

    assert [(e.seq, e.act) for e in Entry.objects.all()] == [(1, "tests.inner"), (2, "tests.outer")]


def test_the_console_keys_without_an_account():
    with commands.act("tests.note", by=None, at=MORNING):
        pass

    entry = Entry.objects.get()
    assert (entry.keyed_by, entry.keyed_by_name) == (None, "Máy chủ")


def test_a_clock_set_back_stops_writing_and_says_so():
    entries(1)
    with (
        pytest.raises(Refused) as refused,
        commands.act("tests.note", by=None, at=MORNING - timedelta(minutes=1)),
    ):
        pass

    assert str(refused.value) == (
        "Chưa ghi được: đồng hồ đang sớm hơn mục cuối cùng trong nhật ký. "
        "Bây giờ là 07:59 ngày 01/12/2017, mục cuối ghi lúc 08:00 ngày 01/12/2017. "
        "Hãy chỉnh lại ngày giờ của máy chủ (hoặc ngày giả định của kỳ tập dượt) rồi làm lại."
    )
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(("seconds", "written"), [(0, 2), (30, 2), (31, 1)])
def test_who_waited_in_the_queue_is_not_taken_for_a_wrong_clock(seconds, written):
    entries(1)
    try:
        with commands.act("tests.note", by=None, at=MORNING - timedelta(seconds=seconds)):
            pass
    except Refused:
        pass

    assert Entry.objects.count() == written


def test_a_rehearsal_runs_on_its_own_clock():
    entries(1)
    before = MORNING - timedelta(days=400)
    with commands.act("tests.move_day", by=None, at=before, season="thu", sets_clock=True):
        pass
    with commands.act("tests.note", by=None, at=before, season="thu"):
        pass

    assert [(e.season, e.keyed_at) for e in Entry.objects.all()] == [("", MORNING), ("thu", before), ("thu", before)]


def test_an_act_inside_a_rehearsal_runs_on_its_clock_too():
    entries(1)
    before = MORNING - timedelta(days=400)
    with (
        commands.act("tests.outer", by=None, at=before, season="thu", sets_clock=True),
        commands.act("tests.inner", by=None, at=before, sets_clock=True),
    ):
        pass
    with commands.act("tests.outer", by=None, at=before, season="thu"), commands.act("tests.in", by=None, at=before):
        pass
    with commands.act("tests.later", by=None, at=MORNING):
        pass

    assert [e.season for e in Entry.objects.all()] == ["", "thu", "thu", "thu", "thu", ""]


def test_a_new_season_may_not_begin_before_what_stands():
    entries(1)
    with (
        pytest.raises(Refused),
        commands.act("tests.note", by=None, at=MORNING - timedelta(days=1), season="s1"),
    ):
        pass

    assert Entry.objects.count() == 1


def test_a_moment_without_zone_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="aware"), commands.act("tests.note", by=None, at=MORNING.replace(tzinfo=None)):
        pass


def test_a_float_cannot_be_told():
    with pytest.raises(TypeError, match="float"), commands.act("tests.note", by=None, at=MORNING) as act:
        act.details = {"share": 0.15}

    assert Entry.objects.count() == 0
