"""The built package stands alone: installed into an empty folder it knows its rulebooks and brings its pages' files."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.repository import ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The content of the built package, in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def said(site: Path, empty: Path, *command: str) -> str:
    """What a command of the package printed, run where no checkout is near."""
    env = {**os.environ, "PYTHONPATH": str(site), "KIEMDIEM_HOME": str(empty / "home")}
    called = [sys.executable, "-m", "kiemdiem.config.cli", *command]
    return subprocess.run(called, cwd=empty, env=env, capture_output=True, text=True, check=True).stdout


def test_the_wheel_lists_its_rulebooks_from_an_empty_folder(site: Path, tmp_path: Path):
    assert "hx17" in said(site, tmp_path, "rulebook", "list")


@pytest.mark.parametrize("name", ["vendor/bootstrap/bootstrap.min.css", "vendor/htmx/htmx.min.js", "web/frame.css"])
def test_the_wheel_brings_the_files_of_its_pages(site: Path, tmp_path: Path, name: str):
    found = said(site, tmp_path, "findstatic", "--first", name, "--verbosity", "0").strip()
    assert Path(found).is_relative_to(site)
