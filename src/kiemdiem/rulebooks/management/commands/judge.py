"""`judge RULEBOOK FACTS`: verdicts with findings, on one database or on several that must agree."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.core import reasons
from kiemdiem.core.judge.rows import FactsRefused
from kiemdiem.core.judge.stages import judge_stages
from kiemdiem.core.judge.statements import Dialect
from kiemdiem.core.judge.verdict import Verdict
from kiemdiem.core.law import loader
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.journal import console
from kiemdiem.rulebooks.console import spark, tables
from kiemdiem.rulebooks.console.engines import NAMES, OF_TABLES, NoEngine, cursor_on
from kiemdiem.rulebooks.console.fact_files import Rows, UnreadableFacts, facts_from
from kiemdiem.rulebooks.management.commands.rulebook import book_of

Verdicts = dict[str, list[Verdict]]


class Command(console.Command):
    """Judges facts from a file."""

    help = "Xếp loại theo dữ kiện trong tệp JSON hoặc thư mục bảng; mã thoát 0 xong, 1 dữ kiện bị từ chối, 2 dùng sai."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The rulebook, the facts, the databases, and how to answer."""
        parser.add_argument("rulebook", metavar="RULEBOOK")
        parser.add_argument("facts", metavar="FACTS", type=Path, help="tệp JSON, hoặc thư mục có một bảng mỗi loại")
        engines = f"{', '.join(NAMES)}; với --out một trong: {', '.join(OF_TABLES)}"
        parser.add_argument("--engine", metavar="TÊN[,TÊN]", help=engines)
        parser.add_argument("--reading", action="append", default=[], metavar="CÂU_HỎI=CÁCH_HIỂU")
        parser.add_argument("--gaps", type=Path, metavar="TỆP", help="tệp JSON điền các khoảng trống")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="bảng lớn: ghi kết quả Parquet vào đây")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the verdicts; engines that do not agree end with exit code 1."""
        book = settled(book_of(options["rulebook"]), options["reading"], options["gaps"])
        if options["out"]:
            self.tables(book, options)
            return
        names = engines_in(options["engine"] or "sqlite", NAMES)
        try:
            rows = facts_from(options["facts"], book=book)
            found = [judged(book, rows, name) for name in names]
        except (UnreadableFacts, NoEngine) as error:
            raise console.WrongUse(str(error)) from None
        except FactsRefused as refused:
            faults = "\n".join(fault.sentence() for fault in refused.faults)
            raise console.Findings(f"{refused.answer.what}\n{faults}") from None
        self.stdout.write(as_json(found[0]) if options["json"] else "\n".join(as_lines(found[0])))
        if any(other != found[0] for other in found[1:]):
            raise console.Findings(f"Các cơ sở dữ liệu cho kết quả khác nhau: {', '.join(names)}.")

    def tables(self, book: Rulebook, options: dict[str, Any]) -> None:
        """Judges whole tables into tables; says where they stand and what they rest on."""
        try:
            engine, *others = engines_in(options["engine"] or "duckdb", OF_TABLES)
            if others:
                raise console.WrongUse("--out cần đúng một --engine.")
            receipt = tables.judge_tables(book, options["facts"], out=options["out"], engine=engine)
        except (UnreadableFacts, NoEngine) as error:
            raise console.WrongUse(str(error)) from None
        except tables.Faults as faults:
            raise console.Findings(f"Dữ kiện có chỗ sai, chưa xếp loại ai.\n{faults}") from None
        for kind, one in receipt["subjects"].items():
            self.stdout.write(f"{options['out'] / kind}.parquet: {one['rows']} dòng")


def settled(book: Rulebook, readings: list[str], gaps: Path | None) -> Rulebook:
    """The rulebook under the readings and fillings asked for.

    Raises: WrongUse.
    """
    pairs = dict(reading.partition("=")[::2] for reading in readings)
    try:
        filled = json.loads(gaps.read_text(encoding="utf-8")) if gaps else {}
        if not isinstance(filled, dict):
            raise ValueError(f"{gaps}: cần một bảng khoảng trống → nội dung điền.")
        return loader.effective(book, readings=pairs, gaps=filled) if pairs or filled else book
    except (RulebookProblems, ValueError, RecursionError, OSError) as error:
        raise console.WrongUse(str(error)) from None


def engines_in(text: str, names: tuple[Dialect, ...]) -> list[Dialect]:
    """The databases asked for.

    Raises: WrongUse for an unknown one.
    """
    wanted = [name.strip() for name in text.split(",")]
    known = [name for name in names if name in wanted]
    if len(known) != len(wanted):
        raise console.WrongUse(f"--engine nhận: {', '.join(names)}; không phải “{text}”.")
    return known


def judged(book: Rulebook, rows: Rows, name: Dialect) -> Verdicts:
    """The verdicts of every stage on one database."""
    if name == "spark":
        return spark.judge_rows(book, rows)
    with cursor_on(name) as cursor:
        return judge_stages(book, rows, cursor=cursor, dialect=name)


def as_json(verdicts: Verdicts) -> str:
    """The verdicts by kind of subject as JSON."""
    plain = {kind: [verdict.to_json() for verdict in found] for kind, found in verdicts.items()}
    return json.dumps(plain, ensure_ascii=False, indent=2)


def as_lines(verdicts: Verdicts) -> list[str]:
    """The verdicts with their findings, as a person reads them."""
    return [line for found in verdicts.values() for verdict in found for line in reasons.told(verdict)]
