"""`restore`: a whole installation from one archive, in an empty folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.files import commands
from kiemdiem.journal import console


class Command(console.Command):
    """Restores a backup."""

    help = "Khôi phục bản sao lưu vào một thư mục trống. Mã thoát: 0 xong, 1 từ chối (không ghi gì), 2 dùng sai."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """From which archive, into which folder."""
        parser.add_argument("source", metavar="TỆP", type=Path, help="bản sao lưu .zip")
        parser.add_argument("--into", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục mới hoặc trống")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints what stands in the folder now; contents lost before are findings."""
        done = commands.restore_backup(options["source"], into=options["into"])
        self.stdout.write(f"Đã khôi phục vào {done.folder}: {done.entries} mục nhật ký, {done.files} tệp.")
        self.stdout.write(f"Bản sao lưu tạo lúc {done.made_at}. Đầu chuỗi nhật ký: {done.journal}")
        self.stdout.write(f"Để dùng: đặt KIEMDIEM_HOME={done.folder} rồi khởi động lại.")
        if done.missing:
            raise console.Findings(f"Có {len(done.missing)} tệp lưu trữ đã mất nội dung từ trước khi sao lưu.")
