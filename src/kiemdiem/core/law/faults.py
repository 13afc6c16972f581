"""A thing that does not fit between sections, before it is known on which line it stands."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """The file and entry, what is wrong, what to write instead."""

    file: str
    entry: str
    message: str
    hint: str = ""


def among(known: Iterable[str]) -> str:
    """What to write instead: one of the names there are."""
    names = ", ".join(known)
    return f"chọn trong: {names}" if names else "chưa khai báo mục nào để chọn"
