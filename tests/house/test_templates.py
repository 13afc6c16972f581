"""Templates only print: nothing inline that the content policy refuses, nothing unescaped, nothing unused."""

import re

from tests.house.repository import SRC, modules, name_of, text_files

INLINE = re.compile(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)
FOREIGN = re.compile(r"(?:src|href|action)=\"(?:https?:)?//", re.IGNORECASE)
UNESCAPED = re.compile(r"\|\s*safe\b|autoescape\s+off|mark_safe|format_html\b")
QUOTED = re.compile(r"[\"']([\w/.-]+\.html)(?:#[\w-]+)?[\"']")
# Django looks these up by their names.
BY_NAME = {"400.html", "403.html", "404.html", "500.html"}


def templates():
    """Every template of the source tree, by the name it is asked for."""
    found = {}
    for path, text in text_files():
        if SRC in path.parents and "templates" in path.parts and path.suffix == ".html":
            found["/".join(path.parts[path.parts.index("templates") + 1 :])] = text
    return found


def test_nothing_is_inline_or_from_elsewhere():
    assert [n for n, text in templates().items() if INLINE.search(text) or FOREIGN.search(text)] == []


def test_nothing_is_printed_unescaped():
    found = [n for n, text in templates().items() if UNESCAPED.search(text)]
    found += [name_of(p) for p in modules() if UNESCAPED.search(p.read_text(encoding="utf-8"))]
    assert found == []


def test_every_form_that_is_sent_carries_its_token():
    forms = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)
    found = [(n, m.group()) for n, text in templates().items() for m in forms.finditer(text)]
    assert [name for name, form in found if "{% csrf_token %}" not in form] == []


def test_every_template_is_used():
    own = templates()
    texts = [*own.values(), *(p.read_text(encoding="utf-8") for p in modules())]
    used = {name for text in texts for name in QUOTED.findall(text)} | BY_NAME
    used |= {f"web/components/{name}.html" for name in re.findall(r"@component\(\"(\w+)\"\)", "\n".join(texts))}
    assert sorted(set(own) - used) == []
