"""Run as a program in an empty home: imports a file again and again, kills it at every stage, looks at what is left.

Prints one JSON line: how many imports were killed, how many left nothing, how many had come in whole, and what was
found wrong. A process of its own, because it forks and because the databases of the tests must not be touched.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from kiemdiem.exchange import commands  # noqa: E402
from kiemdiem.exchange.models import Upload  # noqa: E402
from kiemdiem.journal import queries as journal  # noqa: E402
from kiemdiem.org.models import Membership, Person  # noqa: E402
from tests.rooms.exchange import make  # noqa: E402
from tests.rooms.org import make as org  # noqa: E402

HOME = Path(settings.HOME)
WANTED = 20
MOST = 80


def many() -> bytes:
    """A file of forty members, so that an import takes long enough to be hit."""
    line = make.PEOPLE[0]
    names = [f"Lý Văn Quý {chr(65 + number % 26)}" for number in range(40)]
    people = [[f"DV{n}", name, f"01/01/{1950 + n}", "Nam", "", *line[5:]] for n, name in enumerate(names)]
    return make.filled(units=make.UNITS, people=people)


def on_copy(number: int) -> None:
    """Turns this process to a fresh copy of the database."""
    connection.close()
    path = HOME / f"copy-{number}.sqlite3"
    shutil.copyfile(HOME / "base.sqlite3", path)
    connection.settings_dict["NAME"] = str(path)


def bring_in(ward: org.Ward, content: bytes, *, seen: str) -> None:
    """Hands the file in and takes it over."""
    upload = commands.hand_in(content, name="nhap.xlsx", unit=ward.body, by=ward.officer, at=org.AT)
    commands.apply(upload, seen=seen, version=1, by=ward.officer, at=org.AT)


def left() -> tuple[int, int, int]:
    """Members, memberships and files taken over."""
    return Person.objects.count(), Membership.objects.count(), Upload.objects.exclude(applied_at=None).count()


def wrongs() -> list[str]:
    """What the database and the journal say is wrong."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        found = [row[0] for row in cursor.fetchall() if row[0] != "ok"]
        cursor.execute("PRAGMA foreign_key_check")
        found += [str(row) for row in cursor.fetchall()]
    return found + [fault.what for fault in journal.verify().faults]


def killed_after(ward: org.Ward, content: bytes, *, seen: str, seconds: float) -> bool:
    """Whether an import begun now was still running when it was killed that much later."""
    child = os.fork()
    if child == 0:
        bring_in(ward, content, seen=seen)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main() -> None:
    """Kills twenty imports spread over the time one takes."""
    call_command("migrate", verbosity=0)
    ward, content = org.ward(), many()
    draft = commands.rehearse(content, unit=ward.body, answers={}, rulebook_code="", by=ward.officer, at=org.AT)
    before = left()
    connection.close()
    shutil.copyfile(connection.settings_dict["NAME"], HOME / "base.sqlite3")
    on_copy(0)
    began = time.monotonic()
    bring_in(ward, content, seen=draft.fingerprint())
    takes, after = time.monotonic() - began, left()
    told: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(1, MOST):
        if told["killed"] >= WANTED:
            break
        on_copy(number)
        seconds = takes * (number % (WANTED + 1)) / WANTED
        told["killed"] += killed_after(ward, content, seen=draft.fingerprint(), seconds=seconds)
        told["nothing" if left() == before else "whole" if left() == after else "half"] += 1
        wrong += wrongs()
    sys.stdout.write(json.dumps({**told, "wrong": wrong, "members": after[0] - before[0]}) + "\n")


if __name__ == "__main__":
    main()
