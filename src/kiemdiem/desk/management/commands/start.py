"""`kiemdiem start`: brings the database up to date, sets up the first committee or the demonstration, and serves."""

import sys
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction

from kiemdiem.accounts.models import Account
from kiemdiem.desk import beside, founding
from kiemdiem.journal import console
from kiemdiem.rulebooks import shelf
from kiemdiem.web import fields
from kiemdiem.web.management.commands.serve import check_port
from kiemdiem.web.moment import moment

MENU = """
kiemdiem — kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng và đảng viên

  1. Xem bản mẫu: một Đảng bộ với người hư cấu, đang ở giữa đợt kiểm điểm
  2. Lập Đảng bộ mới: đặt tên, chọn bộ quy định, nhập danh sách sau
"""

SINCE = "Ngày thành lập (ngày/tháng/năm): "


class Command(console.Command):
    """Sets the installation up on its first start and serves the site; a second start only serves."""

    help = "Chuẩn bị cơ sở dữ liệu, lập bản mẫu hoặc Đảng bộ mới ở lần đầu, rồi chạy trang web."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares the options."""
        parser.add_argument("--demo", action="store_true", help="lần đầu: lập bản mẫu, không hỏi")
        parser.add_argument("--new", metavar="TÊN", help="lần đầu: lập Đảng bộ mới mang tên này, không hỏi")
        parser.add_argument("--superior", default="", help="tên cấp ủy cấp trên trực tiếp, đi cùng --new")
        parser.add_argument("--since", metavar="NGÀY", help="ngày thành lập, ví dụ 02/09/1945, đi cùng --new")
        parser.add_argument("--rulebook", help="bộ quy định, đi cùng --new hoặc --demo")
        parser.add_argument("--seed", type=int, default=2017, help="số gieo của bản mẫu")
        parser.add_argument("--no-serve", action="store_true", help="chỉ chuẩn bị, không chạy trang web")
        parser.add_argument("--host", default="127.0.0.1", help="địa chỉ mở cổng")
        parser.add_argument("--port", type=int, default=8000, help="cổng, mặc định 8000")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepares, says who may sign in, and serves."""
        if options["demo"] and options["new"]:
            raise console.WrongUse("Chỉ chọn một trong hai: --demo hoặc --new.")
        code = self._rulebook(options)
        if not options["no_serve"]:
            check_port(options["host"], options["port"])  # before a minute is spent on what could not be served
        call_command("migrate", verbosity=0, interactive=False)
        if not Account.objects.exists():
            self._set_up(options, code)
        else:
            self._must_be_the_same(options)
        if not options["no_serve"]:
            with beside.worker():
                call_command("serve", host=options["host"], port=options["port"])

    def _must_be_the_same(self, options: dict[str, Any]) -> None:
        """Refuses to put a demonstration beside real data, or a second committee beside the first."""
        apart = "Hãy đặt KIEMDIEM_HOME tới một thư mục khác rồi chạy lại."
        if options["demo"] and not founding.is_demo():
            raise console.WrongUse(f"Dữ liệu ở đây là của một Đảng bộ thật; bản mẫu không lẫn vào được. {apart}")
        if options["new"] is not None:
            held = "bản mẫu" if founding.is_demo() else "một Đảng bộ"
            raise console.WrongUse(f"Dữ liệu ở đây đã có {held}; không lập thêm bằng lệnh này. {apart}")
        if options["superior"] or options["since"] is not None:
            raise console.WrongUse("--superior và --since chỉ dùng cùng --new, ở lần lập Đảng bộ.")

    def _set_up(self, options: dict[str, Any], code: str) -> None:
        if self._wants_demo(options):
            self.stdout.write("Đang lập bản mẫu (khoảng một phút) …")
            # A demonstration broken off half-way would be taken for a whole one by the next start.
            with transaction.atomic():
                accounts = founding.found_demo(code, seed=options["seed"], at=moment())
        else:
            name = options["new"] or self._asked("Tên Đảng bộ: ")
            superior = options["superior"] or ("" if options["new"] else self._asked("Cấp ủy cấp trên trực tiếp: "))
            since = self._day(options["since"] or ("" if options["new"] else self._asked(SINCE)))
            accounts = founding.found_committee(name, superior, rulebook_code=code, at=moment(), since=since)
        self._print_accounts(accounts)

    def _rulebook(self, options: dict[str, Any]) -> str:
        codes = shelf.season_codes()
        code = shelf.first_code() if options["rulebook"] is None else options["rulebook"]
        if code not in codes:
            raise console.WrongUse(f"Không có bộ quy định “{code}”. Hiện có: {', '.join(codes)}.")
        return str(code)

    def _wants_demo(self, options: dict[str, Any]) -> bool:
        if options["demo"] or options["new"]:
            return bool(options["demo"])
        if not sys.stdin.isatty():
            raise console.WrongUse(
                "Lần đầu chạy cần chọn: thêm --demo để xem bản mẫu, hoặc --new TÊN để lập Đảng bộ mới."
            )
        self.stdout.write(MENU)
        return self._asked("Chọn 1 hoặc 2: ", among=("1", "2")) == "1"

    def _day(self, typed: str) -> date | None:
        """The day as typed; none for nothing."""
        try:
            return fields.Day(required=False).clean(typed)
        except ValidationError:
            raise console.WrongUse(f"“{typed}” không phải ngày có thật. Viết ngày/tháng/năm.") from None

    def _asked(self, question: str, *, among: tuple[str, ...] = ()) -> str:
        """An answer typed at the console; asked three times at most."""
        for _ in range(3):
            answer = input(question).strip()
            if answer and (not among or answer in among):
                return answer
        raise console.WrongUse("Chưa có câu trả lời dùng được; chưa lập gì cả. Hãy chạy lại.")

    def _print_accounts(self, accounts: list[founding.Opened]) -> None:
        self.stdout.write("\nTài khoản (mật khẩu chỉ hiện một lần này; đặt lại bằng: kiemdiem accounts reset TÊN):")
        for opened in accounts:
            self.stdout.write(f"  {opened.username:<18} {opened.password:<14} {opened.role}")
        self.stdout.write("")
        self.stdout.flush()
