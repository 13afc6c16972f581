"""A worker: takes one job after the other, shows life while it works, and stops when told."""

import os
import secrets
import socket
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, connections

from kiemdiem.jobs import commands
from kiemdiem.jobs.commands import Turn
from kiemdiem.jobs.kinds import kinds


def worker_name() -> str:
    """A name no other worker has, telling people on which machine to look."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(3)}"


def take_one(name: str, *, now: Callable[[], datetime], lease: timedelta) -> tuple[Turn, str] | None:
    """Takes and does one job, if one waits: its turn and the state it is in now."""
    turn = commands.take_job(name, now=now, lease=lease)
    if turn is None:
        return None
    kind = kinds().get(turn.job.kind)
    if kind is None:
        turn.fail(f"Chương trình này không biết loại việc {turn.job.kind}.", for_good=True)
        return turn, turn.job.FAILED
    with Pulse(turn):
        return turn, commands.carry_out(turn, kind.work)


class Pulse:
    """Shows life from a thread of its own while a long step of the work runs; it dies with the process."""

    def __init__(self, turn: Turn):
        self.turn = turn
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> "Pulse":
        self.thread.start()
        return self

    def __exit__(self, *rest: object) -> None:
        self.over.set()
        self.thread.join()

    def _beat(self) -> None:
        try:
            while not self.over.wait(self.turn.lease.total_seconds() / 3):
                self._beat_once()
        finally:
            connections.close_all()

    def _beat_once(self) -> None:
        # A database busy with a long write cannot be told; the lease is renewed at the next beat, and if that is too
        # late the work itself finds out that it lost the job.
        try:
            self.turn.live()
        except (commands.Lost, commands.Stopped):
            self.over.set()
        except connection.Database.Error:
            return
