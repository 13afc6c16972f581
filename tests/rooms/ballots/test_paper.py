"""Paper as it is: slips handed out again, a void round with its figures, the signed sheet's scan, sealed packets."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Count, Custody, Round
from kiemdiem.core.answer import Refused
from tests.rooms.ballots import make
from tests.rooms.ballots.test_pages import prepared, sheet
from tests.rooms.meetings import make as meetings
from tests.rooms.meetings.book import book, text_of

pytestmark = pytest.mark.django_db
HANDED_AGAIN = text_of("process").replace("kind: slips_used", "kind: slips_used, params: {slips: reused}")
REUSED = text_of("ballots").replace("number: 2\n", "number: 2\n        slips: reused\n")
PDF = b"%PDF-1.4\n"


@pytest.fixture
def scene():
    return meetings.scene(as_of=meetings.DAY)


@pytest.fixture
def literal():
    """A season under the reading that hands the used slips out again."""
    return meetings.scene(rules=book(ballots=REUSED, process=HANDED_AGAIN), as_of=meetings.DAY)


@pytest.fixture
def clerk(client):
    def signed_in(scene):
        client.force_login(scene.ward.clerk)
        return client

    return signed_in


def second(scene, meeting):
    """Where the second round is prepared, the first being announced."""
    make.announced(scene, make.locked(scene, meeting, {}))
    return f"/cuoc-hop/{meeting.key}/bo-phieu/{make.MEMBERS}/lan-2/"


def test_by_the_literal_reading_the_chair_is_told_before_slips_go_out_again(clerk, literal):
    meeting = meetings.reviewed(literal)
    here, client = second(literal, meeting), clerk(literal)
    present = [str(pk) for pk in make.voters(meeting)]
    assert "không thể đếm lại lần trước" in client.get(here).content.decode()
    sent = {"present": present, "entry": "tellers", "way": "used"}
    assert client.post(here, sent).status_code == 422
    assert client.post(here, {**sent, "told": "on"}).status_code == 302
    again = Round.objects.get(number=2)
    assert again.fresh_slips is False
    assert "Vòng này phát lại phiếu của" in client.get(f"/vong/{again.key}/").content.decode()


def test_with_fresh_slips_nothing_is_said_of_recounting(clerk, scene):
    meeting = meetings.reviewed(scene)
    here, client = second(scene, meeting), clerk(scene)
    assert "Theo cách hiểu đã chọn" not in client.get(here).content.decode()
    client.post(here, {"present": [str(pk) for pk in make.voters(meeting)], "entry": "tellers"})
    assert Round.objects.get(number=2).fresh_slips is True


def test_once_its_slips_went_out_again_the_first_round_is_not_counted_again(literal):
    meeting = meetings.reviewed(literal)
    second(literal, meeting)
    first = Round.objects.get(number=1)
    again = make.prepared(literal, meeting, number=2, slips=queries.Slips(fresh=False))
    signed = {"reason": "Nghi cộng nhầm", "document": "02-BB", "signed_on": meetings.DAY}
    assert queries.reused_by(first) is None
    commands.issue_slips(again, issued=6, version=again.version, **literal.act())
    with pytest.raises(Refused, match="đã phát lại cho"):
        commands.order_correction(first, version=make.fresh(first).version, **signed, **literal.act())


def test_no_more_slips_go_out_again_than_came_back(literal):
    meeting = meetings.reviewed(literal)
    hands = make.tellers(literal, meeting)
    first = make.counting(literal, make.prepared(literal, meeting))
    one = make.sheet(first, {}, valid=5)
    make.keyed(literal, first, (one, one), hands)
    make.announced(literal, make.fresh(first))
    again = make.prepared(literal, meeting, number=2, slips=queries.Slips(fresh=False))
    with pytest.raises(Refused, match="chỉ thu về 5 phiếu"):
        commands.issue_slips(again, issued=6, version=again.version, **literal.act())
    assert commands.issue_slips(again, issued=5, version=again.version, **literal.act()).issued == 5


def test_before_slips_go_out_the_page_says_what_is_needed_and_what_is_out_of_reach(clerk, scene):
    meeting = meetings.reviewed(scene)
    here, client = second(scene, meeting), clerk(scene)
    away = make.voters(meeting, without=("deputy", "plain", "disciplined"), scene=scene)
    client.post(here, {"present": [str(pk) for pk in away], "entry": "sheet"})
    shown = client.get(f"/vong/{Round.objects.get(number=2).key}/viec/phat-phieu/").content.decode()
    assert "<strong>5</strong> / 6 phiếu" in shown
    assert "Số có mặt không còn đủ để đạt mức này." in shown


def test_a_void_round_shows_its_figures_its_counts_and_the_reason(clerk, scene):
    meeting, client = meetings.reviewed(scene), clerk(scene)
    round_ = prepared(client, meeting, entry="sheet")
    client.post(f"/vong/{round_.key}/kiem/", sheet(round_))
    version = make.fresh(round_).version
    client.post(f"/vong/{round_.key}/viec/huy/", {"version": version, "returned": 7, "reason": "Hòm có 7 phiếu"})
    shown = client.get(f"/vong/{round_.key}/").content.decode()
    listed = client.get(f"/cuoc-hop/{meeting.key}/bo-phieu/").content.decode()
    assert "Hòm có 7 phiếu" in shown and "Lần kiểm 1, bản 1" in shown
    assert "Hòm có 7 phiếu (phát ra 6 phiếu, thu về 7 phiếu)" in listed


def test_the_scan_of_a_signed_sheet_is_kept_with_its_count_and_read_once_the_round_is_over(clerk, scene):
    client = clerk(scene)
    round_ = prepared(client, meetings.reviewed(scene), entry="sheet")
    file = SimpleUploadedFile("phiếu kiểm.pdf", PDF)
    client.post(f"/vong/{round_.key}/kiem/", {**sheet(round_), "scan": file})
    url = f"/vong/{round_.key}/ban-chup/{Count.objects.get().pk}/"
    early = client.get(url).status_code
    client.force_login(scene.ward.officer)
    client.post(f"/vong/{round_.key}/kiem/", sheet(round_))
    assert url in client.get(f"/vong/{round_.key}/").content.decode()
    found = client.get(url)
    client.force_login(scene.ward.secretaries[1])
    assert (early, found.content, client.get(url).status_code) == (404, PDF, 403)


def test_a_scan_that_is_no_picture_stops_the_sheet(clerk, scene):
    client = clerk(scene)
    round_ = prepared(client, meetings.reviewed(scene), entry="sheet")
    for name, content in (("a.pdf", b"MZ"), ("a.exe", PDF)):
        answer = client.post(f"/vong/{round_.key}/kiem/", {**sheet(round_), "scan": SimpleUploadedFile(name, content)})
        assert (answer.status_code, Count.objects.count()) == (422, 0)


def sealed(scene, meeting):
    make.locked(scene, meeting, {})
    told = {"keeper": scene.person("plain"), "happened_on": meetings.DAY}
    commands.record_custody(meeting, "sealed", packets=2, **told, **scene.act())
    return told


@pytest.mark.parametrize(("until", "said"), [(None, "chưa ghi ngày hết thời hạn"), (meetings.DAY, "còn thời hạn")])
def test_slips_are_not_destroyed_while_somebody_may_complain(scene, until, said):
    meeting = meetings.reviewed(scene)
    told = sealed(scene, meeting) | {"document": "09-QĐ", "reason": "Hết thời hạn", "complaints_until": until}
    with pytest.raises(Refused, match=said):
        commands.record_custody(meeting, "destroyed", **told, **scene.act())
    assert Custody.objects.count() == 1


def test_slips_are_destroyed_on_record_the_day_after_the_term(scene):
    meeting = meetings.reviewed(scene)
    told = sealed(scene, meeting) | {"document": "09-QĐ", "reason": "Hết thời hạn"}
    commands.record_custody(
        meeting, "destroyed", complaints_until=meetings.DAY - timedelta(days=1), **told, **scene.act()
    )
    with pytest.raises(Refused, match="Tiêu hủy"):
        commands.record_custody(meeting, "opened", **told, **scene.act())
    assert [each.act for each in queries.custody_of(meeting)] == ["sealed", "destroyed"]


def test_the_life_of_the_packet_is_told_on_the_page(clerk, scene):
    meeting, client = meetings.reviewed(scene), clerk(scene)
    make.locked(scene, meeting, {})
    here = f"/cuoc-hop/{meeting.key}/niem-phong/"
    told = {"step": "sealed", "happened_on": "04/12/2017", "keeper": scene.person("plain").key, "packets": 2}
    assert client.post(here, told).status_code == 302
    unsaid = client.post(here, {**told, "step": "opened"})
    ordered = {**told, "step": "opened", "document": "08-QĐ", "reason": "Giải quyết khiếu nại"}
    client.post(here, ordered)
    shown = client.get(f"/cuoc-hop/{meeting.key}/bo-phieu/").content.decode()
    assert (unsaid.status_code, Custody.objects.count()) == (422, 2)
    assert "Niêm phong, 2 gói, người giữ Đỗ Thị Én" in shown and "08-QĐ: Giải quyết khiếu nại" in shown


def test_a_packet_is_not_sealed_in_advance(scene):
    meeting = meetings.reviewed(scene)
    make.locked(scene, meeting, {})
    with pytest.raises(Refused, match="chưa đến"):
        commands.record_custody(
            meeting, "sealed", keeper=scene.person("plain"), happened_on=date(2017, 12, 5), **scene.act()
        )
