"""A clause test names rows of the catalogue, a reading test a reading of a rulebook; an unknown name is an error."""

import json
import os
from pathlib import Path

import pytest

from kiemdiem.rulebooks import shelf

# Its assertions are read out like those of the tests that call it.
pytest.register_assert_rewrite("tests.clauses.worked")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every named row and reading exists.

    Raises: UsageError, which ends the collection, for one that does not.
    """
    rows = {row for code in shelf.catalogues() for row in shelf.catalogue(code).rows}
    readings = {
        (question.key, reading.key)
        for code in shelf.codes()
        for question in shelf.rulebook(code).interpretations.interpretations
        for reading in question.readings
    }
    unknown = [f"{item.nodeid}: no row {row}" for item in items for row in rows_of(item) if row not in rows]
    unknown += [f"{item.nodeid}: no reading {pair}" for item in items for pair in readings_of(item) - readings]
    if unknown:
        raise pytest.UsageError("\n".join(unknown))


def pytest_collection_finish(session: pytest.Session) -> None:
    """The rows that the collected tests name, for whoever asked for them."""
    out = os.environ.get("KIEMDIEM_CLAUSES_OUT")
    if out:
        named = sorted({row for item in session.items for row in rows_of(item)})
        Path(out).write_text(json.dumps(named), encoding="utf-8")


def rows_of(item: pytest.Item) -> tuple[str, ...]:
    """The rows a test names."""
    return tuple(row for mark in item.iter_markers("clause") for row in mark.args)


def readings_of(item: pytest.Item) -> set[tuple[str, str]]:
    """The readings a test names."""
    return {(mark.args[0], mark.args[1]) for mark in item.iter_markers("reading")}
