"""What the house tests read: the tracked files and the parsed modules of the source tree."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "kiemdiem"
ROOMS = sorted(p.name for p in SRC.iterdir() if p.is_dir() and (p / "apps.py").exists())


@cache
def tracked() -> tuple[Path, ...]:
    """Every file the repository would hold now: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return tuple(ROOT / name for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file())


@cache
def text_files() -> tuple[tuple[Path, str], ...]:
    """Tracked files that are text, vendored ones left out, with their content."""
    found = []
    for path in tracked():
        if path.relative_to(ROOT).parts[0] == "vendor":
            continue
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)


@cache
def modules(*, tests: bool = False) -> tuple[Path, ...]:
    """Python modules of the source tree (or of the tests), migrations left out."""
    base = ROOT / "tests" if tests else ROOT / "src"
    return tuple(p for p in tracked() if p.suffix == ".py" and base in p.parents and "migrations" not in p.parts)


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The path as people write it, from the root of the repository."""
    return str(path.relative_to(ROOT))
