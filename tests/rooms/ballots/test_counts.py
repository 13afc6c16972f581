"""Counting twice: balances, differences, recounts, voids, corrections; never one person on both sides."""

import pytest
from django.db import IntegrityError, transaction

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Count, Round, Tally
from kiemdiem.core.answer import Refused
from kiemdiem.core.counting import Marks, Sheet
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun():
    return meetings.before_the_ballot()


@pytest.fixture
def scene(begun):
    return begun[0]


@pytest.fixture
def meeting(begun):
    return begun[1]


@pytest.fixture
def hands(scene, meeting):
    return make.tellers(scene, meeting)


@pytest.fixture
def round_(scene, meeting, hands):
    return make.counting(scene, make.prepared(scene, meeting))


def key(scene, round_, sheet, hand):
    now = make.fresh(round_)
    return commands.key_count(now, sheet, attempt=now.counted_attempt, teller=hand, at=scene.at())


def test_a_line_that_is_not_the_valid_slips_is_named_and_nothing_is_kept(scene, round_, hands):
    wrong = make.sheet(round_, {})
    wrong.lines[2] = Marks((4, 1, 0))

    with pytest.raises(commands.SheetFaulty) as refused:
        key(scene, round_, wrong, hands[0])

    assert [(fault.position, fault.text) for fault in refused.value.faults] == [
        (2, "Cộng dòng được 5, phải bằng 6 phiếu hợp lệ (còn thiếu 1).")
    ]
    assert Count.objects.count() == 0


def test_two_sheets_that_differ_show_where_and_lock_nothing(scene, round_, hands):
    one = make.sheet(round_, {"Trần Văn An": (4, 2, 0)})
    two = make.sheet(round_, {"Trần Văn An": (5, 1, 0)})

    outcome = make.keyed(scene, round_, (one, two), hands)

    assert outcome.state == "differs"
    assert [(d.position, d.first, d.second) for d in outcome.differences] == [(1, 4, 5), (1, 2, 1)]
    assert make.fresh(round_).state == Round.State.COUNTING
    assert queries.results_of(make.fresh(round_)) == []


def test_nobody_sees_the_first_count_before_the_second_is_keyed(scene, round_, hands):
    outcome = key(scene, round_, make.sheet(round_, {}), hands[0])

    assert (outcome.state, outcome.differences) == ("waiting", ())
    assert queries.differences_of(make.fresh(round_)) == ()


def test_one_teller_never_keys_both_counts(scene, round_, hands):
    sheet = make.sheet(round_, {})
    key(scene, round_, sheet, hands[0])

    with pytest.raises(Refused, match="một người không được nhập cả hai"):
        key(scene, round_, sheet, hands[0])


def test_a_recount_takes_the_differing_lines_only_and_keeps_both_pairs(scene, round_, hands):
    one = make.sheet(round_, {"Trần Văn An": (4, 2, 0)})
    two = make.sheet(round_, {"Trần Văn An": (5, 1, 0)})
    make.keyed(scene, round_, (one, two), hands)

    recount = commands.order_recount(
        round_, reason="Đếm nhầm một phiếu", version=make.fresh(round_).version, **scene.act()
    )
    only = Sheet(6, 6, 0, {1: Marks((4, 2, 0))})
    outcome = make.keyed(scene, round_, (only, only), hands)

    done = make.fresh(round_)
    assert recount.lines == [1]
    assert (outcome.state, done.state, done.official_attempt) == ("locked", Round.State.LOCKED, 2)
    assert queries.results_of(done)[0].votes == {"TOT": 4, "HT": 2, "KHT": 0}
    assert Count.objects.filter(round=round_).count() == 4


def test_a_recount_needs_a_reason(scene, round_, hands):
    one, two = make.sheet(round_, {"Trần Văn An": (4, 2, 0)}), make.sheet(round_, {})
    make.keyed(scene, round_, (one, two), hands)

    with pytest.raises(Refused, match="Chưa ghi lý do"):
        commands.order_recount(round_, reason="  ", version=make.fresh(round_).version, **scene.act())


def test_more_slips_back_than_out_are_never_locked(scene, meeting, hands):
    round_ = make.counting(scene, make.prepared(scene, meeting), issued=5)
    more = make.sheet(round_, {}, valid=6)

    outcome = make.keyed(scene, round_, (more, more), hands)

    assert outcome.state == "unbalanced"
    assert "nhiều hơn 5 phiếu đã phát ra" in outcome.answer.why
    assert make.fresh(round_).state == Round.State.COUNTING


def test_a_signed_sheet_is_keyed_by_two_different_accounts(scene, meeting):
    round_ = make.counting(scene, make.prepared(scene, meeting, entry="sheet"))
    sheet = make.sheet(round_, {})
    commands.key_count(round_, sheet, attempt=1, by=scene.ward.clerk, at=scene.at())

    with pytest.raises(Refused, match="một người không được nhập cả hai"):
        commands.key_count(round_, sheet, attempt=1, by=scene.ward.clerk, at=scene.at())
    outcome = commands.key_count(round_, sheet, attempt=1, by=scene.ward.officer, at=scene.at())

    assert outcome.state == "locked"


def test_an_account_without_a_grant_keys_nothing(scene, meeting):
    round_ = make.counting(scene, make.prepared(scene, meeting, entry="sheet"))

    with pytest.raises(Refused, match="chưa được làm việc này"):
        commands.key_count(round_, make.sheet(round_, {}), attempt=1, by=scene.ward.secretaries[1], at=scene.at())


def test_a_corrected_count_is_a_new_signed_version_that_lists_what_stood_on_it(scene, meeting, hands):
    first = make.announced(scene, make.locked(scene, meeting, {}))
    second = make.prepared(scene, meeting, number=2)

    recount = commands.order_correction(
        first, reason="Bỏ sót một phiếu", document="Biên bản 02", signed_on=meetings.DAY, depends=["Kết luận chi bộ"],
        version=make.fresh(first).version, **scene.act(),
    )  # fmt: skip
    again = make.sheet(first, {"Trần Văn An": (3, 3, 0)})
    for who in (scene.ward.clerk, scene.ward.officer):
        outcome = commands.key_count(make.fresh(first), again, attempt=2, by=who, at=scene.at())

    done = make.fresh(first)
    assert recount.depends == [f"{second.title} (đã chuẩn bị)", "Kết luận chi bộ"]
    assert recount.before["lines"]["Trần Văn An"] == [6, 0, 0, 0, 0]
    assert (outcome.state, done.official_attempt, done.counted_attempt) == ("locked", 2, 2)
    assert queries.results_of(done)[0].winner is None


@pytest.mark.parametrize("changed", [{"votes_1": 5}, {"blank": 1}, {"line_invalid": 1}, {"valid_slips": 7}])
def test_the_database_itself_refuses_a_line_that_does_not_balance(scene, round_, hands, changed):
    key(scene, round_, make.sheet(round_, {}), hands[0])
    tally = Tally.objects.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        Tally.objects.filter(pk=tally.pk).update(**changed)


def test_the_database_itself_refuses_to_lock_figures_that_do_not_balance(round_):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=round_.pk).update(
            state="locked", returned=7, valid=7, invalid=0, official_attempt=1, locked_at=round_.issued_at
        )
