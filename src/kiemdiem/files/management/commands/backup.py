"""`backup`: one archive of everything but the installation's own secrets."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.files import commands
from kiemdiem.journal import console
from kiemdiem.web.moment import moment


class Command(console.Command):
    """Makes a backup."""

    help = "Sao lưu cơ sở dữ liệu và các tệp vào một tệp .zip. Mã thoát: 0 xong, 1 không làm được hoặc thiếu tệp."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and in which form."""
        parser.add_argument("--to", metavar="TỆP", type=Path, help="tên tệp sao lưu; nếu bỏ trống, vào thư mục backups")
        parser.add_argument(
            "--portable", action="store_true", help="ghi các bảng thành dòng JSON, để chuyển giữa SQLite và PostgreSQL"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints where the archive is; contents lost before are findings."""
        if options["to"] and not options["to"].parent.is_dir():
            raise console.WrongUse(f"Không có thư mục {options['to'].parent}.")
        made = commands.make_backup(by=None, at=moment(), to=options["to"], portable=options["portable"])
        self.stdout.write(f"Đã sao lưu: {made.path} ({made.size} byte)\nsha256: {made.sha256}")
        self.stdout.write("Bản sao lưu có dữ liệu cá nhân: hãy cất ở nơi khác máy chủ, có khóa.")
        if made.missing:
            raise console.Findings(f"Có {len(made.missing)} tệp lưu trữ đã mất nội dung trước khi sao lưu.")
