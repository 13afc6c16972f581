"""What the pages of this room ask."""

from typing import Any

from django import forms

from kiemdiem.web.fields import Text
from kiemdiem.web.forms import Form

MOST_SIGNS = 128  # a longer one would only keep the hash busy


def password_field(label: str, *, new: bool = False, help_text: str = "") -> forms.CharField:
    """A password, typed unseen; kept as typed, blanks included."""
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password" if new else "current-password"})
    return forms.CharField(label=label, max_length=MOST_SIGNS, strip=False, widget=widget, help_text=help_text)


class SignInForm(Form):
    """User name and password."""

    username = Text(label="Tên đăng nhập", max_length=60)
    password = password_field("Mật khẩu")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        plain = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["username"].widget.attrs.update(plain)


class ChangePasswordForm(Form):
    """The password in use, and the new one twice."""

    old = password_field("Mật khẩu đang dùng")
    new = password_field("Mật khẩu mới", new=True, help_text="Ít nhất 8 ký tự, không dùng mật khẩu dễ đoán")
    again = password_field("Nhập lại mật khẩu mới", new=True)

    def clean(self) -> dict[str, Any]:
        """The answers, when both new passwords are the same."""
        new, again = self.cleaned_data.get("new"), self.cleaned_data.get("again")
        if new and again and new != again:
            self.add_error("again", "Hai lần nhập mật khẩu mới không giống nhau. Nhập lại.")
        return self.cleaned_data
