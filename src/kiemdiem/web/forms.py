"""The form every page starts from: text in one form, errors in Vietnamese, and the refusal of a rule beside them."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Self

from django import forms
from django.db import DatabaseError
from django.http import HttpRequest, QueryDict

from kiemdiem.core.answer import Answer, Refused
from kiemdiem.web.disk import full_disk
from kiemdiem.web.phrases import STALE_PAGE


class Form(forms.Form):
    """What a page asks; `answer` is the refusal of a rule, `done` what the act gave when it was carried out."""

    use_required_attribute = False
    error_css_class = "kd-field-error"

    def __init__(self, data: Mapping[str, Any] | None = None, files: Any = None, **kwargs: Any):
        kwargs.setdefault("label_suffix", "")
        super().__init__(composed(data), files, **kwargs)
        self.answer: Answer | None = None
        self.done: Any = None
        for field in self.fields.values():
            say_in_vietnamese(field)

    @classmethod
    def of(cls, request: HttpRequest, **kwargs: Any) -> Self:
        """The form of this request: with what was sent, also when that is nothing, or empty for looking at."""
        sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
        return cls(*sent, **kwargs)

    def carry_out(self, act: Callable[[dict[str, Any]], Any]) -> bool:
        """Whether the form was sent and `act` was done; a refusal, or a full disk, is kept to be shown."""
        if not self.is_valid():
            return False
        try:
            self.done = act(self.cleaned_data)
        except Refused as refusal:
            self.answer = refusal.answer
        except (DatabaseError, OSError) as fault:
            self.answer = full_disk(fault)
            if self.answer is None:
                raise
        return self.answer is None

    @property
    def failed(self) -> bool:
        """Whether the form was sent and must be shown again."""
        return self.is_bound and (self.answer is not None or bool(self.errors))


class VersionedForm(Form):
    """A form about one row that others may change meanwhile; hand `version` on to the act, which compares it."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)

    def clean(self) -> dict[str, Any]:
        """The answers, unless the page was sent without its version."""
        if "version" in self.errors:
            del self.errors["version"]
            self.add_error(None, STALE_PAGE)
        return self.cleaned_data


def composed(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The sent answers with every text in NFC, so that one name has one spelling in bytes."""
    if not isinstance(data, QueryDict):
        return data
    copy = QueryDict(mutable=True)
    for key, values in data.lists():
        copy.setlist(key, [unicodedata.normalize("NFC", value) for value in values])
    return copy


def say_in_vietnamese(field: forms.Field) -> None:
    """Gives the field's errors the words of its label."""
    name = f"“{field.label}”" if field.label else "Mục này"
    filled = name.replace("%", "%%")  # in a sentence whose figures are filled in later, a sign of its own
    chosen = isinstance(field, forms.ChoiceField | forms.BooleanField)
    words = {
        "required": f"Chưa {'chọn' if chosen else 'nhập'} {name}.",
        "invalid": wrong_shape(field, name),
        "invalid_choice": f"{name}: lựa chọn không có trong danh sách. Chọn lại.",
        "invalid_list": f"{name}: lựa chọn không có trong danh sách. Chọn lại.",
        "min_value": f"{filled} không được nhỏ hơn %(limit_value)s.",
        "max_value": f"{filled} không được lớn hơn %(limit_value)s.",
        "max_length": f"{filled} dài %(show_value)s ký tự, tối đa %(limit_value)s ký tự.",
        "null_characters_not_allowed": f"{name} có ký tự không đọc được. Gõ lại.",
        "unreadable": f"{name} có ký tự không đọc được. Gõ lại.",
        "missing": f"Chưa chọn tệp {name}.",
        "empty": f"Tệp {name} rỗng. Chọn tệp khác.",
    }
    if isinstance(field, forms.FileField):
        words |= {"required": f"Chưa chọn tệp {name}.", "max_length": f"Tên tệp {name} quá dài. Đổi tên rồi gửi lại."}
    if isinstance(field, forms.DateField):
        del words["min_value"], words["max_value"]
    field.error_messages.update(words)


def wrong_shape(field: forms.Field, name: str) -> str:
    """What to type instead, for the kind of answer the field asks for."""
    if isinstance(field, forms.DateField):
        return f"{name} phải là ngày có thật, viết ngày/tháng/năm, ví dụ 05/12/2017."
    if isinstance(field, forms.TimeField):
        return f"{name} phải là giờ và phút, ví dụ 19:30."
    if isinstance(field, forms.IntegerField):
        return f"{name} phải là số nguyên, chỉ gồm chữ số."
    if isinstance(field, forms.FileField):
        return f"Tệp {name} không đọc được. Gửi lại."
    return f"{name} chưa đúng. Nhập lại."
