"""What happens to people while the season is open: some move away, some die; each change is taken into the season."""

import datetime

from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles.queries.changes import Change
from kiemdiem.desk.play.stage import Stage
from kiemdiem.org import commands as org

KINDS = {"moved": "moved_out", "deceased": "died"}


def happen(stage: Stage, *, on: datetime.date) -> None:
    """Records every departure of the cast, first in the register, then in the season with its way out."""
    for one in stage.cast:
        if one.case not in KINDS:
            continue
        person = stage.people[one.number]
        if one.case == "deceased":
            org.record_death(person, on=on, **stage.by("canbotochuc"))
        else:
            org.record_departure(person, kind="moved", on=on, to_text="Đảng bộ khác", **stage.by("canbotochuc"))
        change = Change(kind=KINDS[one.case], happened_on=on, person=person)
        season = type(stage.season).objects.get(pk=stage.season.pk)
        cycles.record_change(
            season,
            change=change,
            way_out=cycles.WayOut(way="end", reason="Theo giấy tờ của gia đình, cơ quan"),
            version=season.version,
            **stage.by("canbotochuc"),
        )
