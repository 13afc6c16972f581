"""The acts of this room: accounts for a whole organisation, and new slips for those that ended unused."""

from kiemdiem.desk.commands.unit_accounts import SLIP_DAYS, Given, open_unit_accounts, renew_slips

__all__ = ["SLIP_DAYS", "Given", "open_unit_accounts", "renew_slips"]
