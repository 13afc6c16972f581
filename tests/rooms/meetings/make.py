"""A small ward with an open season under the small rulebook, and a cell's meeting at any stage, by commands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles.commands.open_season import write_subjects, write_units
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.queries.drawing import Register, drawn
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews.commands import FromPaper
from tests.rooms.kept import kept
from tests.rooms.meetings.book import book
from tests.rooms.org import make as org

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = date(2017, 12, 4)
REGISTER = date(2017, 11, 16)
PAPER = FromPaper("Biên bản họp đã ký")
NOW = datetime(2017, 12, 4, 14, 0, tzinfo=ZONE)


@dataclass
class Scene:
    """A ward, its open season, and a clock that moves a minute with each act."""

    ward: org.Ward
    season: Season
    now: datetime = NOW

    def at(self) -> datetime:
        """The next minute."""
        self.now += timedelta(minutes=1)
        return self.now

    def act(self, **more: object) -> dict[str, object]:
        """Who and when of an act keyed by the office's clerk."""
        return {"by": self.ward.clerk, "at": self.at(), **more}

    @property
    def cell(self) -> Unit:
        """The residential cell."""
        return self.ward.cells[0]

    def person(self, name: str) -> Person:
        """A person of the ward by the name the ward's maker gives him."""
        return self.ward.persons[name]


@kept
def scene(
    *, rules: Rulebook | None = None, as_of: date | None = None, ward: org.Ward | None = None, now: datetime = NOW
) -> Scene:
    """A ward with a season opened on 16/11/2017 under the small rulebook; `as_of` makes it a rehearsal of that day."""
    ward = ward or org.ward()
    rules = rules or book()
    season = Season.objects.create(
        key="2017-an-hoa", unit=ward.body, rulebook_code=rules.code, year=2017, title="Kiểm điểm năm 2017",
        state="open", effective_json=rules.canonical_json, effective_sha=rules.sha256, register_on=REGISTER,
        made_at=ward.at, made_by=ward.officer, opened_at=ward.at, opened_by=ward.officer,
        as_of=as_of, is_rehearsal=as_of is not None,
    )  # fmt: skip
    register = Register(ward.body, on=REGISTER)
    write_units(season, register)
    write_subjects(season, drawn(rules, register))
    return Scene(ward, season, now)


def fresh(meeting: Meeting) -> Meeting:
    """The meeting as it stands now."""
    return queries.meeting(meeting.key)


def planned(scene: Scene, unit: Unit | None = None, *, on: date = DAY) -> Meeting:
    """A meeting of the unit (the residential cell) fixed to a day."""
    paper = PAPER if on < scene.now.date() else None
    return commands.plan_meeting(scene.season, unit or scene.cell, on=on, paper=paper, **scene.act())


def with_roll(scene: Scene, meeting: Meeting, *, absent: tuple[str, ...] = (), on: date = DAY) -> Meeting:
    """The meeting with everybody called and present but those named."""
    roll = commands.draw_roll(meeting, on=on, version=fresh(meeting).version, **scene.act())
    away = {scene.person(name).pk for name in absent}
    present = {each.pk: each.person_id not in away for each in roll}
    commands.take_roll(meeting, present, version=fresh(meeting).version, **scene.act())
    return fresh(meeting)


def opened(
    scene: Scene,
    unit: Unit | None = None,
    *,
    absent: tuple[str, ...] = ("exempt", "suspended"),
    chair: str = "standing",
    secretary: str = "plain",
    on: date = DAY,
    **more: object,
) -> Meeting:
    """An open meeting of the unit."""
    meeting = with_roll(scene, planned(scene, unit, on=on), absent=absent, on=on)
    return commands.open_meeting(
        meeting, held_on=on, chair=scene.person(chair), secretary=scene.person(secretary), version=meeting.version,
        **scene.act(**more),
    )  # fmt: skip


def line_of(meeting: Meeting, person: Person) -> ReviewLine:
    """The line of a person at the meeting."""
    return ReviewLine.objects.select_related("meeting__season", "meeting__unit", "subject__person").get(
        meeting=meeting, subject__person=person
    )


def review(scene: Scene, line: ReviewLine) -> ReviewLine:
    """The line taken through every step and concluded; somebody else leads the chair's own review."""
    meeting = line.meeting
    own = meeting.chair_id is not None and line.subject.person_id == meeting.chair_id
    other = meeting.secretary if own else None
    for point in line.steps.order_by("position"):
        line.refresh_from_db()
        commands.complete_step(point, version=line.version, text="Đã thực hiện", chair=other, **scene.act())
    line.refresh_from_db()
    return commands.conclude_line(line, conclusion="Nhất trí bản tự kiểm điểm", version=line.version, **scene.act())


def reviewed(scene: Scene, unit: Unit | None = None, **more: object) -> Meeting:
    """An open meeting at which every waiting line was concluded."""
    meeting = opened(scene, unit, **more)
    for line in queries.lines_of(meeting):
        if line.state == ReviewLine.State.WAITING:
            review(scene, line)
    return fresh(meeting)


@kept
def before_the_ballot(*, as_of: date | None = None) -> tuple[Scene, Meeting]:
    """A scene and its cell's open meeting, every waiting line concluded: now the members vote."""
    made = scene(as_of=as_of)
    return made, reviewed(made)


def close(scene: Scene, meeting: Meeting) -> Meeting:
    """The meeting closed."""
    return commands.close_meeting(
        meeting,
        conclusion="Hội nghị kết thúc",
        carried_to="Họp bổ sung tháng 12",
        version=fresh(meeting).version,
        **scene.act(),
    )
