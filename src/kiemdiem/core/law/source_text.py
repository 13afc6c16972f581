"""The text of an act cut at its own numbering, so that a clause can be laid beside what a rulebook makes of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiemdiem.core.law.spelling import nfc

HEAD = "0"  # what stands before the first number
ROMAN = re.compile(r"([IVX]+)\s*[.)/–-]\s*\S")
CAPITAL = re.compile(r"([A-ZĐ])\s*[.)–-]\s*\S")  # a stroke is a signature: "T/M"
NUMBER = re.compile(r"([1-9]\d*(?:\.[1-9]\d*)*)\s*[.)/–-]?\s*\S")
SMALL = re.compile(r"([a-zđ])\s*[.)/]\s*\S")
STEP = re.compile(r"Bước\s+(\d)\b")
PLAIN_NUMBER = re.compile(r"[1-9]\d*\s*[.)/–-]")  # a number alone is a heading only with its sign: "5 người" is none


@dataclass(frozen=True)
class Standing:
    """The numbers above a line: capital letter, Roman number, Arabic numbers, small letter or step."""

    capital: str = ""
    roman: str = ""
    number: str = ""
    small: str = ""

    @property
    def path(self) -> str:
        """The numbers from the outside in."""
        return ".".join(part for part in (self.capital, self.roman, self.number, self.small) if part)

    def after(self, line: str) -> "Standing | None":
        """Where the act stands after a line that is a heading; nothing for any other line."""
        if found := ROMAN.match(line):
            return Standing(self.capital, found[1])
        if found := CAPITAL.match(line):
            return Standing(found[1])
        if (found := NUMBER.match(line)) and ("." in found[1] or PLAIN_NUMBER.match(line)):
            return Standing(self.capital, self.roman, found[1])
        if found := STEP.match(line):
            return Standing(self.capital, self.roman, self.number, f"B{found[1]}")
        if found := SMALL.match(line):
            return Standing(self.capital, self.roman, self.number, found[1].replace("đ", "dd"))
        return None


def passages(text: str) -> Mapping[str, str]:
    """The text under each number, by the path of numbers from the outside in (`II.1.3.a`), in the order of the act.

    A path that came before is no heading again: an annex that starts to count anew stays with what it stands under.
    """
    standing, lines = Standing(), {HEAD: list[str]()}
    path = HEAD
    for line in nfc(text).splitlines():
        plain = line.strip().strip("*# ").strip()
        if not plain:
            continue
        found = standing.after(plain)
        if found is not None and found.path not in lines:
            standing, path = found, found.path
            lines[path] = []
        lines[path].append(plain)
    return {path: "\n".join(told) for path, told in lines.items() if told}
