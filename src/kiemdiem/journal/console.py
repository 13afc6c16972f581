"""What every command of the console shares: a refusal is a sentence and exit code 1, wrong use is exit code 2."""

import os
import sys
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

from kiemdiem.core.answer import Refused
from kiemdiem.web.disk import full_disk


class WrongUse(CommandError):  # noqa: N818 - the field's word for it
    """The command was asked for something it has no meaning for: exit code 2."""

    def __init__(self, sentence: str):
        super().__init__(sentence, returncode=2)


class Findings(CommandError):  # noqa: N818 - a result, not a fault of the program
    """The command did its work and found something wrong: exit code 1."""


class Command(BaseCommand):
    """A command of the console. Subclasses write `handle`; they raise Refused, WrongUse or Findings to stop."""

    requires_system_checks: ClassVar[list[str]] = []
    suppressed_base_arguments: ClassVar[set[str]] = {
        "--version",
        "--settings",
        "--pythonpath",
        "--traceback",
        "--no-color",
        "--force-color",
        "--skip-checks",
    }

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Runs the command; whatever stops it becomes one sentence with its exit code."""
        try:
            return super().execute(*args, **options)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        except (DatabaseError, OSError) as fault:
            if (answer := full_disk(fault)) is not None:
                raise CommandError(answer.sentence()) from fault
            if isinstance(fault, OSError):
                raise CommandError(f"Không đọc hoặc ghi được tệp: {fault}") from fault
            raise CommandError(
                f"Cơ sở dữ liệu không trả lời được: {fault}. Hãy chạy lệnh migrate hoặc xem lại ổ đĩa."
            ) from fault

    def run_from_argv(self, argv: list[str]) -> None:
        """The process's own way in: prints the sentence of what stopped the command and exits with its code."""
        self._called_from_command_line = True
        options = vars(self.create_parser(argv[0], argv[1]).parse_args(argv[2:]))
        args = options.pop("args", ())
        try:
            self.execute(*args, **options)
        except CommandError as stopped:
            self.stderr.write(str(stopped))
            sys.exit(stopped.returncode)
        except KeyboardInterrupt:
            sys.exit(130)
        except BrokenPipeError:
            # The reader (head, less) has gone; there is nobody left to tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        finally:
            connections.close_all()
