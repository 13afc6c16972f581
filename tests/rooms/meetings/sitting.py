"""The small rulebook with one sitting beside its reviews, and that sitting at any stage, by commands."""

from datetime import date, datetime

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.models import PlanStep
from kiemdiem.meetings import commands
from kiemdiem.meetings.models import Meeting
from tests.rooms.kept import kept
from tests.rooms.meetings import make
from tests.rooms.meetings.book import book, text_of

DAY = date(2017, 12, 13)
KIND = "conference"
SITTINGS = """
mandates:
  - {key: m1, clause: c9, text: Ký thay, verb: signs, body: executive_committee, post: peoples_committee.chair}
sittings:
  - key: sitting.conference
    clause: c9
    kind: conference
    title: Hội nghị thẩm định
    text: Ban Chấp hành thẩm định
    held_by: [executive_committee]
    plan_item: conference
    groups: [g.bch, g.ubnd]
    steps:
      - {key: c.appraise, clause: c9, title: Thẩm định, text: Thẩm định kết quả}
      - {key: c.decide, clause: c9, title: Quyết định, text: Quyết định công nhận}
"""
GATES = """
  - {key: k1, rows: [R-26], clause: c9, text: Đúng ngày, act: schedule_meeting, kind: in_window, only: {kind: [conference]}, accepted_by: Ban Chấp hành}
  - {key: k2, rows: [R-27], clause: c9, text: Hết việc, act: close_meeting, kind: lines_settled, params: {what: points}, level: warn}
"""  # noqa: E501
PLAN = """
items:
  - {key: conference, clause: c9, kind: meeting, title: Hội nghị, text: Hội nghị, from_on: 2017-12-13, until_on: 2017-12-13, owed_by: [executive_committee]}
"""  # noqa: E501


def rules() -> Rulebook:
    """The small rulebook with the sitting, its day in the plan and its gates."""
    process = text_of("process").replace("\ngates:", f"{SITTINGS}gates:")
    process = process.replace("opinions_in, only: {", "opinions_in, only: {kind: [review], ")
    return book(process=process.rstrip() + GATES, plan=PLAN)


@kept
def scene(*, as_of: date | None = None) -> make.Scene:
    """A season under that rulebook, on the day of the sitting, which is a step of its plan."""
    made = make.scene(rules=rules(), as_of=as_of, now=datetime(2017, 12, 13, 8, 0, tzinfo=make.ZONE))
    PlanStep.objects.create(
        season=made.season, key="conference:bch", entry_key="conference", kind="meeting", title="Hội nghị", position=1,
        unit=made.ward.executive_committee, from_on=DAY, last_on=DAY,
    )  # fmt: skip
    return made


def planned(scene: make.Scene, *, on: date = DAY) -> Meeting:
    """The sitting fixed to a day."""
    paper = make.PAPER if on < scene.now.date() else None
    unit = scene.ward.executive_committee
    return commands.plan_meeting(scene.season, unit, on=on, kind=KIND, paper=paper, **scene.act())


def opened(scene: make.Scene) -> Meeting:
    """The sitting open, everybody there."""
    meeting = make.with_roll(scene, planned(scene), on=DAY)
    return commands.open_meeting(
        meeting, held_on=DAY, chair=scene.person("secretary"), secretary=scene.person("headmaster"),
        version=meeting.version, **scene.act(),
    )  # fmt: skip
