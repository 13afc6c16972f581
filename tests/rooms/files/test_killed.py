"""A backup killed at any moment leaves no half archive under its name, and no lock on the installation."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from kiemdiem.files import archive, commands, store
from kiemdiem.files.models import StoredFile

from .make import MORNING, PDF, console, home_of_test, surroundings

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = 20


@pytest.fixture
def installation(tmp_path: Path, settings) -> tuple[Path, str]:
    """A home with enough stored files that a backup takes a while."""
    settings.HOME = tmp_path / "home"
    bytes_of = random.Random(7).randbytes
    for number in range(12):
        content = PDF + bytes_of(1_500_000)
        sha256 = hashlib.sha256(content).hexdigest()
        with store.new_file(store.path_of(sha256)) as stream:
            stream.write(content)
        StoredFile.objects.create(
            sha256=sha256, name=f"{number}.pdf", media_type="application/pdf", size=len(content), kept_at=MORNING
        )
    return settings.HOME, home_of_test(settings.HOME)


def kill_after(seconds: float, *, home: Path, database: str, to: Path) -> int:
    """The exit code of a backup that was killed after that time, or had ended before."""
    command = [sys.executable, "-m", "kiemdiem.config.cli", "backup", "--to", str(to)]
    started = subprocess.Popen(
        command, env=surroundings(home, database), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    started.send_signal(signal.SIGKILL)
    return started.wait()


def seconds_of(home: Path, database: str, *, to: Path) -> float:
    """How long a whole backup takes; the shortest of a few is what a kill must come before."""
    begun = time.monotonic()
    assert console("backup", "--to", str(to), home=home, database=database).returncode == 0
    return time.monotonic() - begun


def test_a_killed_backup_leaves_nothing_under_its_name(installation, tmp_path):
    home, database = installation
    took = min(seconds_of(home, database, to=tmp_path / f"whole{number}.zip") for number in range(3))
    for number in range(KILLS):
        to = tmp_path / f"{number}.zip"
        kill_after(took * (number + 1) / KILLS, home=home, database=database, to=to)
        if to.exists():
            with to.open("rb") as stream:
                assert len(archive.Opened(stream, size=to.stat().st_size).manifest.entries) >= 13

    killed = [n for n in range(KILLS) if not (tmp_path / f"{n}.zip").exists()]
    proof = console("journal", "verify", home=home, database=database)
    again = console("backup", "--to", str(tmp_path / "again.zip"), home=home, database=database)
    assert (len(killed) >= KILLS // 2, proof.returncode, again.returncode) == (True, 0, 0)


@pytest.mark.parametrize("blocks", [200, 3000])
def test_a_full_disk_is_told_and_leaves_nothing(installation, tmp_path, blocks):
    home, database = installation
    before = sorted(p.name for p in home.iterdir())
    done = console(
        "backup", "--to", str(tmp_path / "a.zip"), home=home, database=database, limit=f"ulimit -f {blocks};"
    )

    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)
    assert done.stderr.startswith("Chưa ")
    assert sorted(p.name for p in home.iterdir() if "-wal" not in p.name and "-shm" not in p.name) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home"]


def test_what_a_killed_backup_left_is_swept_a_day_later(tmp_path, settings):
    settings.HOME = tmp_path
    for name in (".backup-old", ".backup-new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "database.sqlite3").write_text("half")
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / ".a.zip.1f.part").write_text("half")
    long_ago = (MORNING - timedelta(days=2)).timestamp()
    for path in (tmp_path / ".backup-old", tmp_path / "backups" / ".a.zip.1f.part"):
        os.utime(path, (long_ago, long_ago))
    commands.make_backup(by=None, at=MORNING)

    assert sorted(p.name for p in tmp_path.iterdir()) == [".backup-new", "backups"]
    assert [p.name for p in (tmp_path / "backups").iterdir()] == ["kiemdiem-20171201-080000.zip"]
