"""The parsed files of a rulebook, and the sections they become under given answers, each made once."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from kiemdiem.core.law.complaints import complaint
from kiemdiem.core.law.entry import Section
from kiemdiem.core.law.lined import LinedMap, item_of, line_at, walk
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.sections import SECTIONS
from kiemdiem.core.law.settle import Settlement, UnknownWord, mentioned, settle
from kiemdiem.core.law.spelling import canonical


class Folder(Mapping[str, LinedMap]):
    """The content of each file by its name. A section that no answer touches is validated once and kept."""

    def __init__(self, files: Mapping[str, LinedMap], made: Mapping[str, dict[str, Section]] | None = None):
        self.files = dict(files)
        self.words = {name: mentioned(content) for name, content in self.files.items()}
        self.made: dict[str, dict[str, Section]] = {name: {} for name in self.files}
        for name, sections in (made or {}).items():
            self.made[name] = sections

    def __getitem__(self, name: str) -> LinedMap:
        return self.files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def replaced(self, name: str, content: LinedMap) -> "Folder":
        """The same folder with one file's content replaced."""
        kept = {other: sections for other, sections in self.made.items() if other != name}
        return Folder({**self.files, name: content}, kept)

    def section(self, name: str, settlement: Settlement) -> Section:
        """The section of a file under the answers.

        Raises: RulebookProblems naming line and entry of all that does not fit.
        """
        questions, gaps = self.words[name]
        answers = canonical(
            [
                {question: settlement.readings.get(question) for question in questions},
                {gap: settlement.gaps.get(gap) for gap in gaps},
            ]
        )
        if answers not in self.made[name]:
            self.made[name][answers] = _validated(name, self.files[name], settlement)
        return self.made[name][answers]


def _validated(name: str, content: LinedMap, settlement: Settlement) -> Section:
    """One file's section, its questions settled.

    Raises: RulebookProblems.
    """
    try:
        settled = settle(content, settlement)
    except UnknownWord as error:
        raise RulebookProblems((Problem(name, error.line, error.entry, error.message, error.hint),)) from None
    try:
        # by way of JSON, since only there a text is a text and a number a number, yet a list may become a tuple
        return SECTIONS[name].model_validate_json(json.dumps(settled), strict=True)
    except ValidationError as error:
        problems = []
        for fault in error.errors():
            message, hint = complaint(fault)
            entry = entry_at(settled, fault["loc"])
            problems.append(Problem(name, line_at(settled, fault["loc"]), entry, message, hint))
        raise RulebookProblems(tuple(dict.fromkeys(problems))) from None


def entry_at(content: Any, path: tuple[str | int, ...]) -> str:
    """The key of the innermost entry along a path."""
    key = ""
    for container, step in walk(content, path):
        inner = item_of(container, step)
        if isinstance(inner, dict) and isinstance(inner.get("key"), str):
            key = inner["key"]
    return key
