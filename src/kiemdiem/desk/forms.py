"""What the pages of the desk ask."""

from collections.abc import Sequence
from typing import Any

from kiemdiem.web import fields
from kiemdiem.web.forms import Form

Choices = Sequence[tuple[str, str]]


class StandInForm(Form):
    """Who stands in, for which acts room by room, on which days, and why."""

    account = fields.Pick(label="Người làm thay")
    from_on = fields.Day(label="Từ ngày")
    until_on = fields.Day(label="Đến trước ngày")
    reason = fields.Text(label="Lý do", max_length=500)

    def __init__(self, *args: Any, accounts: Choices, acts: Sequence[tuple[str, Choices]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = [("", "Chọn trong danh sách"), *accounts]
        self.groups = [f"acts_{number}" for number in range(len(acts))]
        for name, (title, offered) in zip(self.groups, acts, strict=True):
            self.fields[name] = fields.Several(label=title, choices=offered, required=False)

    def chosen(self) -> tuple[str, ...]:
        """The acts ticked, of every room."""
        return tuple(act for name in self.groups for act in self.cleaned_data[name])


class EndForm(Form):
    """Why a function handed over is taken back."""

    reason = fields.Text(label="Lý do thu hồi", max_length=500)


class OpenAccountsForm(Form):
    """Confirms that accounts are opened for whoever has none."""

    sure = fields.Tick(label="Tôi in phiếu và giao tận tay từng người")


class RenewSlipsForm(Form):
    """Whose slips are made anew."""

    accounts = fields.Several(label="Cấp lại phiếu cho")

    def __init__(self, *args: Any, accounts: Choices, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["accounts"].choices = list(accounts)
