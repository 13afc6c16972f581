"""`worker`: does the waiting jobs, one after the other, until it is told to stop."""

import os
import signal
import threading
import time
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from kiemdiem.jobs import commands, worker
from kiemdiem.journal import console
from kiemdiem.web.moment import moment


class Command(console.Command):
    """Works through the jobs."""

    help = "Chạy các công việc dài (nhập dữ liệu, in giấy tờ, sao lưu). Dừng bằng Ctrl+C: làm xong việc dở rồi thoát."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How long, and how eagerly."""
        parser.add_argument("--once", action="store_true", help="làm hết việc đang chờ rồi thoát")
        parser.add_argument("--max-seconds", type=float, metavar="GIÂY", help="thoát sau thời gian này")
        parser.add_argument(
            "--lease", type=float, default=30, metavar="GIÂY", help="thời hạn giữ một việc, mặc định 30"
        )
        parser.add_argument("--beside", type=int, metavar="PID", help="thoát khi tiến trình này không còn")
        parser.add_argument("--poll", type=float, default=2, metavar="GIÂY", help="khoảng nghỉ khi không có việc")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints one line for each job done."""
        if options["lease"] <= 0 or options["poll"] <= 0:
            raise console.WrongUse("--lease và --poll phải lớn hơn 0.")
        told = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: told.set())
        ends = time.monotonic() + options["max_seconds"] if options["max_seconds"] is not None else None
        name, lease = worker.worker_name(), timedelta(seconds=options["lease"])
        while not told.is_set() and (ends is None or time.monotonic() < ends) and is_alive(options["beside"]):
            commands.queue_nightly_jobs(moment())
            done = worker.take_one(name, now=moment, lease=lease)
            if done:
                turn, state = done
                self.stdout.write(f"Việc {turn.job.pk} ({turn.job.kind}): {state}")
            elif options["once"]:
                return
            else:
                told.wait(options["poll"])


def is_alive(pid: int | None) -> bool:
    """Whether the process still runs; none is asked about when no number is given."""
    if pid is None:
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
