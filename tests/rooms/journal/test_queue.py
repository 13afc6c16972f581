"""Many people at once: every act gets its own place in one unbroken chain."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from kiemdiem.journal import commands, queries

from .make import MORNING


def note(number: int) -> None:
    try:
        with commands.act("tests.note", by=None, at=MORNING, about=f"thing:{number}"):
            pass
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_acts_at_the_same_time_follow_one_another():
    with ThreadPoolExecutor(4) as crowd:
        list(crowd.map(note, range(24)))

    proof = queries.verify()
    assert (proof.entries, proof.faults) == (24, ())
