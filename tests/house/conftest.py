"""The staged house: played once in a process of its own, then copied for each module that walks through it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def staged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The home as it was staged, in which nothing is done, and what one module found out there for the next."""
    from tests.house.staged import stage

    home = tmp_path_factory.mktemp("staged") / "home"
    home.mkdir()
    stage(home)
    return home, {}


@pytest.fixture(scope="module")
def house(staged: tuple[Path, dict[str, Any]], tmp_path_factory, django_db_blocker) -> Iterator[Any]:
    """A copy of the staged home that this process works in, its walkers signed in."""
    from django.db import connection
    from django.test import override_settings

    from tests.house.staged import House, signed_in

    home = tmp_path_factory.mktemp("house") / "home"
    shutil.copytree(staged[0], home)
    before = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), override_settings(HOME=home):
        connection.close()
        connection.settings_dict["NAME"] = str(home / "kiemdiem.sqlite3")
        yield House(home, staged[1], signed_in())
        connection.close()
        connection.settings_dict["NAME"] = before


@pytest.fixture
def untouched(house: Any) -> Iterator[Any]:
    """The house for one test, taken back afterwards to what it was."""
    from django.db import transaction

    with transaction.atomic():
        yield house
        transaction.set_rollback(True)
