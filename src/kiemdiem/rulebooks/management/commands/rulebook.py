"""`rulebook list · show · check · diff · simulate · coverage`: work on rules from the console."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kiemdiem.core.judge.rows import FactsRefused
from kiemdiem.core.judge.simulation import simulated
from kiemdiem.core.law import loader
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.journal import console
from kiemdiem.rulebooks import shelf
from kiemdiem.rulebooks.console import coverage, told
from kiemdiem.rulebooks.console.engines import cursor_on
from kiemdiem.rulebooks.console.fact_files import UnreadableFacts, facts_from


class Command(console.Command):
    """Lists, shows, checks, compares and tries rulebooks, and says which rows are covered."""

    help = "Bộ quy tắc: liệt kê, in nội dung, kiểm tra, so sánh, thử trên cùng dữ kiện, độ phủ các dòng."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One sub-command for each act."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="list|show|check|diff|simulate|coverage")
        verbs.add_parser("list", help="liệt kê các bộ quy tắc")
        verbs.add_parser("show", help="in nội dung một bộ quy tắc").add_argument("rulebook", metavar="RULEBOOK")
        checking = verbs.add_parser("check", help="kiểm tra một bộ quy tắc hoặc một thư mục")
        checking.add_argument("rulebook", metavar="RULEBOOK|THƯ_MỤC", help="mã bộ quy tắc, hoặc thư mục các tệp YAML")
        checking.add_argument("--catalogue", metavar="MÃ", help="danh mục dòng dùng để kiểm tra một thư mục")
        comparing = verbs.add_parser("diff", help="hai bộ quy tắc khác nhau ở đâu, bằng lời")
        comparing.add_argument("before", metavar="A")
        comparing.add_argument("after", metavar="B")
        comparing.add_argument("--reading", action="append", default=[], metavar="CÂU_HỎI=CÁCH_HIỂU", help="của B")
        comparing.add_argument("--all", action="store_true", help="cả những chỗ chỉ đổi số mục, đổi lời văn")
        trying = verbs.add_parser("simulate", help="cùng dữ kiện, hai bộ quy tắc: ai đổi kết quả, theo dòng nào")
        trying.add_argument("before", metavar="A")
        trying.add_argument("after", metavar="B")
        trying.add_argument("facts", metavar="FACTS", type=Path, help="tệp JSON, hoặc thư mục có một bảng mỗi loại")
        trying.add_argument("--reading", action="append", default=[], metavar="CÂU_HỎI=CÁCH_HIỂU", help="của B")
        trying.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        covering = verbs.add_parser("coverage", help="dòng nào đã được kiểm thử, khẳng định, để trống, còn nợ")
        covering.add_argument("rulebook", metavar="RULEBOOK")

    def handle(self, *args: Any, **options: Any) -> None:
        """Carries out the act."""
        getattr(self, f"{options['verb']}_rulebooks")(options)

    def list_rulebooks(self, options: dict[str, Any]) -> None:
        """Prints one line for each rulebook."""
        for code in shelf.codes():
            self.stdout.write(told.summary(book_of(code)))

    def show_rulebooks(self, options: dict[str, Any]) -> None:
        """Prints the whole rulebook."""
        for line in told.lines(book_of(options["rulebook"])):
            self.stdout.write(line)

    def check_rulebooks(self, options: dict[str, Any]) -> None:
        """Prints every problem of a rulebook; exit code 1 when there is one."""
        try:
            book = checked(options["rulebook"], options["catalogue"])
        except RulebookProblems as error:
            for problem in error.problems:
                self.stdout.write(problem.sentence())
            raise console.Findings(f"{len(error.problems)} chỗ sai.") from None
        questions = len(book.interpretations.interpretations)
        self.stdout.write(f"{book.code}: đúng; {len(book.entries)} mục, {questions} cách hiểu; mã băm {book.sha256}")

    def diff_rulebooks(self, options: dict[str, Any]) -> None:
        """Prints what the second rulebook adds, drops or changes."""
        before, after = book_of(options["before"]), book_of(options["after"])
        for line in told.differences(before, read_as(after, options["reading"]), is_whole=options["all"]):
            self.stdout.write(line)

    def simulate_rulebooks(self, options: dict[str, Any]) -> None:
        """Prints whose result another rulebook would change; nothing is kept."""
        before, after = book_of(options["before"]), read_as(book_of(options["after"]), options["reading"])
        try:
            rows = facts_from(options["facts"], book=before)
            with cursor_on("sqlite") as cursor:
                found = simulated(before, after, rows=rows, cursor=cursor, dialect="sqlite")
        except UnreadableFacts as error:
            raise console.WrongUse(str(error)) from None
        except FactsRefused as refused:
            faults = "\n".join(fault.sentence() for fault in refused.faults)
            raise console.Findings(f"{refused.answer.what}\n{faults}") from None
        if options["json"]:
            self.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(told.simulation(found, before=before)))

    def coverage_rulebooks(self, options: dict[str, Any]) -> None:
        """Prints the rows still owed and the four counts; exit code 1 when any is owed."""
        book = book_of(options["rulebook"])
        try:
            tested = coverage.rows_tested(coverage.TESTS)
        except coverage.Uncollected as error:
            raise console.WrongUse(str(error)) from None
        found = coverage.coverage_of(book, catalogue=shelf.catalogue(book.code), tested=tested)
        for row in found.debt:
            self.stdout.write(f"debt {row}")
        self.stdout.write(found.line())
        if found.debt:
            raise console.Findings(f"{len(found.debt)} dòng còn nợ.")


def book_of(code: str) -> Rulebook:
    """The rulebook of the code.

    Raises: WrongUse when there is none; Findings when its texts do not stand.
    """
    if code not in shelf.codes():
        raise console.WrongUse(f"Không có bộ quy tắc “{code}”. Có: {', '.join(shelf.codes())}.")
    try:
        return shelf.rulebook(code)
    except RulebookProblems as error:
        raise console.Findings(f"Bộ quy tắc “{code}” chưa dùng được:\n{error}") from None


def read_as(book: Rulebook, readings: list[str]) -> Rulebook:
    """The rulebook under the readings asked for.

    Raises: WrongUse.
    """
    pairs = dict(reading.partition("=")[::2] for reading in readings)
    try:
        return loader.effective(book, readings=pairs) if pairs else book
    except RulebookProblems as error:
        raise console.WrongUse(str(error)) from None


def checked(name: str, catalogue: str | None) -> Rulebook:
    """The rulebook of a code, or of a folder against a catalogue.

    Raises: RulebookProblems, WrongUse.
    """
    folder = Path(name)
    if catalogue is not None and catalogue not in shelf.catalogues():
        raise console.WrongUse(f"Không có danh mục dòng “{catalogue}”. Có: {', '.join(shelf.catalogues())}.")
    if name in shelf.codes():
        return loader.load(shelf.texts(name), catalogue=shelf.catalogue(name).rows)
    if not folder.is_dir():
        raise console.WrongUse(f"Không có bộ quy tắc hay thư mục “{name}”. Có: {', '.join(shelf.codes())}.")
    if catalogue not in shelf.catalogues():
        raise console.WrongUse(f"Hãy chỉ danh mục dòng: --catalogue {'|'.join(shelf.catalogues())}.")
    return loader.load(shelf.texts_in(folder), catalogue=shelf.catalogue(catalogue).rows)
