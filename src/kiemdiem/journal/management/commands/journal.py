"""`journal verify`: whether the journal is the one that was written."""

from argparse import ArgumentParser
from typing import Any

from kiemdiem.journal import console, queries


class Command(console.Command):
    """Checks the journal."""

    help = "Nhật ký: `journal verify` kiểm tra chuỗi băm; mã thoát 0 là nguyên vẹn, 1 là có sai lệch."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One sub-command so far: verify."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify")
        verify = verbs.add_parser("verify", help="kiểm tra từng mục, thứ tự và khóa chống sửa")
        verify.add_argument("--anchor", metavar="SỐ:MÃ", help="đầu chuỗi đã ghi lại trước đây, phải còn nguyên")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints each fault and the head; findings end with exit code 1."""
        proof = queries.verify(anchor=_anchor(options.get("anchor")))
        for fault in proof.faults:
            self.stdout.write(f"Mục {fault.seq}: {fault.what}" if fault.seq else f"Nhật ký: {fault.what}")
        if not proof.whole:
            raise console.Findings(f"Nhật ký KHÔNG nguyên vẹn: {len(proof.faults)} sai lệch trong {proof.entries} mục.")
        self.stdout.write(f"Nhật ký nguyên vẹn: {proof.entries} mục. Đầu chuỗi: {proof.head}")


def _anchor(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    number, colon, digest = text.partition(":")
    if not (colon and number.isdecimal() and len(digest) == 64):
        raise console.WrongUse("--anchor phải có dạng SỐ:MÃ như dòng “Đầu chuỗi” đã in ra.")
    return int(number), digest
