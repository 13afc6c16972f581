"""Two people with one row open: the second is told, and loses nothing silently."""

import pytest

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.journal import commands, locks

from .make import MORNING, account


@pytest.mark.django_db
def test_a_held_row_carries_its_next_version():
    row = locks.hold(Account, account().pk, version=1)
    row.display_name = "Trần Văn Nam"
    row.save()

    assert [(a.display_name, a.version) for a in Account.objects.all()] == [("Trần Văn Nam", 2)]


@pytest.mark.django_db
def test_a_stale_version_is_refused():
    pk = account().pk
    locks.hold(Account, pk, version=1)
    with pytest.raises(Refused, match="có người vừa sửa"):
        locks.hold(Account, pk, version=1)


@pytest.mark.django_db
def test_a_row_nobody_saw_is_locked_whatever_its_version():
    pk = account().pk
    locks.hold(Account, pk, version=None)

    assert locks.hold(Account, pk, version=None).version == 3


@pytest.mark.django_db
def test_a_removed_row_is_refused():
    with pytest.raises(Refused, match="không còn"):
        locks.hold(Account, 4711, version=1)


@pytest.mark.django_db(transaction=True)
def test_a_refused_act_takes_the_version_back():
    pk = account().pk

    def hold_twice() -> None:
        with commands.act("tests.note", by=None, at=MORNING):
            locks.hold(Account, pk, version=1)
            locks.hold(Account, pk, version=1)

    with pytest.raises(Refused):
        hold_twice()

    assert Account.objects.get().version == 1
