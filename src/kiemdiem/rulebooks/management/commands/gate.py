"""`gate RULEBOOK ACT FACTS`: may this act happen now? The dry run, without a season."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.process import dry_run
from kiemdiem.core.process.facts import ACTS, FactsProblem
from kiemdiem.journal import console
from kiemdiem.rulebooks import shelf


class Command(console.Command):
    """Asks every gate of an act."""

    help = (
        "Thử một việc: được phép hay bị từ chối, vì sao, phải làm gì; mã thoát 0 được phép, 1 bị từ chối, 2 dùng sai."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The rulebook, the act, its facts, and how to answer."""
        parser.add_argument("rulebook", metavar="RULEBOOK", help="mã bộ quy tắc, ví dụ: " + ", ".join(shelf.codes()))
        parser.add_argument("act", metavar="ACT", help="tên việc: " + ", ".join(ACTS))
        parser.add_argument("facts", metavar="FACTS", help="tệp JSON chứa dữ kiện, hoặc - để đọc từ đầu vào chuẩn")
        parser.add_argument("--recording", action="store_true", help="việc đã diễn ra trên giấy, nay nhập lại")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints refusals and warnings; a refusal ends with exit code 1."""
        code, act = options["rulebook"], options["act"]
        if code not in shelf.codes():
            raise console.WrongUse(f"Không có bộ quy tắc “{code}”. Có: {', '.join(shelf.codes())}.")
        if act not in ACTS:
            raise console.WrongUse(f"Không có việc “{act}”. Có: {', '.join(ACTS)}.")
        try:
            book = shelf.rulebook(code)
            answers = dry_run.try_act(book, act, facts=text_of(options["facts"]), recording=options["recording"])
        except RulebookProblems as error:
            raise console.WrongUse(f"Bộ quy tắc “{code}” chưa dùng được:\n{error}") from None
        except FactsProblem as error:
            found = "".join(f"\n  {place}: {reason}" for place, reason in error.problems)
            raise console.WrongUse(f"Dữ kiện không đúng dạng của việc “{act}”:{found}") from None
        if options["json"]:
            self.stdout.write(json.dumps(dry_run.as_record(act, answers), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(dry_run.as_lines(answers)))
        if not dry_run.is_allowed(answers):
            raise console.Findings("")


def text_of(place: str) -> str:
    """The facts as written, from a file or from standard input.

    Raises: WrongUse when the file cannot be read.
    """
    try:
        return sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise console.WrongUse(f"Không đọc được tệp dữ kiện: {place}") from None
