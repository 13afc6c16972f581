"""Score slips keyed one by one: each is kept at once, in shuffled order, and a process that dies loses nothing."""

import pytest
from django.db import models

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Count, Round, ScorePile, ScoreSlip
from kiemdiem.core.answer import Refused
from kiemdiem.core.counting import ScoredSlip
from kiemdiem.journal.models import Entry
from kiemdiem.web.moment import moment
from tests.rooms.ballots import make
from tests.rooms.ballots.test_pages import prepared
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
SLIP = ScoredSlip((3800, 1800, 1400, 1400, 950), None)


@pytest.fixture
def scene():
    return meetings.scene(as_of=meetings.DAY)


@pytest.fixture
def round_(scene, client):
    client.force_login(scene.ward.clerk)
    return prepared(client, meetings.reviewed(scene), ballot="cell_score", entry="sheet")


def begun(scene, round_, *, returned=6, by=None):
    return commands.begin_pile(round_, returned, by=by or scene.ward.clerk, at=scene.at())


def add(scene, pile, slip=SLIP, **more):
    pile.refresh_from_db()
    told = {"version": pile.version, "by": scene.ward.clerk, "at": scene.at(), **more}
    return commands.add_slip(pile, slip, **told)


def test_each_slip_is_kept_at_once_and_the_journal_does_not_tell_of_it(scene, round_):
    pile = begun(scene, round_)
    entries = Entry.objects.count()
    for number in range(3):
        pile = add(scene, pile, ScoredSlip((100 * number, 0, 0, 0, 0), None))
    kept = ScorePile.objects.get()
    assert (sorted(each["parts"][0] for each in kept.slips), kept.version) == ([0, 100, 200], 4)
    assert Entry.objects.count() == entries


def test_a_pile_carries_no_time_and_no_number_of_a_slip(scene, round_):
    add(scene, begun(scene, round_))
    timed = [f.name for f in ScorePile._meta.get_fields() if isinstance(f, models.DateField | models.TimeField)]
    assert (timed, set(ScorePile.objects.get().slips[0])) == ([], {"parts", "written_total", "spoiled"})


def test_the_order_of_the_pile_is_not_the_order_of_keying(scene, round_):
    pile = begun(scene, round_, returned=60)
    keyed = [number * 10 for number in range(60)]
    for points in keyed:
        pile = add(scene, pile, ScoredSlip((points, 0, 0, 0, 0), None))
    lying = [each["parts"][0] for each in ScorePile.objects.get().slips]
    assert (lying != keyed, sorted(lying)) == (True, keyed)


def test_a_slip_is_put_right_or_taken_out_by_its_place_in_the_pile_that_was_shown(scene, round_):
    pile = add(scene, begun(scene, round_))
    right = add(scene, pile, ScoredSlip((4000, 0, 0, 0, 0), None), place=0)
    assert [each["parts"][0] for each in right.slips] == [4000]
    with pytest.raises(Refused, match="vừa sửa"):
        commands.take_out_slip(right, 0, version=pile.version - 1, by=scene.ward.clerk, at=scene.at())
    told = {"version": right.version, "by": scene.ward.clerk, "at": scene.at()}
    assert commands.take_out_slip(right, 0, **told).slips == []
    with pytest.raises(Refused, match="Không còn phiếu này"):
        commands.take_out_slip(right, 5, **{**told, "version": right.version + 1})


def test_points_beyond_a_part_and_one_slip_too_many_are_refused(scene, round_):
    pile = begun(scene, round_, returned=1)
    with pytest.raises(Refused, match="tối đa 40"):
        add(scene, pile, ScoredSlip((4001, 0, 0, 0, 0), None))
    add(scene, pile, ScoredSlip((4000, 2000, 1500, 1500, 1000), None))
    with pytest.raises(Refused, match="Đã nhập đủ 1 phiếu"):
        add(scene, pile)


@pytest.mark.parametrize("returned", [0, 201])
def test_a_pile_of_no_slips_or_too_many_is_not_begun(scene, round_, returned):
    with pytest.raises(Refused, match="số phiếu thu về"):
        begun(scene, round_, returned=returned)


