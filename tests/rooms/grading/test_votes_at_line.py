"""Candidates at a quota's line by their votes: told to the body that decides and to nobody else, ties flagged.

Fourteen good members of a cell of fifteen voters: 40 % of them are five places at the top.
"""

from collections.abc import Sequence
from datetime import date

import pytest
from django.urls import reverse

from kiemdiem.grading import commands, queries
from kiemdiem.org import commands as org_commands
from tests.rooms.ballots import make as ballots
from tests.rooms.grading import make
from tests.rooms.meetings import make as meetings
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db
GIVEN = ("Ánh", "Bảo", "Cúc", "Dũng", "Hà", "Khoa", "Lâm", "Mạnh", "Yến")
NAMES = [f"Tạ Văn {given}" for given in GIVEN]
ALL, PLACES = 15, 5


def voted(votes: Sequence[int]):
    """The cell judged after its second round: these votes for the nine by name, none for anybody else."""
    ward = org.ward()
    for name in NAMES:
        org_commands.register_person(
            name, cell=ward.cells[0], from_on=date(2012, 1, 1), admitted_on=date(2010, 1, 1),
            official_on=date(2011, 1, 1), birth_on=date(1980, 1, 1), by=ward.officer, at=ward.at,
        )  # fmt: skip
    scene = make.frozen(make.capped_rules(), ward=ward)
    meeting = meetings.reviewed(scene)
    first = ballots.locked(scene, meeting, {})
    ballots.announced(scene, first)
    told = dict.fromkeys((line.printed_name for line in ballots.queries.lines_of(first)), (0,))
    told |= {name: (count,) for name, count in zip(NAMES, votes, strict=False)}
    ballots.announced(scene, ballots.locked(scene, meeting, told, number=2))
    meetings.close(scene, meeting)
    commands.judge_cell(scene.season, scene.cell, why="Họp", judged_on=scene.now.date(), **scene.act())
    return make.on_pages(scene)


def share(scene):
    (found,) = queries.shares_of(scene.season, on=scene.now.date())
    return found


def at_line(scene):
    return [(one.subject.name.split()[-1], one.votes, one.state) for one in share(scene).at_line]


def board(scene, account):
    return make.signed_in(account).get(reverse("grading:quotas", args=[scene.season.key]))


def test_as_many_as_the_places_leave_nobody_at_the_line():
    scene = voted([ALL] * PLACES)
    found = share(scene)

    assert (found.candidates, found.places, found.state, found.at_line) == (PLACES, PLACES, "kept", ())
    (section,) = board(scene, scene.ward.clerk).context["sections"]
    assert section["open"] == []


def test_one_more_than_the_places_is_named_with_his_votes():
    scene = voted([12, *[ALL] * PLACES])

    assert (share(scene).state, at_line(scene)) == ("beyond", [("Ánh", 12, "over")])


def test_those_beyond_the_line_stand_by_their_votes_and_not_by_name():
    scene = voted([11, *[ALL] * PLACES, 0, 0, 12])

    assert at_line(scene) == [("Yến", 12, "over"), ("Ánh", 11, "over")]


def test_those_level_at_the_last_place_are_flagged_and_both_stay_candidates():
    scene = voted([12, *[ALL] * (PLACES - 1), 12, 11])
    (section,) = board(scene, scene.ward.clerk).context["sections"]
    (matter,) = section["open"]

    assert at_line(scene) == [("Ánh", 12, "tie"), ("Khoa", 12, "tie"), ("Lâm", 11, "over")]
    assert matter["words"] == "Bằng nhau ở ngưỡng"
    assert [[cell.text.split(";")[0] for cell in row] for row in matter["table"].rows] == [
        ["Tạ Văn Ánh", "12", "Bằng nhau ở chỗ cuối, chờ quyết định"],
        ["Tạ Văn Khoa", "12", "Bằng nhau ở chỗ cuối, chờ quyết định"],
        ["Tạ Văn Lâm", "11", "Ngoài số chỗ"],
    ]


def test_one_vote_apart_is_no_tie():
    scene = voted([11, *[ALL] * (PLACES - 1), 12])

    assert at_line(scene) == [("Ánh", 11, "over")]


def test_votes_that_would_tell_who_voted_how_are_hidden_from_the_deciding_body_too():
    # Two of fifteen left the line blank: fewer than three is too few to be told; the order itself stands.
    scene = voted([12, *[ALL] * PLACES, 13])
    (section,) = board(scene, scene.ward.clerk).context["sections"]

    assert at_line(scene) == [("Lâm", None, "over"), ("Ánh", 12, "over")]
    assert [row[1].text for row in section["open"][0]["table"].rows] == ["ẩn", "12"]


def test_who_decides_sees_names_and_votes_and_nobody_else_does():
    scene = voted([12, *[ALL] * PLACES])
    ward = scene.ward
    seen = {}
    for name, account in {
        "officer": ward.officer, "clerk": ward.clerk, "inspector": ward.inspector, "supervisor": ward.supervisor,
        "secretary": ward.secretaries[0], "administrator": ward.administrator,
    }.items():  # fmt: skip
        page = board(scene, account)
        seen[name] = (page.status_code, "Tạ Văn Ánh" in page.content.decode(), "Số phiếu</th>" in page.content.decode())

    deciding, away = (200, True, True), (403, False, False)
    assert seen == {
        "officer": deciding, "clerk": deciding, "inspector": (200, False, False), "supervisor": away,
        "secretary": away, "administrator": away,
    }  # fmt: skip


def test_the_page_of_the_cell_tells_the_order_to_the_deciding_body_alone():
    scene = voted([12, *[ALL] * PLACES])
    address = reverse("grading:unit_results", args=[scene.season.key, scene.cell.key])
    own = reverse("grading:result", args=[scene.season.key, share(scene).at_line[0].subject.key])
    grounds = [
        [quota.ground != "" for quota in make.signed_in(account).get(page).context["quotas"]]
        for account in (scene.ward.clerk, scene.ward.secretaries[0])
        for page in (address, own)
    ]

    assert grounds == [[True], [True], [False], [False]]
