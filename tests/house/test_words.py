"""The words of the house: rules are data, names are the field's, texts are in one form."""

import ast
import re
import unicodedata

import pytest

from tests.house.repository import ROOT, modules, name_of, text_files, tree

CODES = sorted(p.name for p in (ROOT / "rulebooks" / "local").iterdir() if p.is_dir())
ROW_ID = re.compile(r"\b(?:AMB-)?(?:DN18|DL19|HU23|HX17|BD20)-|\bAMB-G-", re.IGNORECASE)
GRADES = re.compile(r"\b(?:HTXSNV|HTTNV|HTNV|KHTNV|HTNV_LIMITED|TSVM|YEU_KEM|CSTD_co_so)\b")
PLACES = re.compile(r"Hương Xuân|Hương Trà|Bù Đăng|Đắk Lắk|Đồng Nai|Thừa Thiên", re.IGNORECASE)
BANNED = {
    "manager",
    "handler",
    "helper",
    "helpers",
    "util",
    "utils",
    "common",
    "info",
    "misc",
    "service",
    "services",
    "base2",
    "stuff",
}
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root)/[\w.]|\.\./shared\b(?!`? in tracked)", re.IGNORECASE)
HOSTS = re.compile(r"files\.python" + r"hosted|py" + r"pi\.org|registry\.npm" + r"js|deb\.deb" + r"ian", re.IGNORECASE)


def source_texts():
    """Python and template texts of the source tree."""
    return [(p, t) for p, t in text_files() if (ROOT / "src") in p.parents]


@pytest.mark.parametrize("pattern", [ROW_ID, GRADES, PLACES], ids=["row ids", "grades", "places"])
def test_rules_and_places_are_data(pattern):
    found = [f"{name_of(p)}: {m.group()}" for p, t in source_texts() for m in pattern.finditer(t)]
    assert found == []


def test_no_rulebook_is_named_in_the_source():
    pattern = re.compile(r"\b(?:" + "|".join(CODES) + r")\b", re.IGNORECASE)
    assert [name_of(p) for p, t in source_texts() if pattern.search(t)] == []


def test_no_vague_names():
    found = []
    for path in modules():
        words = set(path.stem.split("_"))
        names = {n.name for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
        if path.name == "models.py" and path.parent.name == "accounts":
            names.discard("AccountManager")
        for name in names:
            words |= set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))
        found += [f"{name_of(path)}: {word}" for word in sorted(words & BANNED)]
    assert found == []


def test_texts_are_in_one_unicode_form():
    assert [name_of(p) for p, t in text_files() if not unicodedata.is_normalized("NFC", t)] == []


def test_no_paths_of_a_machine_and_no_registry_hosts():
    found = []
    for path, text in text_files():
        if path.name == "test_words.py":
            continue
        found += [f"{name_of(path)}: {m.group()}" for p in (MACHINE, HOSTS) for m in p.finditer(text)]
    assert found == []


def test_unfinished_marks_carry_an_issue():
    mark = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b(?!\(#\d+\))")
    assert [name_of(p) for p, t in text_files() if p.suffix in {".py", ".html", ".yaml"} and mark.search(t)] == []
