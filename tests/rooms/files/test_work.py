"""The long work of files, done by a worker: the backup of the night and the reading of every file."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiemdiem.files import store
from kiemdiem.jobs import commands as jobs
from kiemdiem.jobs import worker
from kiemdiem.jobs.models import Job

from .make import MORNING, PDF, paper

pytestmark = pytest.mark.django_db(transaction=True)
LEASE = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def done(kind: str, *, at=MORNING) -> dict:
    job = jobs.queue_job(kind, {}, by=None, at=at)
    worker.take_one("w", now=lambda: at, lease=LEASE)
    job.refresh_from_db()
    assert (job.state, job.fault) == (Job.DONE, "")
    return job.result


def test_the_backup_of_the_night_is_made_and_told(home):
    paper()
    result = done("files.backup")

    (archive,) = (home / "backups" / "nightly").iterdir()
    assert (result["name"], result["missing"], archive.name) == ("kiemdiem-20171201-080000.zip", 0, result["name"])


def test_a_month_of_nights_is_kept(home):
    folder = home / "backups" / "nightly"
    folder.mkdir(parents=True)
    for day in range(1, 31):
        (folder / f"kiemdiem-201711{day:02d}-010000.zip").write_bytes(b"old")
    done("files.backup")
    names = sorted(p.name for p in folder.iterdir())

    assert (len(names), names[0], names[-1]) == (30, "kiemdiem-20171102-010000.zip", "kiemdiem-20171201-080000.zip")


def test_every_stored_file_is_read():
    paper()
    lost = paper(PDF + b"2", name="mất.pdf")
    store.path_of(lost.sha256).unlink()

    assert done("files.verify") == {"files": 2, "faults": [{"name": "mất.pdf", "what": "không còn trên đĩa"}]}


def test_a_worker_makes_the_backup_by_itself_at_night(home):
    jobs.queue_nightly_jobs(MORNING)
    early = worker.take_one("w", now=lambda: MORNING + timedelta(hours=16), lease=LEASE)
    night = worker.take_one("w", now=lambda: MORNING + timedelta(hours=17), lease=LEASE)

    assert (early, night[1] if night else None) == (None, Job.DONE)
    assert [p.name for p in (home / "backups" / "nightly").iterdir()] == ["kiemdiem-20171202-010000.zip"]
