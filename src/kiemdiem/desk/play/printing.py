"""The papers of a played season: written by the office after each stage, and copied out at the end."""

import csv
import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.desk.play.stage import Stage
from kiemdiem.files import queries as files
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Unit
from kiemdiem.papers import catalogue, commands, gathering
from kiemdiem.papers import queries as papers
from kiemdiem.papers.models import Paper
from kiemdiem.reviews import queries as reviews

CLERK = "vanphong"
GIVER = "Đại diện cấp ủy"
FORMATS = ("docx", "pdf", "xlsx")


def prints(stage: Stage) -> None:
    """From now on every stage of the play leaves its papers."""
    stage.leave = lambda moment, unit=None: PRINTED.get(moment, nothing)(stage, unit or stage.season.unit)


def nothing(stage: Stage, _: Unit) -> None:
    """No paper belongs to this moment."""


def write(stage: Stage, orders: Sequence[commands.Order]) -> None:
    """Writes the papers of one stage, all of them or none."""
    if orders:
        commands.write_papers(stage.season, orders, **stage.by(CLERK))


def today(stage: Stage) -> datetime.date:
    """The assumed day of the play."""
    return stage.clock.now.date()


def cells(stage: Stage) -> list[Unit]:
    """The cells of the season, by name."""
    return [each.unit for each in cycles.cells_of(stage.season)]


def opened(stage: Stage, _: Unit) -> None:
    """The plan, on the day it was passed."""
    write(stage, gathering.orders_of_plan(stage.season, on=stage.season.plan.passed_on))


def prepared(stage: Stage, _: Unit) -> None:
    """The requests for comments, on the day they went out."""
    first = reviews.comments_of(stage.season).order_by("asked_on").first()
    for cell in cells(stage) if first is not None else ():
        write(stage, gathering.orders_of_requests(stage.season, cell, on=first.asked_on))


def cell_called(stage: Stage, cell: Unit) -> None:
    """The print-out of the cell's meeting, as it is carried there."""
    meeting = meetings.newest_of_unit(stage.season, cell)
    frame = gathering.Frame(stage.season, today(stage))
    commands.write_pack(
        stage.season,
        "cell_meeting",
        parts=gathering.parts_of_cell(frame, meeting),
        cover=gathering.cover_values(frame, meeting),
        unit=cell,
        on=frame.on,
        **stage.by(CLERK),
    )


def cell_held(stage: Stage, cell: Unit) -> None:
    """Every paper of the cell's meeting of the day."""
    write(stage, gathering.orders_of_cell(stage.season, cell, on=today(stage)))


def body_held(stage: Stage, unit: Unit) -> None:
    """Every paper of the leading body's meeting of the day."""
    write(stage, gathering.orders_of_body(stage.season, unit, on=today(stage)))


def handed_in(stage: Stage, cell: Unit) -> None:
    """The cell's own papers taken in over the counter, and the receipt that says what is still missing."""
    owed = papers.missing_papers(stage.season, cell, on=today(stage))
    brought = [(each.form_key, None, each.item.confirmed) for each in owed if each.person is None]
    if not brought:
        return
    handed = commands.Handed(handed_by=GIVER, received_on=today(stage))
    commands.receive_papers(stage.season, brought, unit=cell, handed=handed, **stage.by(CLERK))
    commands.write_receipt(stage.season, cell, giver=GIVER, on=today(stage), **stage.by(CLERK))


def aggregated(stage: Stage, _: Unit) -> None:
    """The tables of all cells and members, as proposed."""
    write(stage, gathering.orders_of_tables(stage.season, on=today(stage)))


def sat(stage: Stage, meeting: Meeting) -> None:
    """Every paper of a sitting of the day that reviewed nobody."""
    write(stage, gathering.orders_of_sitting(stage.season, meeting, on=today(stage)))


def decided(stage: Stage, _: Unit) -> None:
    """The decisions with their lists."""
    write(stage, gathering.orders_of_decisions(stage.season, on=today(stage)))


def told(stage: Stage, _: Unit) -> None:
    """The notices to everybody decided on, and the lists they sign."""
    for cell in cells(stage):
        write(stage, gathering.orders_of_notices(stage.season, cell, on=today(stage)))


def reported(stage: Stage, _: Unit) -> None:
    """The tables as recognised, and the report to the committee above."""
    write(stage, gathering.orders_of_season(stage.season, on=today(stage)))


PRINTED: dict[str, Callable[[Stage, Any], None]] = {
    "opened": opened,
    "prepared": prepared,
    "cell_called": cell_called,
    "cell_held": cell_held,
    "body_held": body_held,
    "handed_in": handed_in,
    "aggregated": aggregated,
    "sat": sat,
    "decided": decided,
    "told": told,
    "reported": reported,
}


def copy_out(season: Season, folder: Path) -> int:
    """Copies every file to `folder/<unit>/<form>-<n>.<ext>`, in the order written; how many there are.

    Files of an earlier play in the same places are removed first.
    """
    for old in folder.glob("*/*-*.*"):
        if old.suffix.lstrip(".") in FORMATS:
            old.unlink()
    numbers: dict[tuple[str, str], int] = defaultdict(int)
    copied = 0
    for paper in papers.papers_of(season):
        place = (paper.unit.key, paper.form_key)
        numbers[place] += 1
        copied += _copy(paper, folder / paper.unit.key, stem=f"{paper.form_key}-{numbers[place]}")
    return copied


def _copy(paper: Paper, folder: Path, *, stem: str) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    stored = {suffix: getattr(paper, suffix) for suffix in FORMATS}
    for suffix, each in stored.items():
        if each is not None:
            (folder / f"{stem}.{suffix}").write_bytes(files.content_of(each))
    return sum(each is not None for each in stored.values())


def write_counts(season: Season, path: Path) -> list[str]:
    """Writes how many papers there are of each form; the codes of those the rulebook wants and nobody printed.

    A form of a set that is not at hand has no layout to print: it is counted as none and not missed.
    """
    counted = Counter(papers.count_by_form(season))
    forms = catalogue.papers_of(season.rulebook_code)
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["form_code", "form_key", "count"])
        for form in (*forms.forms, *forms.packs):
            table.writerow([getattr(form, "code", ""), form.key, counted[form.key]])
    at_hand = {form.key for form in forms.forms}
    wanted = [form for form in cycles.book_of(season).forms.forms if form.key in at_hand and not form.foreign]
    return [f"{form.code} ({form.key})" for form in wanted if not counted[form.key]]
