"""Holding a row against a second person who has it open."""

from typing import Any, TypeVar

from django.db import models
from django.db.models import F

from kiemdiem.core.answer import refuse

M = TypeVar("M", bound=models.Model)


def hold(model: type[M], pk: Any, *, version: int | None) -> M:
    """The row, locked until the transaction ends, already carrying its next version.

    Call it first inside `commands.act`: the version the person saw is compared in the write itself, so it holds on
    both databases, and a refusal later in the act takes the new version back. `version` None: nobody saw the row on
    a screen (a job, the console), so it is only locked.
    Raises: Refused when somebody changed or removed the row since that version was shown.
    """
    seen = {} if version is None else {"version": version}
    rows = model._default_manager
    if rows.filter(pk=pk, **seen).update(version=F("version") + 1):
        return rows.get(pk=pk)
    if rows.filter(pk=pk).exists():
        raise refuse(
            "Chưa lưu: có người vừa sửa nội dung này sau khi Đồng chí mở trang.",
            todo="Hãy tải lại trang, xem nội dung mới rồi nhập lại phần của mình.",
        )
    raise refuse("Chưa lưu: nội dung này không còn.", todo="Hãy quay lại danh sách và chọn lại.")
