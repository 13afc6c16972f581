"""A real server on a copied database, in a folder and on a port of its own."""

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


def free_port() -> int:
    """A port of this computer that nobody holds."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(address: str) -> bool:
    """Whether a server is there, whatever its certificate."""
    try:
        urllib.request.urlopen(address + "/static/-", timeout=5, context=ssl._create_unverified_context())
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


@dataclass
class Site:
    """One installation: its folder, the settings it runs with, and the server while it runs."""

    home: Path
    settings: str = "kiemdiem.config.settings"
    port: int = 0
    scheme: str = "http"
    server: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Where the site is found."""
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def surroundings(self) -> dict[str, str]:
        """The environment of this installation's programs."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("KIEMDIEM_")}
        own = {"KIEMDIEM_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": self.settings}
        return kept | own | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}

    def run(self, *command: str) -> str:
        """What one command of the console printed; it must end well."""
        called = [sys.executable, "-m", "kiemdiem.config.cli", *command]
        ended = subprocess.run(called, cwd=ROOT, env=self.surroundings(), capture_output=True, text=True, timeout=300)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def python(self, program: str) -> str:
        """What a short program printed that ran inside this installation, to put people and seasons in place."""
        begun = f"import django; django.setup()\n{program}"
        called = [sys.executable, "-c", begun]
        ended = subprocess.run(called, cwd=ROOT, env=self.surroundings(), capture_output=True, text=True, timeout=300)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def session_of(self, username: str) -> dict[str, str]:
        """The cookie of a browser in which this account has signed in."""
        program = (
            "from importlib import import_module\n"
            "from django.conf import settings\n"
            "from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY\n"
            "from kiemdiem.accounts.models import Account\n"
            "store = import_module(settings.SESSION_ENGINE).SessionStore()\n"
            f"account = Account.objects.get(username={username!r})\n"
            "store[SESSION_KEY] = str(account.pk)\n"
            "store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]\n"
            "store[HASH_SESSION_KEY] = account.get_session_auth_hash()\n"
            "store.create()\n"
            "print(settings.SESSION_COOKIE_NAME, store.session_key)"
        )
        name, value = self.python(program).split()
        return {"name": name, "value": value, "url": self.address}

    def copied_to(self, home: Path) -> "Site":
        """The same installation in another folder, not running."""
        shutil.copytree(self.home, home)
        return Site(home, self.settings)

    def start(self, *options: str) -> "Site":
        """This site, once it answers."""
        self.port = free_port()
        return self.again(*options)

    def again(self, *options: str) -> "Site":
        """This site once it answers, where it was found before it went away."""
        self.scheme = "https" if "--tls" in options else "http"
        called = [sys.executable, "-m", "kiemdiem.config.cli", "serve", "--port", str(self.port), "--workers", "1"]
        called += options
        with (self.home / "server.log").open("wb") as log:
            self.server = subprocess.Popen(
                called, cwd=ROOT, env=self.surroundings(), stdout=log, stderr=log, start_new_session=True
            )
        self.wait()
        return self

    def wait(self) -> None:
        """Returns when the site answers."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.server and self.server.poll() is None, self.log()
            if answers(self.address):
                return
            time.sleep(0.1)
        raise AssertionError(self.log())

    def log(self) -> str:
        """What the server has said so far."""
        return (self.home / "server.log").read_text(encoding="utf-8")

    def stop(self) -> None:
        """Stops the server and its workers."""
        if self.server and self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGTERM)
            self.server.wait(timeout=PATIENCE)
