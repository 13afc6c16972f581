"""Every kind of change of the register against everything that may be locked: listed, never silently altered."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.db import transaction

from kiemdiem.ballots.models import Line, Round, RoundVoter, Tally
from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.files import commands as files
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.meetings.models import Attendance, MinutesEntry, ReviewLine
from kiemdiem.org import commands as org
from kiemdiem.papers import commands as papers
from kiemdiem.papers.models import Paper, ReceivedPaper
from tests.rooms.ballots import make as ballots
from tests.rooms.cycles import make as cycles
from tests.rooms.grading import make as grading
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
DAY = date(2017, 12, 4)
# What stands in a signed paper, a roll, a count, a verdict or a decision; no change may touch a row of these.
SIGNED = (Attendance, ReviewLine, MinutesEntry, Round, Line, RoundVoter, Tally, Verdict, Decision, Paper, ReceivedPaper)


def roll():
    """A meeting under way: the roll taken, nobody reviewed yet."""
    scene = meetings.scene(rules=grading.rules())
    meetings.opened(scene)
    return scene


def slips():
    """A round whose slips went out."""
    scene = meetings.scene(rules=grading.rules())
    round_ = ballots.prepared(scene, meetings.reviewed(scene))
    ballots.tellers(scene, round_.meeting)
    ballots.commands.issue_slips(round_, issued=round_.present, version=ballots.fresh(round_).version, **scene.act())
    return scene


def decision():
    """The cell judged and one member decided upon."""
    scene = grading.judged()
    grading.decided(scene, "plain", "HT")
    return scene


def dossier():
    """A self-review handed in before any meeting."""
    made = cycles.opened()
    scene = meetings.Scene(made.ward, made.season)
    for name in ("plain", "deputy"):
        papers.receive_paper(
            scene.season, "self_review", unit=scene.cell, person=scene.person(name),
            handed=papers.Handed("Phạm Minh Châu", DAY), **scene.act(),
        )  # fmt: skip
    return scene


STAGES = {
    "roll": (roll, {"roll"}),
    "slip": (slips, {"roll", "line", "slip", "denominator"}),
    "count": (grading.counted, {"roll", "line", "slip", "denominator"}),
    "verdict": (grading.judged, {"roll", "line", "slip", "denominator"}),
    "decision": (decision, {"roll", "line", "slip", "denominator", "decision"}),
    "dossier": (dossier, {"dossier"}),
}


def of(kind, who="plain", **more):
    """A maker of one kind of change of a person."""
    return lambda scene: queries.Change(kind, DAY, person=scene.person(who), unit=scene.cell, **more)


def moved(scene):
    """The member goes to the other cell of the committee."""
    return queries.Change("moved_out", DAY, person=scene.person("plain"), unit=scene.cell, to_unit=scene.ward.cells[1])


def merged(scene):
    """The whole cell is taken up by the other one."""
    return queries.Change("cell_merged", DAY, unit=scene.cell, to_unit=scene.ward.cells[1])


def divided(scene):
    """The member is one of those who form a new cell."""
    new = org.split_unit(
        scene.cell, name="Chi bộ Tổ dân phố 1B", people=[scene.person("plain")], on=DAY, reason="Nghị quyết số 5",
        key="cb1b", by=scene.ward.officer, at=scene.at(),
    )  # fmt: skip
    return queries.Change("cell_split", DAY, unit=scene.cell, to_unit=new)


CHANGES = {
    "official": of("official"),
    "moved_out": of("moved_out"),
    "moved within": moved,
    "lost_post": of("lost_post"),
    "gained_post": of("gained_post"),
    "suspended": of("suspended"),
    "expelled": of("expelled"),
    "died": of("died"),
    "exempted": of("exempted"),
    "cell_merged": merged,
    "cell_split": divided,
}
WAYS = {
    "official": ["keep"],
    "moved_out": ["end", "keep"],
    "moved within": ["follow", "stay"],
    "lost_post": ["keep", "end"],
    "gained_post": ["keep", "add"],
    "suspended": ["keep"],
    "expelled": ["end"],
    "died": ["end"],
    "exempted": ["end", "keep"],
    "cell_merged": ["follow", "stay"],
    "cell_split": ["follow", "stay"],
}
NO_POST = "Chưa thêm được: theo danh sách đảng viên của ngày này, đồng chí không thuộc diện đó."
# From here on a move cannot be followed: a review was held, a slip issued, a result decided.
HELD = {"slip", "count", "verdict", "decision"}


def signed():
    """Every row of what may not be altered."""
    return [list(model.objects.order_by("pk").values()) for model in SIGNED]


def record(scene, change, way):
    return commands.record_change(
        scene.season,
        change=change,
        way_out=commands.WayOut(way, "Theo thông báo"),
        by=scene.ward.officer,
        at=scene.at(),
    )


@contextmanager
def tried():
    """Whatever is done inside is taken back, so that each change meets the season as it stood."""
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


def listed(scene, kind):
    """What the change touches that is locked; each with a way out in words."""
    with tried():
        found = queries.effects_of(scene.season, CHANGES[kind](scene))
        assert all(sentence for each in found for _, sentence in each.ways_out)
        return {each.what for each in found if each.is_locked}


def outcome(scene, kind, way):
    """“kept” when the way was taken and nothing locked was altered, or why it was refused."""
    with tried():
        change = CHANGES[kind](scene)
        before = signed()
        try:
            record(scene, change, way)
        except Refused as refusal:
            return "locked" if "đã chốt" in refusal.answer.sentence() else refusal.answer.what
        return "kept" if signed() == before else "altered"


@pytest.mark.parametrize("stage", STAGES)
def test_every_locked_thing_is_listed_for_every_change(stage):
    make, locked = STAGES[stage]
    scene = make()
    assert {kind: listed(scene, kind) for kind in CHANGES} == dict.fromkeys(CHANGES, locked)


@pytest.mark.parametrize("stage", STAGES)
def test_no_change_alters_what_is_locked(stage):
    scene = STAGES[stage][0]()
    expected = {(kind, way): "kept" for kind, ways in WAYS.items() for way in ways}
    expected[("gained_post", "add")] = NO_POST
    if stage in HELD:
        expected |= dict.fromkeys([("moved within", "follow"), ("cell_merged", "follow")], "locked")
        expected |= dict.fromkeys([("cell_split", "follow"), ("gained_post", "add")], "locked")
    assert {(kind, way): outcome(scene, kind, way) for kind, way in expected} == expected


@pytest.mark.parametrize("kind", CHANGES)
def test_the_ways_out_are_those_of_the_table(kind):
    scene = meetings.scene()
    change = CHANGES[kind](scene)
    assert {word for word, _ in queries.ways_of(scene.season, change)} == set(WAYS[kind])


def test_what_was_locked_is_kept_with_the_change():
    scene = decision()
    kept = record(scene, of("died")(scene), "end")
    locked = [(each["what"], each["title"]) for each in kept.touched if each["locked"]]
    assert ("decision", "Quyết định: Đỗ Thị Én") in locked
    assert Decision.objects.get(is_current=True).grade == "HT"


def test_only_those_who_went_are_touched_by_a_division():
    scene = dossier()
    found = queries.effects_of(scene.season, divided(scene))
    assert [each.title.split(" — ")[1] for each in found if each.what == "dossier"] == ["Đỗ Thị Én"]
    merging = queries.effects_of(scene.season, merged(scene))
    assert len([each for each in merging if each.what == "dossier"]) == 2


def test_a_written_paper_is_locked_and_a_voided_one_forgotten():
    scene = dossier()
    subject = grading.member(scene, "plain")
    about = {"season": scene.season, "unit": scene.cell, "form_key": "self_review", "about": subject.key}
    written = {"paper_on": DAY, "layout": "x", "written_at": scene.at(), "written_by": scene.ward.clerk}
    kept = files.keep_file(b"%PDF-1.7 x", name="a.pdf", **scene.act())
    Paper.objects.create(key="p1", title="Bản kiểm điểm cá nhân", state="issued", pdf=kept, **about, **written)
    Paper.objects.create(
        key="p2", title="Bản hỏng", state="voided", pdf=kept, voided_at=scene.at(), voided_by=scene.ward.clerk,
        voided_why="In sai", **about, **written,
    )  # fmt: skip
    found = queries.effects_of(scene.season, of("died")(scene))
    assert [(e.key, e.is_locked) for e in found if e.what == "paper"] == [("p1", True)]
