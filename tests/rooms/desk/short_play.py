"""Run as a program in an empty home: the small ward up to one body's and one cell's results, left in the file named."""

import sys
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from kiemdiem.desk.play import leavings  # noqa: E402
from tests.rooms.papers import season as make  # noqa: E402

if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    stage = make.small_stage("hx17")
    make.reviewed(stage, body="ubnd")
    leavings.write_verdicts(stage.season, Path(sys.argv[1]))
