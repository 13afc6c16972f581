"""`kiemdiem slips UNIT --as ACCOUNT --out FILE.pdf`: accounts for everybody of an organisation, on slips."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.desk import commands, queries
from kiemdiem.desk.queries.holders import ENDED
from kiemdiem.journal import console
from kiemdiem.org import queries as org
from kiemdiem.papers import slips
from kiemdiem.web.moment import moment


class Command(console.Command):
    """Opens member accounts, or renews slips that ended unused, and writes the slips once."""

    help = "Mở tài khoản đảng viên cho cả một đơn vị, in phiếu có mật khẩu dùng một lần; --renew cấp lại phiếu hết hạn."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The organisation, on whose account, where the slips go."""
        parser.add_argument("unit", metavar="MÃ_ĐƠN_VỊ")
        parser.add_argument("--as", dest="account", metavar="TÀI_KHOẢN", required=True, help="người mở, quyền quản trị")
        parser.add_argument("--out", metavar="TỆP.pdf", type=Path, required=True, help="tệp phiếu, chỉ ghi một lần")
        parser.add_argument("--renew", action="store_true", help="cấp lại phiếu hết hạn chưa dùng")
        parser.add_argument("--address", default="http://localhost:8000/", help="địa chỉ in trên phiếu")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the slips and says how many."""
        by = Account.objects.filter(username=options["account"]).first()
        if by is None:
            raise console.WrongUse(f"Không có tài khoản {options['account']}.")
        out = options["out"]
        if out.exists() or not out.parent.is_dir():
            raise console.WrongUse(f"Không ghi được {out}: tệp đã có hoặc thiếu thư mục. Chọn tên khác.")
        unit = org.unit(options["unit"])
        season = queries.season_over(unit)
        at = moment(cycles.as_of(season) if season.is_demo else None)
        until = moment() + commands.SLIP_DAYS
        if options["renew"]:
            given = commands.renew_slips(unit, self._ended(unit, on=at.date()), until=until, by=by, at=at)
        else:
            given = commands.open_unit_accounts(unit, until=until, by=by, at=at)
        lines = [each.slip_words() for each in given]
        out.write_bytes(slips.written_slips(season, lines, on=at.date(), address=options["address"]))
        out.chmod(0o600)
        self.stdout.write(f"Đã ghi {len(given)} phiếu vào {out}. In xong hãy xóa tệp này.")

    def _ended(self, unit: Any, *, on: Any) -> list[str]:
        held = queries.holders_of(unit, on=on)
        return [each.account.username for each in held if each.state == ENDED and each.account is not None]
