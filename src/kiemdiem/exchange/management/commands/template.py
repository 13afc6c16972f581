"""`template FILE.xlsx`: writes the file that people and units are imported from."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.exchange import template
from kiemdiem.journal import console
from kiemdiem.org import queries
from kiemdiem.web.moment import today


class Command(console.Command):
    """Writes the import file."""

    help = "Ghi mẫu Excel để nhập tổ chức, đảng viên, chức vụ; --unit điền sẵn dữ liệu hiện có của một Đảng bộ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write, and whose data to fill in."""
        parser.add_argument("file", metavar="TỆP.xlsx", type=Path)
        parser.add_argument("--unit", metavar="MÃ", default="", help="mã Đảng bộ có dữ liệu cần điền sẵn")
        parser.add_argument("--force", action="store_true", help="ghi đè tệp đã có")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file, unless one is there already."""
        path: Path = options["file"]
        if path.suffix.lower() != ".xlsx":
            raise console.WrongUse("Tên tệp phải có đuôi .xlsx.")
        if path.exists() and not options["force"]:
            raise console.WrongUse(f"Đã có tệp {path}; thêm --force để ghi đè.")
        unit = queries.unit(options["unit"]) if options["unit"] else None
        path.write_bytes(template.written(unit, on=today()))
        self.stdout.write(f"Đã ghi {path}.")
