"""The staged house as a test sees it: a home, and everybody of the cast signed in."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from django.test import Client

from kiemdiem.accounts.models import Account
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds
from tests.house.cast import BY_NUMBER, CAST, NOBODY
from tests.house.repository import ROOT


@dataclass
class House:
    """A home with the staged database, and the walkers signed in by user name; nobody is a client without an account.

    `found` keeps what one module found out for the next: the keys are the same in every copy.
    """

    home: Path
    found: dict[str, object]
    clients: dict[str, Client] = field(default_factory=dict)


def signed_in() -> dict[str, Client]:
    """A client for each walker of the cast, one for nobody and one for a teller who entered his secret number.

    A fault of a page is an answer to them, not an exception.
    """
    names = [NOBODY, BY_NUMBER, *(walker.username for walker in CAST)]
    clients = {name: Client(raise_request_exception=False) for name in names}
    for walker in CAST:
        clients[walker.username].force_login(Account.objects.get(username=walker.username))
    round_ = Round.objects.filter(state="counting").order_by("pk").first()
    session = clients[BY_NUMBER].session
    session[rounds.TELLER] = round_.meeting.tellers.first().pk
    session.save()
    clients[BY_NUMBER].cookies["sessionid"] = session.session_key
    return clients


def surroundings(home: Path) -> dict[str, str]:
    """The environment of programs that work in the home."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("KIEMDIEM_")}
    return env | {
        "KIEMDIEM_HOME": str(home),
        "KIEMDIEM_SCRATCH": "1",
        "DJANGO_SETTINGS_MODULE": "kiemdiem.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }


def stage(home: Path) -> None:
    """Plays the house in the empty home, in a process of its own."""
    called = [sys.executable, "-m", "tests.house.staging"]
    done = subprocess.run(called, env=surroundings(home), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
