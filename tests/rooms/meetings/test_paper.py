"""A meeting keyed from paper: the paper is named, its scan is kept and read again, a live one needs none."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from kiemdiem.core.answer import Refused
from kiemdiem.files.models import StoredFile
from kiemdiem.meetings import commands
from kiemdiem.meetings.models import Meeting, OrderMark
from kiemdiem.reviews.commands import FromPaper, Scan
from tests.rooms.meetings import make

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n"
PAST, TO_COME = make.DAY - timedelta(days=1), make.DAY + timedelta(days=1)
AWAY = ("exempt", "suspended")
NAME = "Biên bản họp chi bộ, ký ngày 03/12/2017"


@pytest.fixture
def scene():
    return make.scene(as_of=make.DAY)


def scanned(name=NAME):
    return FromPaper(name, scan=Scan("Biên bản.pdf", PDF))


def opened(scene, meeting, *, on=make.DAY, paper=None, chair="standing"):
    return commands.open_meeting(
        make.fresh(meeting), held_on=on, chair=scene.person(chair), secretary=scene.person("plain"), paper=paper,
        version=make.fresh(meeting).version, **scene.act(),
    )  # fmt: skip


def test_a_past_day_is_planned_only_from_a_named_paper(scene):
    for paper in (None, FromPaper("  ")):
        with pytest.raises(Refused, match="03/12/2017 đã qua"):
            commands.plan_meeting(scene.season, scene.cell, on=PAST, paper=paper, **scene.act())
    assert Meeting.objects.count() == 0

    kept = commands.plan_meeting(scene.season, scene.cell, on=PAST, paper=FromPaper(NAME), **scene.act())

    assert (kept.from_paper, kept.paper, kept.scan) == (True, NAME, None)


def test_a_day_to_come_has_no_paper_yet(scene):
    with pytest.raises(Refused, match="05/12/2017 chưa đến"):
        commands.plan_meeting(scene.season, scene.cell, on=TO_COME, paper=FromPaper(NAME), **scene.act())

    assert not commands.plan_meeting(scene.season, scene.cell, on=TO_COME, **scene.act()).from_paper


def test_todays_meeting_is_keyed_live_or_from_its_paper(scene):
    live = opened(scene, make.with_roll(scene, make.planned(scene), absent=AWAY))
    school = make.planned(scene, scene.ward.cells[1])
    school = commands.open_meeting(
        make.with_roll(scene, school), held_on=make.DAY, chair=scene.person("headmaster"),
        secretary=scene.person("teacher"), paper=scanned(), version=make.fresh(school).version, **scene.act(),
    )  # fmt: skip

    assert [(each.entered, each.paper) for each in (live, school)] == [("typed", ""), ("paper", NAME)]


def test_a_scan_without_its_paper_is_refused_and_nothing_is_kept(scene):
    meeting = make.with_roll(scene, make.planned(scene), absent=AWAY)
    with pytest.raises(Refused, match="chưa ghi bản giấy nào"):
        opened(scene, meeting, paper=scanned(""))
    assert (make.fresh(meeting).state, StoredFile.objects.count()) == (Meeting.State.PLANNED, 0)


def test_the_scan_named_with_the_day_stays_with_the_opening(scene):
    meeting = commands.plan_meeting(scene.season, scene.cell, on=PAST, paper=scanned(), **scene.act())
    make.with_roll(scene, meeting, absent=AWAY, on=PAST)

    entered = opened(scene, meeting, on=PAST, paper=FromPaper(NAME))

    assert (make.fresh(entered).paper, make.fresh(entered).scan) == (NAME, StoredFile.objects.get())


def test_a_meeting_moved_to_today_and_held_is_no_longer_from_paper(scene):
    meeting = commands.plan_meeting(scene.season, scene.cell, on=PAST, paper=scanned(), **scene.act())
    commands.move_meeting(meeting, make.DAY, reason="Chưa họp", version=meeting.version, **scene.act())
    held = opened(scene, make.with_roll(scene, meeting, absent=AWAY))

    assert (held.from_paper, held.paper, held.scan) == (False, "", None)


def test_a_live_meeting_that_went_on_yesterday_names_its_paper(scene):
    scene.now -= timedelta(days=1)
    meeting = opened(scene, make.with_roll(scene, make.planned(scene, on=PAST), absent=AWAY, on=PAST), on=PAST)
    commands.break_off_meeting(meeting, reason="Mất điện", version=make.fresh(meeting).version, **scene.act())
    scene.now += timedelta(days=1)
    late = {"resumed_on": PAST, "version": make.fresh(meeting).version}

    with pytest.raises(Refused, match="đã qua"):
        commands.resume_meeting(meeting, **late, **scene.act())
    going = commands.resume_meeting(meeting, paper=FromPaper(NAME), **late, **scene.act())

    assert (make.fresh(going).state, make.fresh(going).paper) == (Meeting.State.OPEN, NAME)


def test_the_database_keeps_no_paper_without_a_name(scene):
    meeting = make.planned(scene)
    with pytest.raises(IntegrityError, match="meetings_paper_named"):
        Meeting.objects.filter(pk=meeting.pk).update(entered="paper")


def by_hand(client, scene):
    """The cell's meeting opened on its page from minutes of yesterday, with their scan."""
    meeting = commands.plan_meeting(scene.season, scene.cell, on=PAST, paper=FromPaper(NAME), **scene.act())
    make.with_roll(scene, meeting, absent=AWAY, on=PAST)
    client.force_login(scene.ward.clerk)
    here = f"/cuoc-hop/{meeting.key}/"
    assert NAME in client.get(f"{here}khai-mac/").content.decode()
    who = {"chair": scene.person("standing").key, "secretary": scene.person("plain").key}
    scan = SimpleUploadedFile("Biên bản.pdf", PDF)
    sent = {"version": make.fresh(meeting).version, "held_on": f"{PAST:%d/%m/%Y}", "paper": NAME, "scan": scan}
    return here, client.post(f"{here}khai-mac/", {**sent, **who})


