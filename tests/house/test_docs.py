"""Generated pages say what the code says, and every command can be asked for help."""

import os
import subprocess
import sys

import pytest
from django.core.management import get_commands

from tests.house.repository import ROOT

OURS = sorted(name for name, app in get_commands().items() if str(app).startswith("kiemdiem."))


def test_generated_pages_are_fresh():
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", OURS)
def test_every_command_says_what_it_does(name):
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "kiemdiem.config.cli", name, "--help"],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stdout.split("\n\n")[1].strip()) > 20


def test_every_command_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in OURS if f"`{name}" not in readme]
    assert missing == []
