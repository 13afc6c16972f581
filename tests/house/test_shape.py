"""The shape of the code: signatures, docstrings, floors without HTTP, a core without floats."""

import ast
from pathlib import Path

from tests.house.repository import SRC, modules, name_of, tree

ACTS = {"commands", "queries", "access"}


def floor_of(path: Path) -> str:
    """The floor of its room a module stands on, or an empty string."""
    parts = path.relative_to(SRC).parts if SRC in path.parents else ()
    if len(parts) < 2:
        return ""
    return "core" if parts[0] == "core" else Path(parts[1]).stem


def public_functions(path: Path):
    """Module-level functions that other modules may call."""
    return [n for n in tree(path).body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]


def test_public_functions_take_two_positional_arguments_at_most():
    found = []
    for path in modules():
        if floor_of(path) in ACTS | {"core"}:
            found += [
                f"{name_of(path)}:{f.name}"
                for f in public_functions(path)
                if len(f.args.posonlyargs) + len(f.args.args) > 2 and not f.decorator_list
            ]
    assert found == []


def test_public_functions_say_what_they_give():
    found = []
    for path in modules():
        if floor_of(path) in ACTS | {"core"}:
            found += [f"{name_of(path)}:{f.name}" for f in public_functions(path) if not ast.get_docstring(f)]
    assert found == []


def test_every_module_says_what_it_is():
    missing = [
        name_of(p) for p in modules() if p.name not in {"__init__.py", "apps.py"} and not ast.get_docstring(tree(p))
    ]
    assert missing == []


def is_type_question(node: ast.AST) -> bool:
    """Whether the node asks for the type of a value, as the loader does to refuse floats."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"


def test_the_core_has_no_floats():
    found = []
    for path in modules():
        if floor_of(path) != "core":
            continue
        asked = {id(a) for n in ast.walk(tree(path)) if is_type_question(n) for a in ast.walk(n)}
        for node in ast.walk(tree(path)):
            if id(node) in asked:
                continue
            is_literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
            is_name = isinstance(node, ast.Name) and node.id == "float"
            is_division = (
                isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and isinstance(node.right, ast.Constant)
            )
            if is_literal or is_name or is_division:
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_below_pages_nothing_imports_the_web():
    found = []
    for path in modules():
        if floor_of(path) not in ACTS | {"models", "core"}:
            continue
        for node in ast.walk(tree(path)):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if module and (module.startswith(("kiemdiem.web", "django.http"))):
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_tests_use_no_mocks_of_our_own_code():
    found = [
        name_of(p)
        for p in modules(tests=True)
        for n in ast.walk(tree(p))
        if isinstance(n, ast.Import | ast.ImportFrom) and "mock" in ast.unparse(n)
    ]
    assert found == []
