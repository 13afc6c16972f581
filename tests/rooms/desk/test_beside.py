"""The worker beside the site: there while the site is, gone with it."""

import os
import subprocess
import sys

import pytest

from kiemdiem.desk import beside
from tests.house.repository import ROOT

pytestmark = pytest.mark.database


def test_the_worker_lasts_as_long_as_the_site():
    with beside.worker() as process:
        assert process.poll() is None
    assert process.returncode is not None


def test_a_worker_beside_a_process_that_is_gone_ends_at_once(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    env = os.environ | {"KIEMDIEM_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "kiemdiem.config.cli", "worker", "--beside", str(gone.pid)],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (0, "")
