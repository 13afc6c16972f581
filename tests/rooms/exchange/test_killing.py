"""An import killed at any moment leaves all of the file or nothing of it."""

import json
import os
import subprocess
import sys

import pytest

from tests.house.repository import ROOT


@pytest.mark.slow
def test_twenty_killed_imports_leave_all_or_nothing(tmp_path):
    env = {name: value for name, value in os.environ.items() if name != "KIEMDIEM_DATABASE"}
    env |= {
        "KIEMDIEM_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "kiemdiem.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.rooms.exchange.killing"], env=env, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["killed"] >= 20, told.get("half", 0), told["wrong"], told["members"]) == (True, 0, [], 40)
