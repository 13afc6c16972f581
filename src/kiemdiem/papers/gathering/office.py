"""What the papers of the office print: the plan as passed, and the slips that hand out accounts."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import PlanStep
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering.frame import Frame

CELL = "cell"
ALL_COLLECTIVES, ALL_CELLS = "Các tập thể kiểm điểm", "Các chi bộ trực thuộc"


class Slip(NamedTuple):
    """One account to hand out: who uses it, as what, for which unit, and how he signs in the first time."""

    display_name: str
    role: str
    unit: str
    username: str
    password: str
    until: str = ""
    cut: str = ""


def plan_values(frame: Frame) -> dict[str, Any]:
    """The plan of the season: its calendar, the readings chosen, who watches which cell."""
    root, book = frame.season.unit, frame.book
    titles = [each.title for each in book.notices.recipients]
    return {
        **frames.head(frame, root),
        **frames.symbol(frame, root, ledger="KH"),
        **frames.signed(frame, root),
        "recipients": titles or frames.recipients(frame, root)["recipients"],
        "grounds": [f"{basis.text.split(',')[0]} của {basis.issuer}" for basis in book.identity.basis],
        "body": book.identity.issuer,
        "purpose": "\n".join(f"{each.title}: {'; '.join(each.values)}." for each in book.plan.headings),
        "collectives": collectives(frame),
        "steps": steps(frame),
        "readings": [
            {"question": each.question, "reading": _reading(each, book.readings.get(each.key, each.default))}
            for each in book.interpretations.interpretations
        ],
        "supervisors": supervisors(frame),
    }


def _reading(question: Any, chosen: str) -> str:
    return next((reading.text for reading in question.readings if reading.key == chosen), chosen)


def collectives(frame: Frame) -> list[dict[str, str]]:
    """The collectives reviewed and before whom, as the rulebook sets it."""
    groups = {group.key: group.title for group in frame.book.process.groups}
    before = {place.subject: "; ".join(groups[key] for key in place.groups) for place in frame.book.process.places}
    found = cycles.subjects_of(frame.season, kind="collective")
    return [
        {
            "title": frame.name(each.unit),
            "before": before.get(frame.kind(each.unit)) or frame.name(each.unit),
        }
        for each in found
    ]


def steps(frame: Frame) -> list[dict[str, str]]:
    """The calendar of the plan: what is done in the same days stands once, with all who do it."""
    doers: dict[tuple[str, str], list[PlanStep]] = defaultdict(list)
    for step in cycles.steps_of(frame.season):
        doers[_when(step), step.title].append(step)
    return [{"when": when, "what": what, "who": doing(frame, found)} for (when, what), found in doers.items()]


def _when(step: PlanStep) -> str:
    """The days of a step; a day the text misprinted stands corrected, what was printed beside it."""
    said = days(step.from_on, step.last_on)
    return f"{said} (đính chính; văn bản in {step.printed})" if step.printed else said


def doing(frame: Frame, found: list[PlanStep]) -> str:
    """Who does a step; the collectives and the cells in one word each when it is all of them."""
    doers = {step.unit_id: step.unit_name for step in found if step.unit_name}
    cells = {unit for unit, each in frame.units.items() if each.kind == CELL}
    bodies = set(cycles.subjects_of(frame.season, kind="collective").values_list("unit_id", flat=True))
    words = []
    for group, word in ((bodies, ALL_COLLECTIVES), (cells, ALL_CELLS)):
        if len(group) > 1 and group <= doers.keys():
            words.append(word)
            doers = {unit: name for unit, name in doers.items() if unit not in group}
    return "; ".join((*dict.fromkeys(doers.values()), *words))


def days(first: date, last: date) -> str:
    """A term as a calendar prints it."""
    return f"{first:%d/%m/%Y}" if first == last else f"Từ {first:%d/%m} đến {last:%d/%m/%Y}"


def supervisors(frame: Frame) -> list[dict[str, str]]:
    """Who watches which cells, in the order of the plan's list."""
    cells: dict[str, list[str]] = defaultdict(list)
    for each in cycles.assignments_of(frame.season):
        cells[each.supervisor.full_name].append(frame.name(each.unit))
    return [{"full_name": name, "cells": "; ".join(watched)} for name, watched in cells.items()]


def account_slips_values(frame: Frame, slips: Iterable[Slip], *, address: str) -> dict[str, Any]:
    """The slips that hand out accounts, each with its one-time password."""
    return {
        "organ": frames.committee_name(frame),
        "address": address,
        "slips": [slip._asdict() for slip in slips],
    }
