"""One file's content once every open question is settled: readings chosen, gaps filled or left open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiemdiem.core.law.lined import LinedList, LinedMap

OPEN = object()
WAIVED = "waived"


@dataclass(frozen=True)
class Settlement:
    """The reading in force for each question, and what the operator filled into each gap."""

    readings: Mapping[str, str]
    gaps: Mapping[str, Any] = field(default_factory=dict)
    known_gaps: frozenset[str] = frozenset()


class UnknownWord(Exception):  # noqa: N818 - a fault of the text, turned into a problem by the loader
    """The content asks for a question, reading or gap that the rulebook does not declare.

    `entry`: the innermost entry that asks.
    """

    def __init__(self, message: str, line: int, *, hint: str):
        super().__init__(message)
        self.message = message
        self.line = line
        self.hint = hint
        self.entry = ""


def mentioned(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The questions and the gaps that the content asks for anywhere."""
    questions: set[str] = set()
    gaps: set[str] = set()
    _collect(value, questions, gaps)
    return tuple(sorted(questions)), tuple(sorted(gaps))


def _collect(value: Any, questions: set[str], gaps: set[str]) -> None:
    """Adds the questions and gaps that the content asks for."""
    if isinstance(value, LinedList):
        for item in value:
            _collect(item, questions, gaps)
    if isinstance(value, LinedMap):
        questions |= {str(value["by_reading"])} if "by_reading" in value else set()
        questions |= set(value["when_reading"]) if isinstance(value.get("when_reading"), dict) else set()
        gaps |= {str(gap) for word in ("from_gap", "needs_gap", "needs_answer") for gap in as_list(value.get(word))}
        for item in value.values():
            _collect(item, questions, gaps)


def settle(value: Any, settlement: Settlement) -> Any:
    """The value with its questions settled; an entry that does not stand under these readings is left out.

    Raises: UnknownWord for a question, reading or gap that nobody declared.
    """
    result, _ = settled(value, settlement)
    return None if result is OPEN else result


def settled(value: Any, settlement: Settlement) -> tuple[Any, frozenset[str]]:
    """The settled value and the questions it depends on; `OPEN` when it does not stand."""
    if isinstance(value, LinedList):
        return settled_list(value, settlement)
    if not isinstance(value, LinedMap):
        return value, frozenset()
    if "by_reading" in value:
        return chosen(value, settlement)
    if "from_gap" in value:
        content = filled(value, settlement)
        return settled(content, settlement) if "give" in value else (content, frozenset())
    try:
        return settled_map(value, settlement)
    except UnknownWord as error:
        error.entry = error.entry or str(value.get("key", ""))
        raise


def settled_list(value: LinedList, settlement: Settlement) -> tuple[Any, frozenset[str]]:
    """The list without the items that do not stand."""
    items, lines, used = [], [], frozenset[str]()
    for item, line in repeated(value, settlement):
        content, questions = settled(item, settlement)
        used |= questions
        if content is not OPEN:
            items.append(content)
            lines.append(line)
    return LinedList(items, line=value.line, lines=lines), used


def repeated(value: LinedList, settlement: Settlement) -> list[tuple[Any, int]]:
    """The items with their lines; one written for each of what the operator filled in stands once for each."""
    found: list[tuple[Any, int]] = []
    for item, line in zip(value, value.lines, strict=True):
        if isinstance(item, LinedMap) and "each" in item:
            gap = LinedMap([pair for pair in item.items() if pair[0] in ("from_gap", "at")], line=item.line)
            given = filled(gap, settlement)
            listed = as_list(given) if _has_its_gaps(item, settlement) else []
            found += [
                (written_for(item["each"], one, number=number), line) for number, one in enumerate(listed, start=1)
            ]
        else:
            found.append((item, line))
    return found


def written_for(pattern: Any, given: Any, *, number: int) -> Any:
    """The pattern with what was given in place of `{value}` (or `{value.name}`) and its number of `{number}`.

    A pattern inside the pattern keeps its own `{value}` and `{number}`.
    """
    if isinstance(pattern, LinedMap):
        items = [
            (name, item if name == "each" else written_for(item, given, number=number))
            for name, item in pattern.items()
        ]
        return LinedMap(items, line=pattern.line, lines=pattern.lines)
    if isinstance(pattern, LinedList):
        items_of = [written_for(item, given, number=number) for item in pattern]
        return LinedList(items_of, line=pattern.line, lines=pattern.lines)
    if not isinstance(pattern, str):
        return pattern
    values = given if isinstance(given, Mapping) else {"": given}
    if pattern == "{number}":
        return number
    for name, each in values.items():
        word = f"{{value.{name}}}" if name else "{value}"
        if pattern == word:
            return each
        pattern = pattern.replace(word, str(each))
    return pattern.replace("{number}", str(number))