def test_nobody_keys_into_anothers_pile_or_both_piles(scene, round_):
    pile = begun(scene, round_)
    with pytest.raises(Refused, match="do người khác nhập"):
        add(scene, pile, by=scene.ward.officer)
    slips = [SLIP] * 6
    scene.now = moment(meetings.DAY)
    sheet = make.Sheet(6, 6, 0, {})
    commands.key_count(round_, sheet, attempt=1, slips=slips, by=scene.ward.clerk, at=scene.now)
    with pytest.raises(Refused, match="không được nhập cả hai"):
        begun(scene, round_)
    assert ScorePile.objects.count() == 0


def page(round_):
    return f"/vong/{round_.key}/phieu-diem/"


def keyed_by_hand(client, round_, *, last="9,5", spoiled=False):
    """Six slips keyed on the page, the last of them perhaps spoiled."""
    client.post(page(round_), {"act": "begin", "returned": 6})
    for number in range(6):
        pile = ScorePile.objects.get()
        slip = {f"d_{part}": most for part, most in enumerate((38, 18, 14, 14, last), start=1)}
        bad = {"d_bad": "1"} if spoiled and number == 5 else {}
        client.post(page(round_), {"act": "slip", "version": pile.version, **slip, **bad, "d_total": "99"})


def test_two_people_key_slip_after_slip_and_the_round_is_locked(client, scene, round_):
    keyed_by_hand(client, round_, spoiled=True)
    assert "Đã nhập 6/6 phiếu" in client.get(page(round_)).content.decode()
    assert client.post(page(round_), {"act": "finish"})["Location"] == f"/vong/{round_.key}/doi-chieu/"
    client.force_login(scene.ward.officer)
    assert "38" not in client.get(page(round_)).content.decode().replace("38,5", "")
    keyed_by_hand(client, round_, spoiled=True)
    client.post(page(round_), {"act": "finish"})
    done = make.fresh(round_)
    assert (done.state, done.valid, done.invalid, queries.mean_of(done).text()) == (Round.State.LOCKED, 5, 1, "93,50")
    assert (Count.objects.count(), ScoreSlip.objects.count(), ScorePile.objects.count()) == (2, 12, 0)


def test_a_part_above_its_maximum_is_named_and_what_was_typed_is_shown_again(client, scene, round_):
    client.post(page(round_), {"act": "begin", "returned": 6})
    answer = client.post(page(round_), {"act": "slip", "version": 1, "d_1": "41", "d_2": "7"})
    shown = answer.content.decode()
    assert (answer.status_code, "tối đa 40" in shown, 'value="41"' in shown) == (422, True, True)
    assert ScorePile.objects.get().slips == []


@pytest.mark.parametrize("value", ["sáu", "-1", "1,234", "9999"])
def test_an_unreadable_point_is_asked_again(client, round_, value):
    client.post(page(round_), {"act": "begin", "returned": 6})
    answer = client.post(page(round_), {"act": "slip", "version": 1, "d_1": value})
    assert (answer.status_code, "không đọc được" in answer.content.decode()) == (422, True)


def test_fewer_slips_than_came_back_are_not_a_count(client, round_):
    client.post(page(round_), {"act": "begin", "returned": 6})
    answer = client.post(page(round_), {"act": "finish"})
    assert (answer.status_code, Count.objects.count(), ScorePile.objects.count()) == (422, 0, 1)


def test_a_kept_slip_is_opened_by_its_place_and_put_right(client, round_):
    rest = {f"d_{part}": 5 for part in range(2, 6)}
    client.post(page(round_), {"act": "begin", "returned": 6})
    client.post(page(round_), {"act": "slip", "version": 1, "d_1": "38,25", **rest})
    shown = client.get(page(round_), {"place": 0, "version": 2}).content.decode()
    assert ("Sửa phiếu đã nhập" in shown, 'value="38,25"' in shown) == (True, True)
    client.post(page(round_), {"act": "slip", "version": 2, "place": 0, "d_1": "40", **rest})
    assert [each["parts"][0] for each in ScorePile.objects.get().slips] == [4000]
    client.post(page(round_), {"act": "drop", "version": 3, "place": 0})
    assert ScorePile.objects.get().slips == []
