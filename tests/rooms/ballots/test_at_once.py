"""Two tellers posting at the same moment on a real database: one round, two counts, one lock."""

import threading

import pytest
from django.db import connection

from kiemdiem.ballots import commands
from kiemdiem.ballots.models import Count, Round
from kiemdiem.core.answer import Refused
from kiemdiem.journal import queries as journal
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """What each act gave, or how it was refused, when all start together on connections of their own."""
    gate, found = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        gate.wait()
        try:
            found[place] = act()
        except Refused as refused:
            found[place] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_tellers_posting_together_make_two_counts_and_one_lock():
    scene, meeting = meetings.before_the_ballot()
    hands = make.tellers(scene, meeting)
    round_ = make.counting(scene, make.prepared(scene, meeting))
    sheet, at = make.sheet(round_, {}), scene.at()

    found = at_once(
        *(lambda hand=hand: commands.key_count(round_, sheet, attempt=1, teller=hand, at=at) for hand in hands)
    )

    assert sorted(outcome.state for outcome in found) == ["locked", "waiting"]
    assert sorted(Count.objects.values_list("part", flat=True)) == [1, 2]
    assert make.fresh(round_).state == Round.State.LOCKED
    assert journal.verify().faults == ()


def test_one_teller_posting_twice_together_keys_one_count():
    scene, meeting = meetings.before_the_ballot()
    hands = make.tellers(scene, meeting)
    round_ = make.counting(scene, make.prepared(scene, meeting))
    sheet, at = make.sheet(round_, {}), scene.at()

    def act():
        return commands.key_count(round_, sheet, attempt=1, teller=hands[0], at=at)

    found = at_once(act, act, act)

    assert sum(isinstance(each, Refused) for each in found) == 2
    assert Count.objects.count() == 1


def test_handing_out_slips_twice_together_happens_once():
    scene, meeting = meetings.before_the_ballot()
    make.tellers(scene, meeting)
    round_ = make.prepared(scene, meeting)
    at = scene.at()

    def act():
        return commands.issue_slips(round_, issued=6, version=round_.version, by=scene.ward.clerk, at=at)

    found = at_once(act, act)

    assert sum(isinstance(each, Refused) for each in found) == 1
    assert (make.fresh(round_).state, make.fresh(round_).version) == (Round.State.ISSUED, round_.version + 1)
