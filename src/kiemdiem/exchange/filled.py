"""The lines of an import file as the register of a committee stands on a day: what comes back in changes nothing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kiemdiem.exchange import sheets
from kiemdiem.exchange.compare import facts
from kiemdiem.exchange.compare.fact_sheets import FACT_SHEETS
from kiemdiem.exchange.compare.grades import KIND
from kiemdiem.exchange.draft import begun
from kiemdiem.exchange.reading import Contents
from kiemdiem.org import queries, words
from kiemdiem.org.models import OutsideResult, Person, Unit


def register(unit: Unit, *, on: date) -> dict[str, list[list[Any]]]:
    """The lines of each sheet for the committee's register of the day."""
    return {
        sheets.UNITS: list(unit_lines(unit, on=on)),
        sheets.PEOPLE: list(person_lines(unit, on=on)),
        sheets.SEATS: list(seat_lines(unit, on=on)),
        sheets.GRADES: list(grade_lines(unit, on=on)),
        **fact_lines(unit, on=on),
    }


def code(key: str, unit: Unit) -> str:
    """The code of a key in the files of the committee."""
    return key.removeprefix(f"{unit.key}.")


def unit_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The units of the committee, itself left out."""
    keys = {period.unit_id: period.unit.key for period in queries.units_under(unit, on=on)}
    for period in queries.units_under(unit, on=on):
        if period.unit_id != unit.pk:
            parent = code(keys[period.parent_id], unit) if period.parent_id != unit.pk else ""
            yield [
                code(period.unit.key, unit), period.name, words.UNIT_KINDS.get(period.kind, period.kind),
                words.CELL_KINDS.get(period.cell_kind, ""), parent, period.from_on,
            ]  # fmt: skip


def person_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The members of the committee, then the people outside the Party who hold a seat in it."""
    inside = {period.unit_id for period in queries.units_under(unit, on=on)}
    states = queries.member_states(unit, on=on)
    for state in states:
        person, home = state.person, state.residence
        exemption = "exempt" if state.is_exempt else "exempt_work" if state.exempt_work else ""
        exemption = exemption or ("exempt_activity" if state.exempt_activity else "")
        work = queries.works_of(person, on=on).first()
        stands = queries.standings_begun(person, on=on) if exemption else {}
        starts = min((day for kind, day in stands.items() if kind.startswith("exempt")), default=None)
        yield [
            *identity(person, unit), code(state.cell.key, unit), state.since, person.admitted_on, person.official_on,
            code(home.key, unit) if home and home.pk in inside else "", sheets.EXEMPTIONS.get(exemption, ""),
            starts, words.WORK_KINDS.get(work.kind, "") if work else "",
            work.workplace if work else "", "",
        ]  # fmt: skip
    seen = {state.person.pk for state in states}
    for seat in queries.seats_under(unit, on=on):
        if seat.person_id not in seen:
            seen.add(seat.person_id)
            yield [*identity(seat.person, unit), *[""] * 10]


def identity(person: Person, unit: Unit) -> list[Any]:
    """The first columns of a person's line."""
    gender = sheets.GENDERS.get(person.gender, "")
    return [code(person.key, unit), person.full_name, person.birth_on, gender, person.id_number or ""]


def seat_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The seats held in the committee and under it."""
    for seat in queries.seats_under(unit, on=on):
        post = words.POSTS.get(seat.post, seat.post)
        yield [code(seat.person.key, unit), code(seat.unit.key, unit), post, seat.from_on, seat.until_on]


def grade_lines(unit: Unit, *, on: date) -> Iterator[list[Any]]:
    """The civil servants' grades of the committee's members, every year."""
    people = {each.person_id: each.person for each in queries.register(unit, on=on)}
    found = OutsideResult.objects.filter(person_id__in=people, kind=KIND, superseded_at=None)
    for result in found.order_by("person__sort_key", "person__key", "year"):
        key = people[result.person_id].key
        yield [code(key, unit), str(result.year), result.grade, result.known_on, result.document]


def fact_lines(unit: Unit, *, on: date) -> dict[str, list[list[Any]]]:
    """The lines of every sheet of facts."""
    draft = begun(unit, Contents(), answers={}, on=on)
    return {
        sheet.name: [line_of(fact, sheet, unit=unit) for fact in facts.listed(draft, sheet.held(draft))]
        for sheet in FACT_SHEETS
    }


def line_of(fact: Any, sheet: facts.FactSheet, *, unit: Unit) -> list[Any]:
    """One fact as a line of its sheet."""
    return [cell_of(value, sheet.choices(name), unit=unit) for name, value in facts.values_of(fact, sheet).items()]


def cell_of(value: Any, choices: dict[str, str], *, unit: Unit) -> Any:
    """A value as a clerk would type it."""
    if isinstance(value, Unit | Person):
        return code(value.key, unit)
    if isinstance(value, bool):
        return sheets.YES_NO["yes"] if value else ""
    return choices.get(value, value)
