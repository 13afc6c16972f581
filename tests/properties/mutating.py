"""The texts of a shipped rulebook, spoiled at one place: a letter, a line, or a value of its structure."""

import copy
import json

from hypothesis import strategies as st

from kiemdiem.core.law.content import plain
from kiemdiem.core.law.yaml_text import parse

SIGNS = tuple("\t\n :-[]{}&*!|>'\"%@`#,?0\x00\x07\x85\u2028\u0301ệ\ud7ff\ufeff\U0001f600")
WORDS = ("", "x", "kind: x", "- ", "? ", "<<: *a", "&a", "*a", "!!set", "---", "...", "  ", "'", '"', "[" * 50, "key:")
VALUES = (None, True, False, 0, -1, 10**30, "", "x", "ệ", "1/0", "a; b", "select", "SELECT 1", [], {}, [[]], {"key": 1})
SETTLED = (
    {"by_reading": "x", "of": {}},
    {"from_gap": "x"},
    {"from_gap": ["x"], "at": "y"},
    {"each": {}},
    {"when_reading": ["x"]},
    {"needs_gap": {}},
)


@st.composite
def letters(draw, text):
    """The text with some letters put in, taken out or put in place of others."""
    for _ in range(draw(st.integers(1, 3))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 3))
        text = text[:at] + draw(st.sampled_from((*SIGNS, ""))) + text[at + length :]
    return text


@st.composite
def lines(draw, text):
    """The text with a line taken out, doubled, moved, indented anew, or overwritten."""
    found = text.split("\n")
    at, other = draw(st.integers(0, len(found) - 1)), draw(st.integers(0, len(found) - 1))
    way = draw(st.sampled_from(("without", "twice", "swapped", "further in", "further out", "word", "end")))
    if way == "without":
        del found[at]
    elif way == "twice":
        found.insert(other, found[at])
    elif way == "swapped":
        found[at], found[other] = found[other], found[at]
    elif way == "end":
        found = found[:at]
    else:
        line = found[at]
        found[at] = {"further in": "  " + line, "further out": line[1:], "word": draw(st.sampled_from(WORDS))}[way]
    return "\n".join(found)


def places(value, path=()):
    """Every place of a content: the way to each key and each item."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inner:
        yield (*path, step)
        yield from places(item, (*path, step))


def at(content, path):
    """What stands at a place."""
    for step in path:
        content = content[step]
    return content


@st.composite
def structures(draw, name, text):
    """The text, written as JSON, with one value replaced, taken out, renamed or doubled."""
    content = plain(parse(name, text))
    known = list(places(content))
    *way, step = draw(st.sampled_from(known))
    holder = at(content, way)
    act = draw(st.sampled_from(("value", "other", "settled", "without", "renamed", "twice")))
    if act == "without":
        del holder[step]
    elif act == "renamed" and isinstance(holder, dict):
        holder[draw(st.sampled_from(("x", "key", "kind", "each", "from_gap", "by_reading")))] = holder.pop(step)
    elif act == "twice" and isinstance(holder, list):
        holder.append(holder[step])
    elif act == "other":
        holder[step] = copy.deepcopy(at(content, draw(st.sampled_from(known))))
    else:
        holder[step] = draw(st.sampled_from(SETTLED if act == "settled" else VALUES))
    return json.dumps(content, ensure_ascii=False)


@st.composite
def spoiled(draw, texts, names):
    """The name of one file and its spoiled text."""
    name = draw(st.sampled_from(names))
    how = draw(st.sampled_from(("letters", "lines", "structures")))
    if how == "structures":
        return name, draw(structures(name, texts[name]))
    return name, draw(letters(texts[name]) if how == "letters" else lines(texts[name]))