def test_the_page_of_planning_asks_for_the_paper_of_a_past_day(client, scene):
    client.force_login(scene.ward.clerk)
    here, sent = f"/dot/{scene.season.key}/lich-hop/an-dinh/", {"unit": "cb1", "on": f"{PAST:%d/%m/%Y}"}

    answers = [client.post(here, sent).status_code, client.post(here, {**sent, "paper": NAME}).status_code]

    assert (answers, Meeting.objects.get().paper) == ([422, 302], NAME)


def test_the_paper_is_named_on_the_page_and_its_scan_read_there(client, scene):
    here, answer = by_hand(client, scene)
    page = client.get(here).content.decode()
    scan = client.get(f"{here}ban-chup/")

    assert (answer.status_code, NAME in page, f"{here}ban-chup/" in page) == (302, True, True)
    assert (scan.content, scan["Content-Type"]) == (PDF, "application/pdf")


def test_the_scan_is_read_by_whoever_sees_the_votes_and_by_nobody_else(client, scene):
    here, _ = by_hand(client, scene)
    secretary, other = scene.ward.secretaries
    found = []
    for account in (secretary, other, scene.ward.supervisor):
        client.force_login(account)
        found.append((client.get(f"{here}ban-chup/").status_code, "ban-chup" in client.get(here).content.decode()))
    client.logout()
    assert found == [(200, True), (403, False), (403, False)]
    assert client.get(f"{here}ban-chup/").status_code == 302


def test_a_live_meeting_has_no_scan(client, scene):
    client.force_login(scene.ward.clerk)
    assert client.get(f"/cuoc-hop/{make.opened(scene).key}/ban-chup/").status_code == 404


def test_the_head_away_is_the_ground_of_another_chair(scene):
    meeting = make.with_roll(scene, make.planned(scene), absent=(*AWAY, "standing"))

    assert opened(scene, meeting, chair="secretary").chair_ground == (
        "Người đứng đầu, đồng chí Phạm Minh Châu, vắng mặt; đồng chí Trần Văn An chủ trì thay"
    )


def test_what_was_out_of_order_on_paper_is_no_ground_of_the_chair(scene):
    meeting = make.opened(
        scene, scene.ward.executive_committee, absent=(), chair="secretary", secretary="deputy", paper=make.PAPER
    )

    assert (OrderMark.objects.filter(meeting=meeting).count(), meeting.chair_ground) == (1, "")


def test_only_the_body_that_may_accept_is_offered_the_answer(client, scene):
    unit = scene.ward.executive_committee
    meeting = make.opened(scene, unit, absent=(), chair="secretary", secretary="deputy", paper=make.PAPER)
    mark = OrderMark.objects.get(meeting=meeting)
    way = f"/cuoc-hop/{meeting.key}/sai-trinh-tu/{mark.pk}/"
    offered = []
    for account in (scene.ward.officer, scene.ward.inspector):
        client.force_login(account)
        offered.append((way in client.get(f"/cuoc-hop/{meeting.key}/").content.decode(), client.get(way).status_code))
    assert offered == [(True, 200), (False, 403)]


def test_the_day_of_a_paper_is_any_day_up_to_today():
    scene = make.scene()
    days = [make.planned(scene, unit, on=on).planned_on for unit, on in zip(
        scene.ward.cells, (date(2017, 11, 30), make.DAY), strict=True
    )]  # fmt: skip
    assert days == [date(2017, 11, 30), make.DAY]
