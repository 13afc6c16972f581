"""Opening a season: from then on its rulebook, its units and its subjects stand as they were."""

from collections.abc import Mapping
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must
from kiemdiem.core.process import gates
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import EffectiveBook, Place, Season, SeasonSubject, SeasonUnit
from kiemdiem.cycles.queries.drawing import Register, SubjectDrawn
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.models import Unit, UnitPeriod
from kiemdiem.rulebooks import queries as rulebooks


def open_season(season: Season, *, register_on: date, version: int | None = None, by: Account, at: datetime) -> Answer:
    """The season open: the effective rulebook frozen with its sha256, the register of that day taken as its subjects.

    Raises: Refused while the plan is not passed, a reading is unsigned, or another gate of the rulebook says no.
    """
    name = "cycles.open_season"
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, at=at)
        access.must_stand(kept, act=name)
        book = rulebooks.rulebook_of(kept.unit, kept.rulebook_code)
        answer = must(gates.may(book, queries.facts_of_opening(kept)))
        kept.effective_json, kept.effective_sha = book.canonical_json, book.sha256
        kept.register_on, kept.state, kept.opened_at, kept.opened_by = register_on, Season.State.OPEN, at, by
        kept.save()
        EffectiveBook.objects.create(
            season=kept,
            number=1,
            rulebook_code=kept.rulebook_code,
            rulebook_version=rulebooks.number_of(kept.rulebook_code),
            effective_json=book.canonical_json,
            effective_sha=book.sha256,
            what="Mở đợt kiểm điểm",
            frozen_at=at,
            frozen_by=by,
        )
        register = queries.register_of(kept, on=register_on)
        write_units(kept, register)
        count = write_subjects(kept, queries.drawn(book, register))
        act.happened_on, act.rows = register_on, answer.rows
        act.details = {"sha": book.sha256, "subjects": count, "warning": answer.warning}
        return answer


def write_units(season: Season, register: Register) -> None:
    """The units of the season with their paths from the committee down; part of opening it."""
    parents = {period.unit_id: period for period in register.periods}
    SeasonUnit.objects.bulk_create(
        SeasonUnit(
            season=season,
            unit=period.unit,
            path=path_of(period.unit, parents=parents),
            name=period.name,
            sort_key=period.sort_key,
            kind=period.kind,
            cell_kind=period.cell_kind,
        )
        for period in register.periods
    )


def path_of(unit: Unit, *, parents: Mapping[int | None, UnitPeriod]) -> str:
    """The keys of the units from the committee down to the unit, with slashes."""
    keys, period = [], parents.get(unit.pk)
    while period is not None:
        keys.append(period.unit.key)
        period = parents.get(period.parent_id)
    return "/".join(reversed(keys))


def write_subjects(season: Season, drawn: list[SubjectDrawn], *, added_on: date | None = None) -> int:
    """How many subjects the season now has more, each with its places; part of opening it or of a later change."""
    subjects = SeasonSubject.objects.bulk_create(
        SeasonSubject(
            season=season,
            key=each.key,
            kind=each.kind,
            person=each.person,
            unit=each.unit,
            name=each.name,
            sort_key=each.sort_key,
            is_reviewed=each.is_reviewed,
            is_graded=each.is_graded,
            why_not=each.why_not,
            rows=list(each.rows),
            added_on=added_on,
        )
        for each in drawn
    )
    Place.objects.bulk_create(
        Place(
            subject=subject,
            unit=place.unit,
            before=place.before,
            entry_key=place.entry_key,
            is_cell=place.is_cell,
            is_ballot=place.is_ballot,
            rows=list(place.rows),
            position=position,
        )
        for subject, each in zip(subjects, drawn, strict=True)
        for position, place in enumerate(each.places, start=1)
    )
    return len(subjects)
