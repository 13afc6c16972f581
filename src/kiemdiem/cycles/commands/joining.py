"""What joins an open season late: a cell formed by dividing another, and a member who comes back."""

from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries
from kiemdiem.cycles.commands.open_season import path_of, write_subjects
from kiemdiem.cycles.models import Place, Season, SeasonSubject, SeasonUnit
from kiemdiem.cycles.queries.changes import Change
from kiemdiem.cycles.queries.drawing import Register, SubjectDrawn
from kiemdiem.org.models import Unit


def divide(season: Season, change: Change) -> None:
    """The new cell as a unit and a subject of the season, owing every step that the cell it came from still owes.

    Raises: Refused when the new cell does not stand in the committee that day.
    """
    old, new, on = change.unit, change.to_unit, change.happened_on
    assert old is not None and new is not None
    register = queries.register_of(season, on=on)
    if not season.units.filter(unit=new).exists():
        write_unit(season, new, register=register)
        drawn = [each for each in queries.drawn(queries.book_of(season), register) if each.person is None]
        write_subjects(season, [each for each in drawn if each.unit.pk == new.pk], added_on=on)
        copy_steps(season, old, to=new)


def write_unit(season: Season, unit: Unit, *, register: Register) -> None:
    """The unit as it stands that day, beside those frozen at the opening.

    Raises: Refused.
    """
    parents = {period.unit_id: period for period in register.periods}
    if unit.pk not in parents:
        raise refuse(
            f"Chi bộ mới chưa hoạt động trong Đảng bộ vào ngày {register.on:%d/%m/%Y}.",
            todo="Hãy kiểm tra ngày chia tách ở trang của chi bộ.",
        )
    period = parents[unit.pk]
    kept = {"name": period.name, "sort_key": period.sort_key, "kind": period.kind, "cell_kind": period.cell_kind}
    SeasonUnit.objects.create(season=season, unit=unit, path=path_of(unit, parents=parents), **kept)


def copy_steps(season: Season, old: Unit, *, to: Unit) -> None:
    """The steps the cell still owes, owed by the new one too, on the same days until the plan is amended."""
    name = season.units.get(unit=to).name
    renamed = {step.key: f"{step.entry_key}:{to.key}" for step in season.steps.filter(unit=old)}
    for step in season.steps.filter(unit=old, done_on__isnull=True):
        step.follows_key = renamed.get(step.follows_key, step.follows_key)
        step.key, step.unit, step.unit_name, step.version = renamed[step.key], to, name, 1
        step.pk, step._state.adding = None, True
        step.save(force_insert=True)


def take_back(subject: SeasonSubject, drawn: SubjectDrawn, *, on: date) -> None:
    """The subject that had left, in the season again as the register and the rulebook make him now."""
    subject.added_on, subject.ended_on, subject.ended_why = on, None, ""
    subject.is_reviewed, subject.is_graded, subject.why_not = drawn.is_reviewed, drawn.is_graded, drawn.why_not
    subject.save()
    place_as(subject, drawn)


def place_as(subject: SeasonSubject, drawn: SubjectDrawn) -> None:
    """The subject also reviewed wherever he is drawn, and voted on at the one place he is drawn for."""
    subject.unit = drawn.unit
    subject.save(update_fields=["unit"])
    subject.places.filter(ended_on__isnull=True).update(is_ballot=False)
    for position, place in enumerate(drawn.places, start=1):
        Place.objects.update_or_create(
            subject=subject,
            unit=place.unit,
            defaults={
                "before": place.before,
                "entry_key": place.entry_key,
                "is_cell": place.is_cell,
                "is_ballot": place.is_ballot,
                "rows": list(place.rows),
                "position": position,
                "ended_on": None,
            },
        )


def leave_places(subject: SeasonSubject, drawn: SubjectDrawn, *, on: date) -> None:
    """A leader who lost one post of several, reviewed no longer where only that one took him.

    Raises: Refused when the register still shows every post.
    """
    ballots = {place.unit.pk for place in drawn.places if place.is_ballot}
    here = subject.places.filter(ended_on__isnull=True)
    kept = here.filter(unit__in=[place.unit for place in drawn.places])
    if not here.exclude(pk__in=kept.values("pk")).update(ended_on=on):
        raise refuse(
            f"Chưa ghi được: theo hồ sơ, đồng chí {subject.name} vẫn giữ chức vụ vào ngày {on:%d/%m/%Y}.",
            todo="Hãy ghi ngày thôi giữ chức vụ trong hồ sơ trước.",
        )
    kept.update(is_ballot=False)
    kept.filter(unit_id__in=ballots).update(is_ballot=True)
    if not kept.filter(unit=subject.unit).exists():
        subject.unit = drawn.unit
        subject.save(update_fields=["unit"])
