"""No file, function or class that a newcomer would dread."""

import ast
import tomllib
from pathlib import Path

from tests.house.repository import ROOT, modules, name_of, text_files, tree

ALLOWANCES = tomllib.loads((ROOT / "tests/house/allowances.toml").read_text(encoding="utf-8"))["allow"]


def stop_of(path: Path, *, tests: bool) -> int:
    """The line count at which a module must be cut."""
    if tests:
        return 400
    return 250 if "pages" in path.parts else 350


def too_long(lines: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The places above their stop (measured, stop) that no allowance names."""
    allowed = {entry["path"]: entry["lines"] for entry in ALLOWANCES}
    return {name: (n, stop) for name, (n, stop) in lines.items() if n > max(stop, allowed.get(name, 0))}


def test_modules_stay_small():
    found = {}
    for tests in (False, True):
        for path in modules(tests=tests):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            found[name_of(path)] = (lines, stop_of(path, tests=tests))
    assert too_long(found) == {}


def lines_of(node: ast.FunctionDef | ast.ClassDef) -> int:
    """The lines of a class, or of a function's body without its docstring: a signature is not work."""
    if isinstance(node, ast.ClassDef):
        return node.end_lineno - node.lineno + 1
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return node.end_lineno - body[0].lineno + 1


def test_functions_and_classes_stay_small():
    found = {}
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                stop = 150 if isinstance(node, ast.ClassDef) else 40
                if node.name == "Command" or path.name == "models.py":
                    stop = max(stop, 150)
                found[f"{name_of(path)}:{node.name}"] = (lines_of(node), stop)
    assert too_long(found) == {}


def test_test_functions_stay_small():
    found = {}
    for path in modules(tests=True):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found[f"{name_of(path)}:{node.name}"] = (lines_of(node), 40)
    assert too_long(found) == {}


def test_templates_stay_small():
    found = {name_of(p): (len(t.splitlines()), 250) for p, t in text_files() if p.suffix == ".html"}
    assert too_long(found) == {}


def test_every_allowance_is_still_needed_and_says_why():
    names = {name_of(p) for p, _ in text_files()}
    for entry in ALLOWANCES:
        assert entry["path"].split(":")[0] in names
        assert len(entry["reason"]) > 20
