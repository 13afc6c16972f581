"""The tree of units on a day, read in one query by either database."""

from collections.abc import Iterable
from datetime import date

from django.db import connection

from kiemdiem.org.days import end_of
from kiemdiem.org.models import Unit, UnitPeriod

# A unit stands where its last period begun by that day put it; one that begins later, where its first will put it.
# So a dissolved cell stays in the files of those who answered for it.
PLACED = """
    placed(unit_id, parent_id) AS (
        SELECT p.unit_id, p.parent_id FROM {table} p
        WHERE {known_p} AND p.id = (
            SELECT q.id FROM {table} q WHERE q.unit_id = p.unit_id AND {known_q}
            ORDER BY CASE WHEN q.from_on <= %s THEN 0 ELSE 1 END,
                     CASE WHEN q.from_on <= %s THEN q.from_on END DESC, q.from_on, q.id LIMIT 1))
"""
STANDING = """
    placed(unit_id, parent_id) AS (
        SELECT p.unit_id, p.parent_id FROM {table} p
        WHERE {known_p} AND p.from_on <= %s AND (p.until_on IS NULL OR p.until_on > %s))
"""
UPWARD = """
    reached(unit_id, depth) AS (
        SELECT u.id, 0 FROM {units} u WHERE u.id IN ({ids})
        UNION
        SELECT placed.parent_id, reached.depth + 1 FROM reached JOIN placed ON placed.unit_id = reached.unit_id
        WHERE placed.parent_id IS NOT NULL AND reached.depth < 64)
"""
DOWNWARD = """
    reached(unit_id, depth) AS (
        SELECT placed.unit_id, 0 FROM placed WHERE placed.unit_id IN ({ids})
        UNION
        SELECT placed.unit_id, reached.depth + 1 FROM reached JOIN placed ON placed.parent_id = reached.unit_id
        WHERE reached.depth < 64)
"""


def ancestors(unit: Unit | int, *, on: date) -> tuple[int, ...]:
    """The unit and all above it, nearest first, as the tree stood on the day.

    Shape: ids of units; the unit itself stands first.
    """
    return walked([unit if isinstance(unit, int) else unit.pk], on=on, places=PLACED, way=UPWARD)


def all_above(units: Iterable[int], *, on: date) -> tuple[int, ...]:
    """The units and all above any of them, as the tree stood on the day."""
    return walked(list(units), on=on, places=PLACED, way=UPWARD)


def answered_for(roots: Iterable[int], *, on: date) -> tuple[int, ...]:
    """The units and all under them, those already dissolved and those not yet founded included.

    Shape: ids of units, from the roots down.
    """
    return walked(list(roots), on=on, places=PLACED, way=DOWNWARD)


def descendants(roots: Iterable[int], *, on: date, known_by: date | None = None) -> tuple[int, ...]:
    """The units in force on the day among the given ones and under them, as known at the end of another day.

    Shape: ids of units, from the roots down.
    """
    return walked(list(roots), on=on, places=STANDING, way=DOWNWARD, known_by=known_by)


def walked(roots: list[int], *, on: date, places: str, way: str, known_by: date | None = None) -> tuple[int, ...]:
    """The units reached from the roots, each once, by depth."""
    if not roots:
        return ()
    conditions, moments = ("{0}.superseded_at IS NULL", []) if known_by is None else known_then(known_by)
    sql = f"WITH RECURSIVE {places}, {way} SELECT unit_id, MIN(depth) FROM reached GROUP BY unit_id ORDER BY 2, 1"
    sql = sql.format(
        table=connection.ops.quote_name(UnitPeriod._meta.db_table),
        units=connection.ops.quote_name(Unit._meta.db_table),
        known_p=conditions.format("p"),
        known_q=conditions.format("q"),
        ids=", ".join(["%s"] * len(roots)),
    )
    day = connection.ops.adapt_datefield_value(on)
    inner = moments if places is PLACED else []
    with connection.cursor() as cursor:
        cursor.execute(sql, [*moments, *inner, day, day, *roots])
        return tuple(row[0] for row in cursor.fetchall())


def known_then(known_by: date) -> tuple[str, list[object]]:
    """The condition on an entry, by its table's short name, and its moments, for what stood at the end of a day."""
    end = connection.ops.adapt_datetimefield_value(end_of(known_by))
    return "{0}.known_at < %s AND ({0}.superseded_at IS NULL OR {0}.superseded_at >= %s)", [end, end]
