"""The first start on a machine where something is wrong: a clear sentence, its exit code, nothing half-made.

The real scripts run in a scratch copy whose PATH holds only what each test puts there.
"""

import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.house.repository import ROOT

TOOLS = (
    "bash", "dirname", "df", "awk", "cmp", "cp", "rm", "flock", "id", "mkdir", "sleep", "cat", "touch", "env", "ls",
)  # fmt: skip
PLENTY = "Filesystem 1024-blocks Used Available Capacity Mounted\\n/dev/x 9 1 9000000 1% /"
FULL = PLENTY.replace("9000000", "100")
NOWHERE = "http://127.0.0.1:9/"  # the port that throws everything away; nothing listens there
UV = ROOT / ".tools" / "bin" / "uv"


class Copy:
    """A scratch copy of the two commands, with a small requirement of its own, on a machine of its own."""

    def __init__(self, folder: Path, *, index: str):
        self.index = index
        self.folder, self.bin = folder / "kiemdiem", folder / "bin"
        self.bin.mkdir(parents=True)
        (self.folder / "requirements").mkdir(parents=True)
        shutil.copy(ROOT / "run", self.folder)
        shutil.copytree(ROOT / "scripts", self.folder / "scripts")
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None, tool
            (self.bin / tool).symlink_to(found)
        self.lock(small_wheel(folder / "index" / "small"))
        self.env = {"PATH": str(self.bin), "HOME": str(folder), "PIP_RETRIES": "0", "PIP_TIMEOUT": "2"}
        self.env |= {"UV_HTTP_RETRIES": "0", "UV_HTTP_TIMEOUT": "2", "UV_CACHE_DIR": str(folder / "cache")}
        self.env |= {"PIP_INDEX_URL": NOWHERE, "UV_INDEX_URL": NOWHERE}

    def lock(self, wheel: Path) -> None:
        """Asks for one small package, by its hash."""
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        text = f"small==1.0 --hash=sha256:{digest}\n"
        (self.folder / "requirements" / "core.txt").write_text(text)

    def stub(self, name: str, script: str) -> None:
        """Puts a small program of that name on the machine, in place of the real one."""
        (self.bin / name).unlink(missing_ok=True)
        (self.bin / name).write_text(f"#!/bin/bash\n{script}\n")
        (self.bin / name).chmod(0o755)

    def healthy(self) -> None:
        """A Python that will do, and the installer that is already here."""
        (self.bin / "python3").symlink_to(sys.executable)
        (self.folder / ".tools" / "bin").mkdir(parents=True)
        (self.folder / ".tools" / "bin" / "uv").symlink_to(UV)
        self.env["UV_INDEX_URL"] = self.index

    def begun(self, *prefix: str, **env: str) -> subprocess.Popen[str]:
        """The set-up under way; when it is done, it says what the installed package says."""
        script = "source scripts/setup.sh core && python -c 'import small; print(small.WORD)'"
        return subprocess.Popen(
            [*prefix, "/bin/bash", "-c", script], cwd=self.folder, env={**self.env, **env}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip

    def ran(self, *prefix: str, **env: str) -> tuple[int, str, str]:
        """The exit code of a set-up, what it printed, and what it complained of."""
        process = self.begun(*prefix, **env)
        out, err = process.communicate(timeout=120)
        return process.returncode, out.strip(), err

    def left(self) -> set[str]:
        """What there is in the folder beside what was copied."""
        return {path.name for path in self.folder.iterdir()} - {"run", "scripts", "requirements", ".setup.lock"}


def small_wheel(folder: Path) -> Path:
    """A package of one module."""
    folder.mkdir(parents=True)
    wheel = folder / "small-1.0-py3-none-any.whl"
    parts = {
        "small.py": "WORD = 'sẵn sàng'\n",
        "small-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: small\nVersion: 1.0\n",
        "small-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{name},sha256={digest(text)},{len(text.encode())}" for name, text in parts.items()]
    record = "\n".join([*rows, "small-1.0.dist-info/RECORD,,", ""])
    with zipfile.ZipFile(wheel, "w") as package:
        for name, text in {**parts, "small-1.0.dist-info/RECORD": record}.items():
            package.writestr(name, text)
    (folder / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>')
    return wheel


def digest(text: str) -> str:
    """The hash of a part as a wheel writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class Quiet(SimpleHTTPRequestHandler):
    """An index of packages that writes no log."""

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def copy(tmp_path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path / "index"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Copy(tmp_path, index=f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()


def waited_for(path: Path, process: subprocess.Popen[str]) -> None:
    """Returns once the file is there; fails when the process ended before."""
    while not path.exists():
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)


TOO_OLD = 'if [ "$1" = --version ]; then echo "Python 3.9.2"; else exit 1; fi'
NO_VENV = 'case "$*" in *ensurepip*) exit 1;; *--version*) echo "Python 3.11.2";; *) exit 0;; esac'
REFUSING = 'echo "no such package" >&2; exit 100'


@pytest.mark.parametrize(
    ("stubs", "said"),
    [
        ({"python3": TOO_OLD}, "cần Python từ 3.11 đến 3.13; máy này có: Python 3.9.2"),
        ({"python3": TOO_OLD, "dpkg": "exit 1", "apt-get": REFUSING}, "máy này có: Python 3.9.2"),
        ({}, "máy này có: không có Python"),
        ({"python3": NO_VENV, "df": f"printf '{PLENTY}\\n'"}, "Hãy cài: apt install python3-venv"),
        (
            {"python3": NO_VENV, "df": f"printf '{PLENTY}\\n'", "dpkg": "exit 1", "apt-get": REFUSING},
            "Thiếu gói python3-venv và không tự cài được",
        ),
        ({"python3": "exit 0", "df": f"printf '{FULL}\\n'"}, "Ổ đĩa còn dưới 1500 MB trống"),
    ],
)
def test_a_machine_that_will_not_do_is_told_why_and_left_as_it_was(copy, stubs, said):
    for name, script in stubs.items():
        copy.stub(name, script)
    done = subprocess.run(["/bin/bash", "run"], cwd=copy.folder, env=copy.env, capture_output=True, text=True)
    assert (done.returncode, said in done.stderr, done.stdout) == (1, True, "")
    assert copy.left() == set()


def test_an_index_out_of_reach_is_named_and_the_next_start_goes_on(copy):
    copy.healthy()
    code, out, err = copy.ran(UV_INDEX_URL=NOWHERE)
    assert (code, out, "kho gói Python không truy cập được. Không có gì bị hỏng" in err) == (1, "", True)
    assert copy.ran()[:2] == (0, "sẵn sàng")


def test_an_index_out_of_reach_before_there_is_an_installer(copy):
    (copy.bin / "python3").symlink_to(sys.executable)
    code, out, err = copy.ran()
    assert (code, out, "Không tải được công cụ cài đặt" in err) == (1, "", True)


def test_a_disk_that_fills_up_on_the_way_is_named(copy):
    copy.healthy()
    (copy.folder.parent / "index" / "small" / "small-1.0-py3-none-any.whl").unlink()
    seen = copy.folder.parent / "seen"
    copy.stub("df", f"if [ -e {seen} ]; then printf '{FULL}\\n'; else touch {seen}; printf '{PLENTY}\\n'; fi")
    code, _, err = copy.ran()
    assert (code, "Ổ đĩa đầy nên chưa cài đặt xong" in err) == (1, True)


def test_a_second_start_takes_what_is_there(copy):
    copy.healthy()
    assert copy.ran()[:2] == (0, "sẵn sàng")
    shutil.rmtree(copy.folder / ".tools")
    code, out, err = copy.ran()
    assert (code, out, err) == (0, "sẵn sàng", "")


def stopped_at_the_end(copy: Copy, go: Path) -> Path:
    """Makes the last step of a set-up wait for a file; where it tells that it came so far."""
    reached = copy.folder.parent / "reached"
    real = shutil.which("cp")
    copy.stub("cp", f'touch {reached}; while [ ! -e {go} ]; do sleep 0.1; done; exec {real} "$@"')
    return reached


def test_a_killed_set_up_is_begun_again_from_nothing(copy):
    copy.healthy()
    go = copy.folder.parent / "go"
    reached = stopped_at_the_end(copy, go)
    process = copy.begun()
    waited_for(reached, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    # What a power cut leaves: the package is listed as installed, but its module is not there.
    (module,) = copy.folder.glob(".venv/lib/python*/site-packages/small.py")
    module.unlink()
    go.touch()
    assert copy.ran()[:2] == (0, "sẵn sàng")
    assert copy.ran()[2] == ""


def test_a_second_start_waits_for_the_first(copy):
    copy.healthy()
    go = copy.folder.parent / "go"
    reached = stopped_at_the_end(copy, go)
    first = copy.begun()
    waited_for(reached, first)
    code, out, err = copy.ran(KIEMDIEM_SETUP_WAIT="1")
    assert (code, out) == (1, "")
    assert ("Một lần chạy khác đang cài đặt" in err, "Hãy chờ thêm rồi chạy lại" in err) == (True, True)
    second = copy.begun()
    go.touch()
    assert [process.communicate(timeout=120)[0].strip() for process in (first, second)] == ["sẵn sàng"] * 2
    assert (first.returncode, second.returncode) == (0, 0)


def test_a_python_that_was_replaced_gets_a_fresh_environment(copy):
    copy.healthy()
    assert copy.ran()[0] == 0
    python = copy.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nonexistent/python3.11")
    assert copy.ran()[:2] == (0, "sẵn sàng")


def test_a_folder_nobody_may_write_to_is_named(copy):
    copy.healthy()
    if os.geteuid() == 0:
        (copy.folder / ".setup.lock").mkdir()  # nothing stops root from writing; what cannot be opened for writing does
    else:
        copy.folder.chmod(0o555)
    code, _, err = copy.ran()
    copy.folder.chmod(0o755)
    assert (code, "Không ghi được vào thư mục" in err, copy.left()) == (1, True, {".tools"})
