"""What was counted stands: the database itself refuses to change or delete a locked or void count."""

import pytest
from django.db import DatabaseError, connection, transaction

from kiemdiem.ballots import commands, queries, triggers
from kiemdiem.ballots.models import Count, Custody, Recount, Round, Tally
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
VOTES = {"Trần Văn An": (4, 2, 0)}
CHANGES = [
    "UPDATE ballots_round SET returned = 5, valid = 5",
    "UPDATE ballots_round SET state = 'counting'",
    "UPDATE ballots_round SET present = 5",
    "UPDATE ballots_round SET options = '[]'",
    "UPDATE ballots_round SET official_attempt = 2",
    "DELETE FROM ballots_round",
    "UPDATE ballots_count SET valid = 5, invalid = 1",
    "DELETE FROM ballots_count",
    "UPDATE ballots_tally SET votes_1 = 6, votes_2 = 0",
    "DELETE FROM ballots_tally",
    "UPDATE ballots_line SET printed_name = 'x'",
    "DELETE FROM ballots_line",
    "DELETE FROM ballots_roundvoter",
    "UPDATE ballots_roundvoter SET present = NOT present",
]


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def refused(sql):
    """Whether the database itself refuses the statement."""
    with pytest.raises(DatabaseError, match="a locked count stands"), transaction.atomic():
        run(sql)
    return True


@pytest.fixture
def begun():
    return meetings.before_the_ballot()


@pytest.fixture
def scene(begun):
    return begun[0]


@pytest.fixture
def meeting(begun):
    return begun[1]


def test_nothing_of_a_locked_round_is_changed_or_deleted(scene, meeting):
    round_ = make.locked(scene, meeting, VOTES)
    before = queries.figures_of(round_)
    assert [sql for sql in CHANGES if not refused(sql)] == []
    assert queries.figures_of(make.fresh(round_)) == before


def test_nothing_of_a_void_round_is_changed_or_deleted(scene, meeting):
    hands = make.tellers(scene, meeting)
    round_ = make.counting(scene, make.prepared(scene, meeting))
    commands.key_count(round_, make.sheet(round_, {}), attempt=1, teller=hands[0], at=scene.at())
    commands.void_round(round_, reason="Mất phiếu", returned=5, version=make.fresh(round_).version, **scene.act())
    assert [sql for sql in CHANGES if not refused(sql)] == []
    assert refused("UPDATE ballots_round SET void_why = 'khác'")
    assert (make.fresh(round_).returned, Count.objects.count()) == (5, 1)


def test_an_open_round_may_still_change(scene, meeting):
    make.tellers(scene, meeting)
    make.counting(scene, make.prepared(scene, meeting))
    run("UPDATE ballots_round SET present = present")
    run("DELETE FROM ballots_roundvoter")
    assert Round.objects.get().voters.count() == 0


def test_a_correction_brings_new_figures_and_leaves_the_old_counts(scene, meeting):
    round_ = make.locked(scene, meeting, VOTES)
    signed = {"reason": "Cộng nhầm", "document": "02-BB", "signed_on": meetings.DAY}
    commands.order_correction(round_, version=make.fresh(round_).version, **signed, **scene.act())
    sheet = make.sheet(round_, {"Trần Văn An": (3, 3, 0)})
    for by in (scene.ward.clerk, scene.ward.officer):
        outcome = commands.key_count(make.fresh(round_), sheet, attempt=2, by=by, at=scene.at())
    assert (outcome.state, make.fresh(round_).official_attempt, Count.objects.count()) == ("locked", 2, 4)
    assert refused("UPDATE ballots_tally SET votes_1 = 6, votes_2 = 0, votes_3 = 0")
    assert refused("UPDATE ballots_recount SET reason = 'x'") and refused("DELETE FROM ballots_recount")
    assert Recount.objects.get().before["lines"]["Trần Văn An"] == [4, 2, 0, 0, 0]


def test_figures_do_not_follow_a_recount_that_corrects_nothing(scene, meeting):
    round_ = make.locked(scene, meeting, VOTES)
    Recount.objects.create(round=round_, attempt=2, reason="x", ordered_at=scene.at(), ordered_by=scene.ward.clerk)
    assert refused("UPDATE ballots_round SET official_attempt = 2, returned = 5, valid = 5")


def test_custody_is_only_added_to(scene, meeting):
    make.locked(scene, meeting, VOTES)
    keeper, day = scene.person("plain"), meetings.DAY
    commands.record_custody(meeting, "sealed", keeper=keeper, happened_on=day, **scene.act())
    assert refused("UPDATE ballots_custody SET packets = 2") and refused("DELETE FROM ballots_custody")
    assert Custody.objects.get().packets == 1


def test_another_row_cannot_be_put_in_the_place_of_a_locked_one(scene, meeting):
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's own")
    make.locked(scene, meeting, VOTES)
    names = ", ".join(field.column for field in Tally._meta.concrete_fields)
    assert refused(f"INSERT OR REPLACE INTO ballots_tally ({names}) SELECT {names} FROM ballots_tally")
    names = ", ".join(f'"{field.column}"' for field in Round._meta.concrete_fields)
    assert refused(f"INSERT OR REPLACE INTO ballots_round ({names}) SELECT {names} FROM ballots_round")


def test_the_tables_cannot_be_truncated(scene, meeting):
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE is PostgreSQL's own")
    make.locked(scene, meeting, VOTES)
    connection.check_constraints()
    assert refused("TRUNCATE ballots_tally") and refused("TRUNCATE ballots_round CASCADE")


def test_a_missing_guard_is_named_and_set_again():
    triggers.remove(connection)
    assert len(triggers.missing(connection)) == len(triggers.wanted(connection)) > 20
    triggers.install(connection)
    assert triggers.missing(connection) == []
