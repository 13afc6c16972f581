"""The command line: `kiemdiem COMMAND …`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Runs the command named on the command line; its exit code is the process's."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemdiem.config.settings")
    execute_from_command_line(["kiemdiem", *sys.argv[1:]])


if __name__ == "__main__":
    main()
