"""`accounts`: who may sign in, new accounts, new one-time passwords — for the operator at the machine."""

from argparse import ArgumentParser
from typing import Any

from kiemdiem.accounts import commands, queries
from kiemdiem.accounts.commands import NewAccount, Slip
from kiemdiem.accounts.models import Account
from kiemdiem.journal import console
from kiemdiem.web.moment import moment


class Command(console.Command):
    """Lists, opens, resets and closes accounts."""

    help = "Tài khoản: list (danh sách), open (mở), reset (đặt lại mật khẩu), deactivate, reactivate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One sub-command for each act."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="list|open|reset|deactivate|reactivate")
        verbs.add_parser("list", help="liệt kê các tài khoản")
        opening = verbs.add_parser("open", help="mở tài khoản và in mật khẩu dùng một lần")
        opening.add_argument("names", nargs="+", metavar="HỌ_TÊN", help="họ tên, trong dấu nháy")
        opening.add_argument("--username", metavar="TÊN", help="tên đăng nhập, khi chỉ mở một tài khoản")
        reset = verbs.add_parser("reset", help="đặt lại mật khẩu và in mật khẩu dùng một lần")
        reset.add_argument("usernames", nargs="*", metavar="TÊN", help="tên đăng nhập")
        reset.add_argument("--all", action="store_true", help="mọi tài khoản đang mở")
        for verb, words in (("deactivate", "khóa tài khoản"), ("reactivate", "mở lại tài khoản")):
            verbs.add_parser(verb, help=words).add_argument("usernames", nargs="+", metavar="TÊN")

    def handle(self, *args: Any, **options: Any) -> None:
        """Carries out the act and prints what there is to hand over."""
        getattr(self, f"{options['verb']}_accounts")(options)

    def list_accounts(self, options: dict[str, Any]) -> None:
        """Prints one line for each account."""
        for account in queries.accounts():
            state = "đang mở" if account.is_active else "đã khóa"
            waits = ", chưa đổi mật khẩu dùng một lần" if account.must_change_password else ""
            self.stdout.write(f"{account.username:<24} {account.display_name:<32} {state}{waits}")

    def open_accounts(self, options: dict[str, Any]) -> None:
        """Opens one account for each name."""
        if options["username"] and len(options["names"]) > 1:
            raise console.WrongUse("--username chỉ dùng khi mở một tài khoản.")
        wanted = [NewAccount(name, options["username"] or "") for name in options["names"]]
        self._print(commands.open_accounts(wanted, by=None, at=moment()))

    def reset_accounts(self, options: dict[str, Any]) -> None:
        """Gives each account a new one-time password."""
        if bool(options["usernames"]) == options["all"]:
            raise console.WrongUse("Nêu tên đăng nhập cần đặt lại, hoặc --all, không dùng cả hai.")
        found = queries.accounts().filter(is_active=True) if options["all"] else self._named(options["usernames"])
        self._print([commands.reset_password(account.pk, by=None, at=moment()) for account in found])

    def deactivate_accounts(self, options: dict[str, Any]) -> None:
        """Closes each account."""
        for account in self._named(options["usernames"]):
            commands.deactivate_account(account.pk, by=None, at=moment())
            self.stdout.write(f"Đã khóa {account.username}.")

    def reactivate_accounts(self, options: dict[str, Any]) -> None:
        """Opens each closed account again."""
        for account in self._named(options["usernames"]):
            commands.reactivate_account(account.pk, by=None, at=moment())
            self.stdout.write(f"Đã mở lại {account.username}.")

    def _named(self, usernames: list[str]) -> list[Account]:
        found = {account.username: account for account in queries.accounts()}
        if missing := [name for name in usernames if queries.folded(name) not in found]:
            raise console.WrongUse(f"Không có tài khoản: {', '.join(missing)}.")
        return [found[queries.folded(name)] for name in usernames]

    def _print(self, slips: list[Slip]) -> None:
        for slip in slips:
            self.stdout.write(f"{slip.username:<24} {slip.password:<16} {slip.account.display_name}")
        self.stdout.write("Mật khẩu chỉ hiện một lần này; người dùng phải đổi khi đăng nhập lần đầu.")
