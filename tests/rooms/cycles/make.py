"""A season for the tests of any room: the small ward's, drafted, with its plan passed, or open."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.models import Season
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import queries as books
from tests.rooms.kept import kept
from tests.rooms.org import make as org

CODE = "hx17"
REGISTER_ON = date(2017, 11, 1)
AT = datetime(2017, 11, 16, 8, 0, tzinfo=org.ZONE)
CELL_DAYS = (date(2017, 12, 1), date(2017, 12, 4))
PASSING = commands.Passing(
    meeting="Hội nghị quán triệt, thông qua kế hoạch",
    passed_on=date(2017, 11, 16),
    signer="Trần Văn An, Bí thư",
    number="12-KH/ĐU",
    step="plan_conference:bch",
)


@dataclass(frozen=True)
class Made:
    """A ward and its season."""

    ward: org.Ward
    season: Season
    at: datetime

    def again(self) -> Season:
        """The season as it is kept now."""
        return Season.objects.get(pk=self.season.pk)


@kept
def drafted(*, ward: org.Ward | None = None, at: datetime = AT) -> Made:
    """The ward with a drafted season; each of its two cells has a day and a supervisor."""
    ward = ward or org.ward()
    season = commands.draft_season(ward.body, rulebook_code=CODE, key="mua-1", by=ward.officer, at=at)
    made = Made(ward, season, at)
    for line, (cell, day) in enumerate(zip(ward.cells, CELL_DAYS, strict=True), start=1):
        step = queries.meeting_steps(season, unit=cell).get()
        commands.set_step_days(step, from_on=day, last_on=day, by=ward.officer, at=at)
        watcher = ward.persons["deputy" if line == 1 else "standing"]
        commands.assign_supervisor(season, cell, supervisor=watcher, line=line, by=ward.officer, at=at)
    return made


def signed(made: Made) -> Made:
    """The season whose readings are signed as they stand."""
    sha = books.rulebook_of(made.ward.body, CODE).sha256
    rulebooks.sign_readings(
        made.ward.body,
        CODE,
        sha=sha,
        signer="Trần Văn An, Bí thư",
        document="12-KH/ĐU",
        signed_on=date(2017, 11, 16),
        by=made.ward.officer,
        at=made.at,
    )
    return made


@kept
def passed(made: Made | None = None) -> Made:
    """The season with its plan passed and its readings signed."""
    made = signed(made or drafted())
    passing = replace(PASSING, step=f"plan_conference:{made.ward.executive_committee.key}")
    commands.pass_plan(made.season, passing=passing, by=made.ward.officer, at=made.at)
    return Made(made.ward, made.again(), made.at)


@kept
def opened(made: Made | None = None) -> Made:
    """The season open, its register that of the first of November."""
    made = made or passed()
    commands.open_season(made.season, register_on=REGISTER_ON, by=made.ward.officer, at=made.at)
    return Made(made.ward, made.again(), made.at)
