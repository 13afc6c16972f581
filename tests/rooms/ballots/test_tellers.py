"""Tellers without accounts, their secret numbers, and the sealed slips."""

from datetime import date

import pytest

from kiemdiem.ballots import commands
from kiemdiem.ballots.models import Teller
from kiemdiem.core.answer import Refused
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


def test_only_somebody_present_is_elected(scene, meeting):
    with pytest.raises(Refused, match="không có mặt"):
        commands.elect_teller(meeting, scene.person("exempt"), **scene.act())


def test_the_secret_number_is_kept_only_as_a_hash_and_opens_the_count(scene, meeting):
    teller, pin = commands.elect_teller(meeting, scene.person("plain"), **scene.act())

    assert (len(pin), pin in teller.pin_hash) == (6, False)
    assert commands.enter_pin(teller, pin, at=scene.at())
    assert not commands.enter_pin(teller, "000000" if pin != "000000" else "000001", at=scene.at())


def test_five_wrong_numbers_block_the_right_one_until_it_is_renewed(scene, meeting):
    teller, pin = commands.elect_teller(meeting, scene.person("plain"), **scene.act())
    wrong = f"{(int(pin) + 1) % 10**6:06d}"
    for _ in range(5):
        assert not commands.enter_pin(teller, wrong, at=scene.at())

    with pytest.raises(Refused, match="bị khóa"):
        commands.enter_pin(teller, pin, at=scene.at())
    fresh = commands.renew_pin(Teller.objects.get(), version=1, **scene.act())

    assert commands.enter_pin(teller, fresh, at=scene.at())


def test_a_teller_of_one_meeting_counts_at_no_other(scene, meeting):
    one, _ = make.tellers(scene, meeting)
    other = meetings.reviewed(
        scene, scene.ward.cells[1], absent=(), chair="headmaster", secretary="teacher", paper=meetings.PAPER
    )
    round_ = make.prepared(scene, other)

    with pytest.raises(Refused, match="không được bầu"):
        commands.key_count(round_, make.sheet(round_, {}), attempt=1, teller=one, at=scene.at())


def test_sealed_slips_are_opened_only_on_an_order_and_destroyed_last(scene, meeting):
    make.announced(scene, make.locked(scene, meeting, {}))
    keeper = scene.person("deputy")

    def step(name, day, **more):
        return commands.record_custody(meeting, name, keeper=keeper, happened_on=day, **more, **scene.act())

    with pytest.raises(Refused, match="chưa được niêm phong"):
        step("opened", date(2017, 12, 4), document="CV 1", reason="Khiếu nại")
    step("sealed", date(2017, 12, 4))
    with pytest.raises(Refused, match="phải có văn bản"):
        step("opened", date(2017, 12, 4))
    step("opened", date(2017, 12, 4), document="CV 1", reason="Khiếu nại")
    with pytest.raises(Refused, match="Mở niêm phong"):
        step("destroyed", date(2017, 12, 4), document="QĐ 2", reason="Hết hạn")
