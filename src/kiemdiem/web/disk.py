"""Telling a disk that takes no more from every other fault."""

import errno

from django.db import DatabaseError

from kiemdiem.core.answer import Answer

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# What SQLite and PostgreSQL say of it; neither gives a number through Django.
SAYINGS = ("disk is full", "disk i/o error", "no space left on device")


def full_disk(fault: BaseException) -> Answer | None:
    """The refusal to show when the disk would not take what was to be written; nothing for every other fault."""
    is_full = isinstance(fault, OSError) and fault.errno in FULL
    if not is_full and not (isinstance(fault, DatabaseError) and any(each in str(fault).lower() for each in SAYINGS)):
        return None
    return Answer(
        allowed=False,
        what="Chưa lưu được: ổ đĩa đầy hoặc không ghi được.",
        why="Việc vừa rồi chưa ghi gì; dữ liệu cũ còn nguyên.",
        todo="Hãy báo người quản trị giải phóng chỗ trống trên máy chủ, rồi làm lại.",
    )
