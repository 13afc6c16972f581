"""Nothing in the database leads from a voter to a mark: no path, no time, no order, no running tally."""

import pytest
from django.apps import apps
from django.db import connection, models

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Count, ScoreSlip, Tally
from kiemdiem.core.counting import ScoredSlip, Sheet
from kiemdiem.journal.models import Entry
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
MARKS = (Tally, ScoreSlip)


def links_of(model):
    """The models a row of this one points to."""
    return {field.related_model for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)}


def test_marks_point_only_to_their_count_and_their_line():
    assert {model.__name__: sorted(m.__name__ for m in links_of(model)) for model in MARKS} == {
        "Tally": ["Count", "Line"],
        "ScoreSlip": ["Count"],
    }


def test_no_mark_and_no_count_carries_a_time():
    timed = [
        f"{model.__name__}.{field.name}"
        for model in (*MARKS, Count)
        for field in model._meta.get_fields()
        if isinstance(field, models.DateField | models.TimeField)
    ]
    assert timed == []


def test_no_table_of_the_room_says_who_cast_a_slip():
    fields = {
        field.name
        for model in apps.get_app_config("ballots").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.Field)
    }
    assert fields & {"voter", "cast", "cast_at", "voted", "voted_at", "took_slip", "received"} == set()


def test_a_score_slip_has_a_random_key_and_no_sequence():
    key = ScoreSlip._meta.pk
    assert (type(key), key.get_internal_type()) == (models.UUIDField, "UUIDField")
    assert ScoreSlip._meta.ordering == []


def stored_order():
    """The totals of the slips as they lie in the table."""
    place = "ctid" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT total FROM {ScoreSlip._meta.db_table} ORDER BY {place}")
        return [row[0] for row in cursor.fetchall()]


def test_score_slips_lie_shuffled():
    scene, meeting = meetings.before_the_ballot()
    round_ = make.counting(scene, make.prepared(scene, meeting, "cell_score", entry="sheet"))
    slips = [ScoredSlip((points * 100, 0, 0, 0, 0)) for points in range(1, 7)]
    figures = Sheet(6, 6, 0, {})

    orders = set()
    for _ in range(6):
        count = commands.key_count(round_, figures, attempt=1, by=scene.ward.clerk, at=scene.at(), slips=slips)
        assert count.state == "waiting"
        orders.add(tuple(stored_order()))
        ScoreSlip.objects.all().delete()
        Count.objects.all().delete()

    # Six piles of six keyed in one order: that none was moved has a chance of one in 720 to the sixth.
    assert orders != {tuple(slip.parts[0] for slip in slips)}


def test_the_journal_of_a_round_tells_no_vote_and_no_voter():
    scene, meeting = meetings.before_the_ballot()
    make.locked(scene, meeting, {"Trần Văn An": (4, 1, 1)})

    told = [entry.details for entry in Entry.objects.filter(act="ballots.key_count").order_by("seq")]

    assert told == [{"attempt": 1, "part": 1, "outcome": "waiting"}, {"attempt": 1, "part": 2, "outcome": "locked"}]


def test_there_is_no_result_before_the_lock():
    scene, meeting = meetings.before_the_ballot()
    hands = make.tellers(scene, meeting)
    round_ = make.counting(scene, make.prepared(scene, meeting))
    commands.key_count(round_, make.sheet(round_, {}), attempt=1, teller=hands[0], at=scene.at())

    now = make.fresh(round_)
    assert (queries.results_of(now), queries.official_slips(now), queries.differences_of(now)) == ([], [], ())


@pytest.mark.parametrize(
    ("votes", "shown"),
    [((10, 0, 0), True), ((7, 3, 0), True), ((8, 2, 0), False), ((9, 0, 0), False), ((6, 3, 1), False)],
)
def test_small_counts_are_not_shown_above_the_cell(votes, shown):
    result = queries.Result(
        None, None, dict(zip("abc", votes, strict=True)), 0, 0, 10, "", {}, None, 10, 10, 10, 10, sum(votes)
    )
    assert queries.may_show_counts(result) is shown


@pytest.mark.parametrize(("slips", "said"), [(2, "không thể gọi là bỏ phiếu kín"), (3, "có thể đoán ra"), (5, "")])
def test_a_round_too_small_to_be_secret_says_so(slips, said):
    scene = make.scene()
    round_ = make.prepared(scene, meetings.reviewed(scene))
    round_.issued = slips

    assert said in queries.secrecy_note(round_) and bool(said) == bool(queries.secrecy_note(round_))