def settled_map(value: LinedMap, settlement: Settlement) -> tuple[Any, frozenset[str]]:
    """The mapping with its values settled; an entry (it has key and clause) learns which questions it stands under."""
    used = frozenset[str]()
    if "when_reading" in value:
        stands, used = _stands_under(value["when_reading"], settlement, value.line)
        if not stands:
            return OPEN, used
    if not _has_its_gaps(value, settlement):
        return OPEN, used
    items = []
    for name, item in value.items():
        if name in ("when_reading", "needs_gap", "needs_answer"):
            continue
        content, questions = settled(item, settlement)
        used |= questions
        if content is not OPEN:
            items.append((name, content))
    result = LinedMap(items, line=value.line, lines=value.lines)
    if used and "key" in value and "clause" in value:
        result["under"] = sorted(used)
        return result, frozenset()
    return result, used


def _stands_under(wanted: Any, settlement: Settlement, line: int) -> tuple[bool, frozenset[str]]:
    """Whether every named question has one of the named readings."""
    if not isinstance(wanted, LinedMap):
        raise UnknownWord("when_reading sai dạng", line, hint="viết when_reading: {câu_hỏi: cách_hiểu}")
    stands = True
    for question, readings in wanted.items():
        in_force = _reading_of(question, settlement, line)
        options = readings if isinstance(readings, list) else [readings]
        stands = stands and in_force in options
    return stands, frozenset(wanted)


def _has_its_gaps(value: LinedMap, settlement: Settlement) -> bool:
    """Whether every gap the entry needs is filled, and every one it needs an answer to is filled or waived."""
    found = [gap_content(gap, settlement, line=value.line) for gap in as_list(value.get("needs_gap"))]
    answers = [gap_content(gap, settlement, line=value.line) for gap in as_list(value.get("needs_answer"))]
    return not any(content is None or is_waived(content) for content in found) and None not in answers


def chosen(value: LinedMap, settlement: Settlement) -> tuple[Any, frozenset[str]]:
    """The alternative of the reading in force."""
    question, options = value["by_reading"], value.get("of")
    if set(value) != {"by_reading", "of"} or not isinstance(options, LinedMap):
        raise UnknownWord(
            "by_reading sai dạng", value.line, hint="viết {by_reading: câu_hỏi, of: {cách_hiểu: giá_trị}}"
        )
    in_force = _reading_of(question, settlement, value.line)
    if in_force not in options:
        hint = f"thêm '{in_force}: …' vào 'of'"
        raise UnknownWord(f"by_reading {question}: thiếu giá trị cho cách hiểu '{in_force}'", value.line, hint=hint)
    content, used = settled(options[in_force], settlement)
    return content, used | {question}


def _reading_of(question: Any, settlement: Settlement, line: int) -> str:
    """The reading in force for a question."""
    if not isinstance(question, str) or question not in settlement.readings:
        hint = "các câu hỏi: " + ", ".join(sorted(settlement.readings))
        raise UnknownWord(f"không có câu hỏi diễn giải '{question}' trong interpretations.yaml", line, hint=hint)
    return settlement.readings[question]


def filled(value: LinedMap, settlement: Settlement) -> Any:
    """What the operator filled into the gap, at the path if one is named; nothing until then.

    A waived gap stays empty for good: it gives nothing, or what stands under `waived`.
    """
    if "from_gap" not in value:
        raise UnknownWord("'each' thiếu 'from_gap'", value.line, hint="viết {from_gap: khoảng_trống, each: …}")
    if not set(value) <= {"from_gap", "at"} and not set(value) <= {"from_gap", "give", WAIVED}:
        hint = "viết {from_gap: khoảng_trống, at: …} hoặc {from_gap: khoảng_trống, give: …, waived: …}"
        raise UnknownWord("from_gap chỉ đi cùng 'at', 'each', hoặc 'give' và 'waived'", value.line, hint=hint)
    content = gap_content(value["from_gap"], settlement, line=value.line)
    if is_waived(content):
        return value.get(WAIVED)
    if "give" in value:
        return None if content is None else value["give"]
    for step in str(value.get("at", "")).split("."):
        if step:
            content = inside(content, step)
    return content


def gap_content(gap: Any, settlement: Settlement, *, line: int) -> Any:
    """All that was entered for a declared gap; nothing until then."""
    if not isinstance(gap, str) or gap not in settlement.known_gaps:
        hint = "các khoảng trống: " + ", ".join(sorted(settlement.known_gaps))
        raise UnknownWord(f"không có khoảng trống '{gap}' trong gaps.yaml", line, hint=hint)
    return settlement.gaps.get(gap)


def is_waived(content: Any) -> bool:
    """Whether what was entered for a gap says that the act it points to is done without."""
    return isinstance(content, Mapping) and set(content) == {WAIVED}


def as_list(value: Any) -> list[Any]:
    """One or several as several; none for nothing."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def inside(content: Any, step: str) -> Any:
    """What stands under a key, or at a place counted from 0; nothing when there is none."""
    if isinstance(content, Mapping):
        return content.get(step)
    if isinstance(content, list) and step.isdigit() and int(step) < len(content):
        return content[int(step)]
    return None
