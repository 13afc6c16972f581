"""A worker beside the site of one machine, so that long work and the nightly backup need no second window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 30


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """A worker for as long as this lasts; it also ends by itself when this process is gone."""
    begun = subprocess.Popen([sys.executable, "-m", "kiemdiem.config.cli", "worker", "--beside", str(os.getpid())])
    try:
        yield begun
    finally:
        begun.terminate()
        try:
            begun.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            begun.kill()
            begun.wait()
