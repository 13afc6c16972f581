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

OUT = "KIEMDIEM_CLAUSES_OUT"
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


class Uncollected(Exception):  # noqa: N818 - the tests' fault, not this program's
    """The clause tests could not be collected; the text is what they said."""


def rows_tested(tests: Path) -> frozenset[str]:
    """The rows named by the clause tests of a working copy.

    The tests are collected, not run: a test that fails is the suite's affair.
    Raises: Uncollected.
    """
    if not tests.is_dir():
        raise Uncollected("Độ phủ chỉ tính được trên bản mã nguồn có thư mục tests/clauses.")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.json"
        asked = [sys.executable, "-m", "pytest", str(tests), "--collect-only", "-q", "-p", "no:cacheprovider"]
        # The tests choose their own settings and home; those of this process must not reach them.
        own = {name: value for name, value in os.environ.items() if not name.startswith(("KIEMDIEM_", "DJANGO_"))}
        run = subprocess.run(
            asked, cwd=tests.parents[1], env=own | {OUT: str(out)}, capture_output=True, text=True, check=False
        )
        if not out.is_file():
            raise Uncollected("Không thu thập được các phép thử:\n" + (run.stdout + run.stderr)[-2000:])
        return frozenset(json.loads(out.read_text(encoding="utf-8")))
