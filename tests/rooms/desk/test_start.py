"""The first start: it asks what to set up, sets it up whole, and a second start changes nothing."""

import os
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.desk import founding
from kiemdiem.org.models import Grant, UnitPeriod
from tests.house.repository import ROOT

AT = datetime(2026, 11, 21, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


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


@pytest.mark.parametrize(
    "arguments",
    [("--demo", "--new", "A"), ("--new", "A", "--rulebook", "khong-co"), ("--new", "A", "--since", "31/02/1975")],
)
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


@pytest.mark.django_db
def test_a_committee_stands_from_its_own_day_on():
    founding.found_committee("Đảng bộ phường An Hòa", "", rulebook_code="hx17", at=AT, since=date(1975, 9, 2))
    days = {*UnitPeriod.objects.values_list("from_on"), *Grant.objects.values_list("from_on")}
    assert days == {(date(1975, 9, 2),)}


@pytest.mark.django_db
def test_a_committee_of_a_day_to_come_is_not_founded():
    with pytest.raises(Refused):
        founding.found_committee("Đảng bộ A", "", rulebook_code="hx17", at=AT, since=AT.date() + timedelta(days=1))
    assert not Account.objects.exists()
