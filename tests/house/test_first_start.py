"""The first start at a terminal: what it asks, what it makes, and what a start broken off leaves behind."""

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiemdiem.desk.management.commands.start import SINCE
from tests.house.repository import ROOT

PATIENCE = 300  # seconds; a slow machine is no failure


class Terminal:
    """The command at a terminal in a home of its own, as somebody sees it who types."""

    def __init__(self, home, *words):
        self.said = ""
        env = {name: value for name, value in os.environ.items() if not name.startswith(("KIEMDIEM_", "DJANGO_"))}
        env |= {"KIEMDIEM_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiemdiem.config.cli", "start", "--no-serve", *words],
            cwd=ROOT, env=env, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        )  # fmt: skip
        os.close(slave)

    def read(self):
        """Takes in what was printed meanwhile; whether there may be more."""
        ready, _, _ = select.select([self.master], [], [], 0.2)
        try:
            piece = os.read(self.master, 4096) if ready else b""
        except OSError:  # the other end of a terminal whose program ended
            return False
        self.said += piece.decode(errors="replace")
        return bool(piece) or self.process.poll() is None

    def until(self, words):
        """Returns once the words were printed."""
        end = time.monotonic() + PATIENCE
        while words not in self.said:
            assert self.read() and time.monotonic() < end, self.said

    def answer(self, question, answer):
        """Types an answer to a question."""
        self.until(question)
        self.said = self.said.split(question, 1)[1]
        os.write(self.master, f"{answer}\n".encode())

    def end(self):
        """The exit code once the program ended."""
        end = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < end, self.said
        os.close(self.master)
        return self.process.wait(timeout=PATIENCE)

    def works(self, seconds):
        """Returns once the program has worked that much longer, however slow the machine is."""
        enough = self.worked() + seconds
        while self.worked() < enough:
            assert self.read(), self.said

    def worked(self):
        """The seconds of processor the program has used."""
        fields = (Path("/proc") / str(self.process.pid) / "stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) / os.sysconf("SC_CLK_TCK")

    def kill(self):
        """Ends the program as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def accounts(terminal):
    """The user names printed with their one-time passwords."""
    return re.findall(r"^  (\w+)\s+\w{4}-\w{4}-\w{4} ", terminal.said, re.M)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A home whose database is up to date and empty, as a start broken off at its first question leaves it."""
    home = tmp_path_factory.mktemp("empty")
    first = Terminal(home)
    first.until("Chọn 1 hoặc 2: ")
    first.kill()
    return home


@pytest.mark.slow
def test_a_new_committee_is_asked_for_once(empty, tmp_path):
    home = shutil.copytree(empty, tmp_path / "home")
    first = Terminal(home)
    first.until("2. Lập Đảng bộ mới")
    first.answer("Chọn 1 hoặc 2: ", "2")
    first.answer("Tên Đảng bộ: ", "Đảng bộ phường Hòa Bình")
    first.answer("Cấp ủy cấp trên trực tiếp: ", "Thị ủy An Lạc")
    first.answer(SINCE, "01/01/2017")
    assert (first.end(), accounts(first)) == (0, ["quantri", "canbo", "vanphong"])
    again = Terminal(home)
    assert (again.end(), again.said) == (0, "")


@pytest.mark.slow
def test_three_answers_of_no_use_make_nothing(empty):
    first = Terminal(empty)
    for answer in ("", "9", "có"):
        first.answer("Chọn 1 hoặc 2: ", answer)
    assert (first.end(), "chưa lập gì cả" in first.said) == (2, True)
    again = Terminal(empty)
    again.until("Chọn 1 hoặc 2: ")
    again.kill()


@pytest.mark.slow
def test_a_demonstration_broken_off_is_not_taken_for_a_whole_one(empty):
    first = Terminal(empty)
    first.answer("Chọn 1 hoặc 2: ", "1")
    first.until("Đang lập bản mẫu")
    first.works(5)  # well inside the minute it takes, and far enough to have opened accounts
    first.kill()
    again = Terminal(empty, "--new", "Đảng bộ phường Hòa Bình")
    assert (again.end(), accounts(again)) == (0, ["quantri", "canbo", "vanphong"])
