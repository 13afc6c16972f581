"""Which rows of a rulebook's catalogue are tested, attested, gaps, or still owed."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kiemdiem.core.law.catalogue import Catalogue
from kiemdiem.core.law.rulebook import Rulebook

TESTS = Path(__file__).resolve().parents[4] / "tests" / "clauses"


@dataclass(frozen=True)
class Coverage:
    """The rows of a catalogue, each in exactly one of four lists."""

    code: str
    tested: tuple[str, ...]
    attested: tuple[str, ...]
    gaps: tuple[str, ...]
    debt: tuple[str, ...]

    def line(self) -> str:
        """The four counts in one line."""
        counts = (len(self.tested), len(self.attested), len(self.gaps), len(self.debt))
        return "{}: tested {} · attested {} · gap {} · debt {}".format(self.code, *counts)


def coverage_of(book: Rulebook, *, catalogue: Catalogue, tested: frozenset[str]) -> Coverage:
    """Where each row stands: soft ones a person attests, those taken from elsewhere a gap, the rest tested or owed."""
    named = {row for entry in book.entries for row in entry.rows}
    in_gaps = {row for gap in book.gaps.gaps for row in gap.rows}
    found: dict[str, list[str]] = {"tested": [], "attested": [], "gaps": [], "debt": []}
    for row in catalogue.rows.values():
        if "SOFT" in row.flags and row.id in named:
            found["attested"].append(row.id)
        elif {"EXT", "TRUNC"} & set(row.flags) and row.id in in_gaps:
            found["gaps"].append(row.id)
        else:
            found["tested" if row.id in tested else "debt"].append(row.id)
    return Coverage(book.code, **{name: tuple(rows) for name, rows in found.items()})


def rows_tested(tests: Path) -> frozenset[str] | None:
    """The rows named by the clause tests of a working copy; nothing where there are no tests.

    The tests are collected, not run: a test that fails is the suite's affair.
    """
    if not tests.is_dir():
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.json"
        asked = [sys.executable, "-m", "pytest", str(tests), "--collect-only", "-q", "-p", "no:cacheprovider"]
        env = {**os.environ, "KIEMDIEM_CLAUSES_OUT": str(out)}
        subprocess.run(asked, cwd=tests.parents[1], env=env, capture_output=True, check=False)
        return frozenset(json.loads(out.read_text(encoding="utf-8"))) if out.is_file() else None
