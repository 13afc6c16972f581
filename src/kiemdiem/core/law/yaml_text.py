"""From the bytes and the YAML of one file to its plain content, with the line on which each thing stands.

The content is built from the parser's events, one after the other: what a rulebook has no use for is refused where it
stands, and nothing in a text can make its content larger or deeper than a rulebook is.
"""

import copy
import re
from functools import lru_cache
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from kiemdiem.core.law.lined import LinedList, LinedMap
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.spelling import nfc
from kiemdiem.core.law.unreadable import unreadable

LONGEST, MOST, DEEPEST = 1_000_000, 100_000, 40
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
OTHER_NUMBER = re.compile(
    r"[-+]?(0[xob][0-9a-fA-F_]+|[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9][0-9_]*([eE][-+]?[0-9]+)?"
    r"|\.(inf|Inf|INF|nan|NaN|NAN))"
)


def decoded(file: str, raw: bytes) -> str:
    """The text of a file.

    Raises: RulebookProblems when it is not UTF-8 or far too long.
    """
    if len(raw) > 4 * LONGEST:
        raise RulebookProblems((too_long(file),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "lưu lại tệp với bảng mã UTF-8 (Unicode)"
        raise RulebookProblems((Problem(file, line, "", "có chữ không theo bảng mã UTF-8", hint),)) from None


def too_long(file: str) -> Problem:
    """The fault of a file that cannot be part of a rulebook."""
    return Problem(file, 0, "", f"tệp dài quá {LONGEST} chữ", "chia bớt nội dung, hoặc kiểm tra có đúng tệp không")


@lru_cache(maxsize=256)
def parse(file: str, text: str) -> LinedMap:
    """The content of a YAML text: mappings and lists with their lines, texts in composed form, dates as they stand.

    Raises: RulebookProblems when the text is no plain YAML mapping of texts, whole numbers and yes/no.
    """
    if len(text) > LONGEST:
        raise RulebookProblems((too_long(file),))
    composer = Composer(file)
    plain = nfc(text)
    try:
        for event in YAML(typ="safe", pure=True).parse(plain):
            composer.take(event)
    except YAMLError as error:
        composer.problems.append(unreadable(file, error, text=plain))
    except TooMuch:
        pass
    if not composer.problems and not isinstance(composer.root, LinedMap):
        composer.problems.append(Problem(file, 1, "", "tệp phải là một bảng khóa: giá trị", "viết 'khóa: giá trị'"))
    if composer.problems:
        raise RulebookProblems(tuple(composer.problems))
    assert isinstance(composer.root, LinedMap)
    return composer.root


class TooMuch(Exception):  # noqa: N818 - the content need not be read on; the problem is already kept
    """The content grows beyond what a rulebook is."""


class Composer:
    """Builds the content of one file from its events and keeps what is wrong with it."""

    def __init__(self, file: str):
        self.file = file
        self.root: Any = None
        self.problems: list[Problem] = []
        self.open: list[tuple[LinedMap | LinedList, str]] = []
        self.keys: list[str | None] = []
        self.anchors: dict[str, Any] = {}
        self.documents = 0
        self.count = 0

    def take(self, event: Event) -> None:
        """The next event of the text."""
        line = event.start_mark.line + 1
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop(line, "tệp có nhiều phần ngăn bằng '---'", "mỗi tệp chỉ một bảng khóa, bỏ các dòng '---'")
        elif isinstance(event, CollectionEndEvent):
            self.close()
        elif isinstance(event, NodeEvent):
            self.node(event, line)

    def node(self, event: NodeEvent, line: int) -> None:
        """A key or a value."""
        tag = getattr(event, "tag", None)
        if tag:
            self.wrong(line, f"không dùng được nhãn '{tag}'", "bỏ nhãn, viết giá trị như thường")
        if self.in_map() and self.keys[-1] is None:
            self.keys[-1] = self.key(event, line)
        elif isinstance(event, AliasEvent):
            self.put(self.alias(event, line), line)
        elif isinstance(event, CollectionStartEvent):
            self.start(event, line)
        else:
            assert isinstance(event, ScalarEvent)
            self.put(self.scalar(event, line), line, anchor=event.anchor)

    def in_map(self) -> bool:
        """The innermost open thing is a mapping."""
        return bool(self.open) and isinstance(self.open[-1][0], LinedMap)

    def key(self, event: NodeEvent, line: int) -> str:
        """The text of a key, which stands once in its mapping."""
        content = self.open[-1][0]
        assert isinstance(content, LinedMap)
        if not isinstance(event, ScalarEvent) or event.value in ("", "<<"):
            self.stop(line, "khóa phải là một từ viết liền", "viết 'khóa: giá trị'")
        name = nfc(event.value)
        if name in content:
            before = content.lines[name]
            self.wrong(line, f"khóa '{name}' viết hai lần trong một mục", f"bỏ dòng này hoặc dòng {before}")
        content.lines[name] = line
        return name

    def start(self, event: CollectionStartEvent, line: int) -> None:
        """A mapping or list opens."""
        if len(self.open) == DEEPEST:
            self.stop(line, f"nội dung lồng nhau quá {DEEPEST} tầng", "kiểm tra các dấu [ { và lề")
        is_map = isinstance(event, MappingStartEvent)
        opened: LinedMap | LinedList = LinedMap(line=line) if is_map else LinedList(line=line)
        self.put(opened, line)
        self.open.append((opened, event.anchor or ""))
        self.keys.append(None)

    def close(self) -> None:
        """The innermost open mapping or list is complete; only now may others refer to it."""
        content, anchor = self.open.pop()
        self.keys.pop()
        if anchor:
            self.anchors[anchor] = content

    def put(self, value: Any, line: int, *, anchor: str | None = None) -> None:
        """The value stands in what is open, or is the whole content."""
        if anchor:
            self.anchors[anchor] = value
        self.counted(1, line)
        if not self.open:
            self.root = value
            return
        content = self.open[-1][0]
        if isinstance(content, LinedList):
            content.append(value)
            content.lines.append(line)
        else:
            content[self.keys[-1] or ""] = value
            self.keys[-1] = None

    def alias(self, event: AliasEvent, line: int) -> Any:
        """Another copy of what the name refers to."""
        if event.anchor not in self.anchors:
            what = f"tham chiếu '*{event.anchor}' không có nội dung '&{event.anchor}' nào viết xong phía trên"
            self.stop(line, what, "viết lại nội dung tại đây, hoặc đặt trong dấu nháy kép")
        self.counted(size(self.anchors[event.anchor]), line)
        return copy.deepcopy(self.anchors[event.anchor])

    def scalar(self, event: ScalarEvent, line: int) -> Any:
        """A text, a whole number, yes/no or nothing."""
        value = nfc(event.value)
        if not event.implicit[0]:
            return value
        if value.lower() in WORDS:
            return WORDS[value.lower()]
        if WHOLE.fullmatch(value):
            return int(value)
        if OTHER_NUMBER.fullmatch(value):
            shown = value if len(value) <= 20 else value[:20] + "…"
            hint = "viết số nguyên; nếu là chữ, đặt trong dấu nháy kép"
            self.wrong(line, f"số '{shown}' không phải số nguyên viết thường", hint)
        return value

    def counted(self, more: int, line: int) -> None:
        """So many more things stand in the content."""
        self.count += more
        if self.count > MOST:
            self.stop(line, f"nội dung có quá {MOST} mục", "bớt các tham chiếu '*' lồng nhau, hoặc chia bớt nội dung")

    def wrong(self, line: int, message: str, hint: str) -> None:
        """Keeps one thing that is wrong."""
        self.problems.append(Problem(self.file, line, "", message, hint))

    def stop(self, line: int, message: str, hint: str) -> NoReturn:
        """Keeps one thing that is wrong and after which the rest cannot be told.

        Raises: TooMuch.
        """
        self.wrong(line, message, hint)
        raise TooMuch


def size(value: object) -> int:
    """How many things stand in a value, itself included."""
    if isinstance(value, dict):
        return 1 + sum(size(item) for item in value.values())
    return 1 + sum(size(item) for item in value) if isinstance(value, list) else 1
