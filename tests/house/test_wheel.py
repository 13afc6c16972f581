"""The built package stands alone: installed into an empty folder it knows its rulebooks."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house.repository import ROOT


def test_the_wheel_lists_its_rulebooks_from_an_empty_folder(tmp_path: Path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    empty = tmp_path / "empty"
    empty.mkdir()
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "KIEMDIEM_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "kiemdiem.config.cli", "rulebook", "list"],
        cwd=empty,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "hx17" in done.stdout
