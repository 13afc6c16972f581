"""The first start: it asks what to set up, sets it up whole, and a second start changes nothing."""

import os
import re
import subprocess
import sys

import pytest

from tests.house.repository import ROOT


def start(home, *arguments):
    env = {k: v for k, v in os.environ.items() if not k.startswith("KIEMDIEM_")}
    env |= {"KIEMDIEM_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-m", "kiemdiem.config.cli", "start", "--no-serve", *arguments],
        env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_without_an_answer_nothing_is_set_up(tmp_path):
    done = start(tmp_path)

    assert done.returncode == 2
    assert "--demo" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("--demo", "--new", "A"), ("--new", "A", "--rulebook", "khong-co")])
def test_wrong_use_says_what_to_write(tmp_path, arguments):
    done = start(tmp_path, *arguments)

    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_a_new_committee_opens_its_office_once(tmp_path):
    first = start(tmp_path, "--new", "Đảng bộ phường An Hòa", "--superior", "Thị ủy An Hòa")
    assert first.returncode == 0, first.stderr
    assert re.findall(r"^  (\w+) ", first.stdout, re.MULTILINE) == ["quantri", "canbo", "vanphong"]
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0

    again = start(tmp_path)
    assert (again.returncode, "mật khẩu" in again.stdout) == (0, False)

    for arguments in (("--demo",), ("--new", "Đảng bộ khác")):
        refused = start(tmp_path, *arguments)
        assert (refused.returncode, "KIEMDIEM_HOME" in refused.stderr) == (2, True)
