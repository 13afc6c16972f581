"""Tables of a paper: literal rows or one a row of a field, columns printed once for every option."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kiemdiem.core.law.sections.blocks import Column, Table
from kiemdiem.papers.drawn import Cell, Grid, Run, Runs
from kiemdiem.papers.wording import Scope


def drawn_table(table: Table, scope: Scope) -> Grid:
    """The table with every row and column in place."""
    columns = tuple(_columns(table, scope))
    head = tuple(Cell(_bold(inner.runs(column.title)), "centre") for column, inner, _ in columns) if table.head else ()
    rows = tuple(_literal_rows(table, scope)) + tuple(_rows(table, columns, scope))
    rows += tuple(tuple(Cell((Run(""),)) for _ in columns) for _ in range(table.blank))
    if any(column.total for column, _, _ in columns):
        rows += (tuple(_total(column, inner) for column, inner, _ in columns),)
    widths = tuple(column.width for column, _, _ in columns)
    return Grid(widths, head, rows, style=table.style, row_mm=table.row_mm, ruled=table.ruled)


def _columns(table: Table, scope: Scope) -> Iterator[tuple[Column, Scope, int]]:
    """Every printed column, with the scope of its option and the option's place."""
    for column in table.columns:
        if column.over is None:
            yield column, scope, 0
            continue
        fields = scope.fields[column.over].fields
        for place, option in enumerate(scope.value(column.over) or ()):
            yield column, scope.under(fields, option), place


def _literal_rows(table: Table, scope: Scope) -> Iterator[tuple[Cell, ...]]:
    for row in table.rows:
        yield tuple(Cell(scope.runs(text), column.align) for text, column in zip(row, table.columns, strict=True))


def _rows(table: Table, columns: tuple[tuple[Column, Scope, int], ...], scope: Scope) -> Iterator[tuple[Cell, ...]]:
    if table.over is None:
        return
    fields = scope.fields[table.over].fields
    rows = scope.value(table.over) or ()
    for number, row in enumerate(rows, start=1):
        own = {**row, "n": number, "total": len(rows)}
        yield tuple(_cell(column, inner.under(fields, own), place) for column, inner, place in columns)


def _cell(column: Column, scope: Scope, place: int) -> Cell:
    if column.each is not None:
        scope = scope.under(scope.fields[column.each].fields, _at(scope.value(column.each), place))
    if column.box:
        return Cell((Run(box="crossed" if column.cell and scope.text(column.cell) else "empty"),), "centre")
    return Cell(scope.runs(column.cell), column.align)


def _at(values: Any, place: int) -> Mapping[str, Any]:
    """The entry at that place, or nothing when the row was left to be written by hand."""
    return values[place] if values else {}


def _total(column: Column, scope: Scope) -> Cell:
    return Cell(_bold(scope.runs(column.total)), column.align)


def _bold(runs: Runs) -> Runs:
    return tuple(replace(run, bold=True) for run in runs)
