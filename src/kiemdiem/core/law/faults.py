"""A thing that does not fit between sections, before it is known on which line it stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """The file and entry, what is wrong, what to write instead."""

    file: str
    entry: str
    message: str
    hint: str = ""
