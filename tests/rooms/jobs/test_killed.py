"""A worker killed in the middle: another takes the job over after the lease, and the work is written once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, connections

from kiemdiem.jobs import commands
from kiemdiem.jobs.models import Job
from kiemdiem.journal import queries as journal
from kiemdiem.journal.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
MORNING = datetime(2017, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(autouse=True)
def kinds(settings) -> None:
    settings.JOB_KINDS = "tests.rooms.jobs.kinds_here.KINDS"


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An installation whose database is the test's own, reached as another process reaches it."""
    at = connection.settings_dict
    env = {**os.environ, "KIEMDIEM_HOME": str(tmp_path), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    env["DJANGO_SETTINGS_MODULE"] = "tests.rooms.jobs.settings_here"
    if connection.vendor == "sqlite":
        (tmp_path / "kiemdiem.sqlite3").symlink_to(at["NAME"])
    else:
        env["KIEMDIEM_DATABASE"] = f"dbname={at['NAME']} user={at['USER']} host={at['HOST']} port='{at['PORT']}'"
    yield env
    connection.close()


def start(environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kiemdiem.config.cli", "worker", "--lease", "2", "--poll", "0.1", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(path: Path) -> None:
    ends = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < ends, "the worker never began"
        time.sleep(0.05)


def test_a_killed_worker_is_followed_by_another(environment, tmp_path):
    job = commands.queue_job("write_late", {"begun": str(tmp_path / "begun")}, by=None, at=MORNING)
    first = start(environment)
    wait_for(tmp_path / "begun")
    first.send_signal(signal.SIGKILL)
    first.communicate()
    second = start(environment, "--max-seconds", "8")
    output, faults = second.communicate(timeout=60)

    job.refresh_from_db()
    assert (faults, second.returncode, output.count(f"Việc {job.pk} (write_late): done")) == ("", 0, 1)
    assert (job.state, job.tries, job.result) == ("done", 2, {"first": False})
    assert Entry.objects.filter(act="tests.write").count() == 1
    assert journal.verify().whole


def test_a_worker_told_to_stop_ends_quietly(environment):
    idle = start(environment)
    ends = time.monotonic() + 30
    while not Job.objects.filter(kind="nightly").exists():
        assert time.monotonic() < ends, "the worker never began"
        time.sleep(0.05)
    idle.terminate()
    _, faults = idle.communicate(timeout=30)

    assert (faults, idle.returncode) == ("", 0)


def test_a_worker_of_one_round_does_what_waits(environment):
    for parts in (1, 2, 3):
        commands.queue_job("count", {"parts": parts}, by=None, at=MORNING)
    output, faults = start(environment, "--once").communicate(timeout=60)

    assert (faults, output.count("(count): done")) == ("", 3)


def take_all(name: str) -> list[int]:
    taken = []
    try:
        while turn := commands.take_job(name, now=lambda: MORNING, lease=timedelta(minutes=5)):
            taken.append(turn.job.pk)
    finally:
        connections.close_all()
    return taken


def test_workers_at_the_same_time_take_each_job_once():
    wanted = [commands.queue_job("count", {"parts": 1}, by=None, at=MORNING).pk for _ in range(24)]
    with ThreadPoolExecutor(4) as crowd:
        taken = [pk for some in crowd.map(take_all, "abcd") for pk in some]

    assert sorted(taken) == wanted
    assert Job.objects.exclude(tries=1).count() == 0
