"""`import FILE.xlsx [--apply]`: shows what a file would change in a committee, and takes it over when told to."""  # noqa: N999 - the command is called so

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.exchange import access, commands
from kiemdiem.exchange.draft import Draft
from kiemdiem.journal import console
from kiemdiem.org import access as org_access
from kiemdiem.org import queries
from kiemdiem.org.models import Unit
from kiemdiem.web.moment import moment, today


class Command(console.Command):
    """Imports units, people, posts and outside grades."""

    help = "Nhập tổ chức, đảng viên, chức vụ, xếp loại từ Excel; không có --apply thì chỉ xem trước, không ghi gì."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, on whose account, into which committee."""
        parser.add_argument("file", metavar="TỆP.xlsx", type=Path)
        parser.add_argument("--apply", action="store_true", help="ghi thật, tất cả hoặc không gì cả")
        parser.add_argument("--as", dest="account", metavar="TÀI_KHOẢN", default="", help="người nhập")
        parser.add_argument("--unit", metavar="MÃ", default="", help="mã Đảng bộ nhận dữ liệu")
        parser.add_argument("--rulebook", metavar="MÃ", default="", help="quy định có tên các mức xếp loại")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints what would be or was done; faults and open questions end with exit code 1."""
        if not options["file"].is_file():
            raise console.WrongUse(f"Không có tệp {options['file']}.")
        unit = committee(options["unit"])
        by = keyer(options["account"], unit=unit)
        content, at = options["file"].read_bytes(), moment()
        rulebook = options["rulebook"]
        draft = commands.rehearse(content, unit=unit, answers={}, rulebook_code=rulebook, by=by, at=at)
        self.print_draft(draft)
        if draft.faults or draft.questions:
            raise console.Findings("Chưa nhập gì. Hãy sửa tệp theo các dòng trên rồi chạy lại.")
        if options["apply"] and draft.steps:
            name = options["file"].name
            upload = commands.hand_in(content, name=name, unit=unit, rulebook_code=rulebook, by=by, at=at)
            commands.apply(upload, seen=draft.fingerprint(), version=upload.version, by=by, at=at)
            self.stdout.write(f"Đã nhập {len(draft.steps)} mục ({upload.key}).")
        elif draft.steps:
            self.stdout.write(f"Sẽ nhập {len(draft.steps)} mục; thêm --apply để ghi.")
        else:
            self.stdout.write("Tệp khớp với dữ liệu đã có.")

    def print_draft(self, draft: Draft) -> None:
        """Writes the draft line by line, faults first."""
        for fault in draft.faults:
            self.stdout.write(f"LỖI   {fault}")
        for question in draft.questions:
            known = "; ".join(f"{each.key} ({each.full_name})" for each in question.candidates)
            self.stdout.write(f"HỎI   Hàng {question.row}: {question.full_name} là ai? {known}. Ghi vào cột “Là ai”.")
        for step in draft.steps:
            mark = "MỚI " if step.kind == "new" else "ĐỔI "
            before = f"{step.before} → " if step.before else ""
            self.stdout.write(f"{mark}  {step.sheet}, hàng {step.row}: {step.what}: {before}{step.after}")
        for each in draft.missing:
            self.stdout.write(f"THIẾU {each.sheet}: {each.what} (giữ nguyên)")
        for note in draft.notes:
            self.stdout.write(f"LƯU Ý {note}")


def committee(key: str) -> Unit:
    """The committee of that key, or the only one there is.

    Raises: WrongUse when there are several or none.
    """
    if key:
        return queries.unit(key)
    roots = [period.unit for period in queries.roots(on=today()) if period.kind == "party_body"]
    if len(roots) != 1:
        raise console.WrongUse("Hãy nêu --unit MÃ của Đảng bộ nhận dữ liệu.")
    return roots[0]


def keyer(username: str, *, unit: Unit) -> Account:
    """The account of that name, or the only one that may import into the committee.

    Raises: WrongUse when there is no such account, or several may and none was named.
    """
    if username:
        found = Account.objects.filter(username=username).first()
        if found is None:
            raise console.WrongUse(f"Không có tài khoản “{username}”.")
        return found
    may = org_access.accounts_that_may(access.ACTS["exchange.apply"], unit=unit, on=today(), act="exchange.apply")
    if len(may) != 1:
        raise console.WrongUse("Hãy nêu --as TÀI_KHOẢN của người nhập.")
    return may[0]
