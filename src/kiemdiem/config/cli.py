"""The command line: `kiemdiem COMMAND …`. Exit codes: 0 done, 1 refused or findings, 2 wrong use."""

import os
import sys

import django
from django.core.management import execute_from_command_line, get_commands, load_command_class

DJANGOS_OWN = {"migrate"}  # the one command of the framework that an operator needs
ASKING = {"-h", "--help", "help"}


def main() -> None:
    """Runs the command named on the command line; its exit code is the process's."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemdiem.config.settings")
    words = sys.argv[1:]
    try:
        django.setup()
    except OSError as fault:
        sys.exit(f"Không dùng được thư mục dữ liệu (KIEMDIEM_HOME): {fault}")
    if words and words[0] in ASKING and len(words) == 1:
        print(overview())
        sys.exit(0)
    if not words or words[0] not in get_commands():
        what = f"Không có lệnh “{words[0]}”." if words else "Chưa nêu lệnh."
        print(f"{what} Gõ `kiemdiem --help` để xem các lệnh.", file=sys.stderr)
        sys.exit(2)
    execute_from_command_line(["kiemdiem", *words])


def overview() -> str:
    """Every command with the first sentence of its help."""
    lines = ["kiemdiem LỆNH [--help]", ""]
    for name, app in sorted(get_commands().items()):
        if name in DJANGOS_OWN or str(app).startswith("kiemdiem."):
            command = app if not isinstance(app, str) else load_command_class(app, name)
            lines.append(f"  {name:<12} {command.help}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
