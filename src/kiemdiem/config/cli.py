"""The command line: `kiemdiem COMMAND …`. Exit codes: 0 done, 1 refused or findings, 2 wrong use."""

import os
import re
import sys

import django
from django.core.management import execute_from_command_line, get_commands, load_command_class

DJANGOS_OWN = {"migrate"}  # the one command of the framework that an operator needs
ASKING = {"-h", "--help", "help"}
WRONG_USE = 2
UNREADABLE = re.compile("[\ud800-\udfff]")  # bytes of the command line that are no text


def main() -> None:
    """Runs the command named on the command line; its exit code is the process's."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemdiem.config.settings")
    words = sys.argv[1:]
    try:
        django.setup()
    except OSError as fault:
        sys.exit(f"Không dùng được thư mục dữ liệu (KIEMDIEM_HOME): {fault}")
    if any(UNREADABLE.search(word) for word in words):
        print("Lệnh có chữ không đọc được; hãy gõ lại bằng bảng mã UTF-8.", file=sys.stderr)
        sys.exit(WRONG_USE)
    if words and words[0] in ASKING and len(words) == 1:
        print(overview())
        sys.exit(0)
    if not words or words[0] not in get_commands():
        what = f"Không có lệnh “{words[0]}”." if words else "Chưa nêu lệnh."
        print(f"{what} Gõ `kiemdiem --help` để xem các lệnh.", file=sys.stderr)
        sys.exit(WRONG_USE)
    try:
        execute_from_command_line(["kiemdiem", *words])
    except SystemExit as ended:
        if ended.code == WRONG_USE:
            print(f"Lệnh dùng chưa đúng. Gõ `kiemdiem {words[0]} --help` để xem cách dùng.", file=sys.stderr)
        raise


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
