"""A disk that takes no more, and a clock set back: through the real server and the real commands."""

import re
import resource
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.journeys.site import ROOT, Site

pytestmark = pytest.mark.journey
PAGE = "/to-chuc/cb1/doi-ten/"
TYPED = "Chi bộ Tổ dân phố Đông"
FULL = "Chưa lưu được: ổ đĩa đầy hoặc không ghi được."
ENOUGH_TO_READ = 33_000  # SQLite maps 32 KiB to read at all; what it would write goes beyond
WARD = "from tests.rooms.org import make; make.ward()"
COUNTS = (
    "from kiemdiem.org.models import Membership, Person, Unit, UnitPeriod\n"
    "print([model.objects.count() for model in (Membership, Person, Unit, UnitPeriod)])"
)


class Turned(urllib.request.HTTPRedirectHandler):
    """Leaves every redirection to the test."""

    def redirect_request(self, *_):
        """None is followed."""


def asked(site: Site, cookie: str, **typed: str) -> tuple[int, str]:
    """The status and text of the page that renames a cell; with something typed, of the page sent."""
    headers = {"Cookie": cookie, "Referer": site.address + PAGE}
    data = urllib.parse.urlencode(typed).encode() if typed else None
    request = urllib.request.Request(site.address + PAGE, data=data, headers=headers)
    try:
        with urllib.request.build_opener(Turned).open(request, timeout=60) as answer:
            token = re.search(r"csrftoken=([^;]+)", answer.headers.get("Set-Cookie") or "")
            return answer.status, f"{token[1] if token else ''}\n{answer.read().decode()}"
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def typed_into(site: Site, cookie: str) -> tuple[str, dict[str, str]]:
    """A fresh page with a new name typed into it: its cookies and what it will send."""
    status, page = asked(site, cookie)
    assert status == 200, page
    token, text = page.split("\n", 1)
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))
    return f"{cookie}; csrftoken={token}", {**hidden, "name": TYPED, "on": "01/11/2017"}


def limited(site: Site, size: int) -> None:
    """Lets the server and its workers write no file beyond that size, as a full disk does."""
    assert site.server is not None
    pids = [site.server.pid, *children(site.server.pid)]
    for pid in pids:
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, most))


def children(pid: int) -> list[int]:
    """The processes a process has begun, theirs as well."""
    own = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [*own, *(below for each in own for below in children(each))]


def signed_in(site: Site) -> str:
    """The cookie of the officer of a small ward, the site being open."""
    site.python(WARD)
    site.start()
    cookie = site.session_of("canbo")
    return f"{cookie['name']}={cookie['value']}"


def test_a_full_disk_is_said_on_the_form_and_what_was_typed_stays(site: Site):
    cookie = signed_in(site)
    before = site.python(COUNTS)
    cookies, answers = typed_into(site, cookie)
    limited(site, ENOUGH_TO_READ)
    status, text = asked(site, cookies, **answers)
    assert (status, FULL in text, f'value="{TYPED}"' in text) == (422, True, True)
    limited(site, resource.RLIM_INFINITY)
    assert site.python(COUNTS) == before
    assert "nguyên vẹn" in site.run("journal", "verify")
    assert asked(site, cookies, **answers)[0] == 302


def test_a_clock_set_back_is_said_on_the_form_and_nothing_is_written(site: Site):
    cookie = signed_in(site)
    later = "from datetime import datetime; from tests.rooms.org.make import ZONE\n"
    act = "with commands.act('t.t', by=None, at=datetime(2090, 1, 1, tzinfo=ZONE)): pass"
    site.python(f"{later}from kiemdiem.journal import commands\n{act}")
    before = site.python(COUNTS)
    cookies, answers = typed_into(site, cookie)
    status, text = asked(site, cookies, **answers)
    assert (status, "đồng hồ đang sớm hơn" in text, f'value="{TYPED}"' in text) == (422, True, True)
    assert site.python(COUNTS) == before


def test_a_command_on_a_full_disk_says_so_and_leaves_nothing_half(site: Site, tmp_path: Path):
    from tests.rooms.exchange import make

    site.python(WARD)
    file = tmp_path / "nhap.xlsx"
    file.write_bytes(make.whole())
    before = site.python(COUNTS)
    called = [sys.executable, "-m", "kiemdiem.config.cli", "import", str(file), "--as", "canbo", "--apply"]
    size = len(make.whole()) + 4096

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    done = subprocess.run(
        called, cwd=ROOT, env=site.surroundings(), capture_output=True, text=True, timeout=300, preexec_fn=full
    )
    assert (done.returncode, FULL in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert site.python(COUNTS) == before
    assert "nguyên vẹn" in site.run("journal", "verify")
    assert "Đã nhập 7 mục" in site.run(*called[3:])
