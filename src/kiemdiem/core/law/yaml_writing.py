"""From plain content to the YAML text that says it: read again it is the same content."""

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kiemdiem.core.law.yaml_text import OTHER_NUMBER, WHOLE, WORDS

WIDTH = 1_000_000  # a text is never broken in two: whoever edits it finds it on one line
FIRST = ("code", "key", "rows", "clause", "kind", "title", "name", "text")  # what names an entry stands before the rest


def text_of(content: Mapping[str, Any]) -> str:
    """The YAML text of one file."""
    writer = YAML()
    writer.width = WIDTH
    writer.indent(mapping=2, sequence=4, offset=2)
    written = io.StringIO()
    writer.dump(quoted(content), written)
    return written.getvalue()


def quoted(value: Any) -> Any:
    """The value with every text in quotes that would else be read as a number, yes/no or nothing."""
    if isinstance(value, Mapping):
        return {str(key): quoted(value[key]) for key in sorted(value, key=_order)}
    if isinstance(value, list):
        return [quoted(item) for item in value]
    if isinstance(value, str) and (
        value.lower() in WORDS or WHOLE.fullmatch(value) or OTHER_NUMBER.fullmatch(value) or "\n" in value
    ):
        return DoubleQuotedScalarString(value)
    return value


def _order(key: str) -> tuple[int, str]:
    return (FIRST.index(key) if key in FIRST else len(FIRST), key)
