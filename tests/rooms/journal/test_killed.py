"""Killed at any moment while keying: every act stands with its entry, or neither does."""

import os
import random
import signal
import time

import pytest
from django.db import connections

from kiemdiem.accounts.models import Account
from kiemdiem.journal import commands, queries
from kiemdiem.journal.models import Entry

from .make import MORNING

KILLS = 25


def key_for_ever(writer: int) -> None:
    """Opens one account an act, each act with two writes, until it is killed."""
    connections.close_all()
    number = 0
    while True:
        number += 1
        with commands.act("tests.open", by=None, at=MORNING, about=f"{writer}-{number}"):
            made = Account.objects.create(username=f"{writer}-{number}", display_name="nửa", created_at=MORNING)
            Account.objects.filter(pk=made.pk).update(display_name="trọn")


def start(writer: int) -> int:
    """The id of a process of its own that keys until it is killed."""
    child = os.fork()
    if child == 0:
        try:
            key_for_ever(writer)
        finally:
            os._exit(1)
    return child


@pytest.mark.django_db(transaction=True)
def test_twenty_five_kills_leave_no_half_act():
    chance = random.Random(11)
    connections.close_all()
    ended = []
    for writer in range(KILLS):
        child = start(writer)
        time.sleep(0.1 + chance.random() / 5)
        os.kill(child, signal.SIGKILL)
        ended.append(os.WTERMSIG(os.waitpid(child, 0)[1]))

    proof = queries.verify()
    keyed = sorted(Entry.objects.values_list("about", flat=True))
    assert (ended, proof.faults) == ([signal.SIGKILL] * KILLS, ())
    assert keyed == sorted(Account.objects.filter(display_name="trọn").values_list("username", flat=True))
    assert (Account.objects.filter(display_name="nửa").count(), len(keyed) > KILLS) == (0, True)
