"""Writes the generated pages under docs/: the glossary, the table of rights, the commands, the coverage of rules.

Run: `./run` once, then `.venv/bin/python scripts/docs.py` (with `--check` it only says which pages are stale).
"""

import importlib
import os
import sys
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemdiem.config.settings")

import django  # noqa: E402
from django.apps import apps  # noqa: E402
from ruamel.yaml import YAML  # noqa: E402

from kiemdiem.rulebooks import shelf  # noqa: E402
from kiemdiem.rulebooks.console import coverage  # noqa: E402

MADE = "<!-- Made by scripts/docs.py; do not edit by hand. -->\n\n"


def glossary() -> str:
    """The words of the field, by group."""
    words = YAML(typ="safe").load((ROOT / "docs/glossary.yaml").read_text(encoding="utf-8"))
    lines = ["# Glossary", ""]
    group = ""
    for term in words["terms"]:
        if term["group"] != group:
            group = term["group"]
            lines += ["", f"## {group}", "", "| Vietnamese | In the code | Meaning |", "|---|---|---|"]
        lines.append(f"| {term['vi']} | {', '.join(f'`{i}`' for i in term['id'])} | {term['meaning']} |")
    lines += ["", "## Settled words", "", "| Word | Means | Not |", "|---|---|---|"]
    lines += [f"| `{w['word']}` | {w['meaning']} | `{w['not']}` |" for w in words["settled"]]
    return "\n".join(lines) + "\n"


def acts_by_room() -> dict[str, dict[str, frozenset[str]]]:
    """What each room lets which roles do, from its `access` floor."""
    found = {}
    for config in apps.get_app_configs():
        if not config.name.startswith("kiemdiem."):
            continue
        try:
            module = importlib.import_module(f"{config.name}.access")
        except ModuleNotFoundError:
            continue
        acts = getattr(module, "ACTS", {})
        if acts:
            found[config.label] = acts
    return found


def rights() -> str:
    """The table of rights: every act of every room and the roles that may do it where they are granted."""
    rooms = acts_by_room()
    roles = sorted({role for acts in rooms.values() for allowed in acts.values() for role in allowed})
    lines = [
        "# Rights",
        "",
        "A role is granted over an organisation and everything below it, from a day to a day;",
        "a dot says that the role may do the act there.",
        "Nobody keys a decision on himself: another person with the same right must.",
    ]
    for room, acts in rooms.items():
        lines += ["", f"## {room}", "", f"| Act | {' | '.join(roles)} |", f"|---|{'---|' * len(roles)}"]
        lines += [
            f"| `{act}` | {' | '.join('•' if r in allowed else '' for r in roles)} |"
            for act, allowed in sorted(acts.items())
        ]
    return "\n".join(lines) + "\n"


@cache
def tested() -> frozenset[str]:
    """The rows that the tests name, collected once for all pages."""
    return coverage.rows_tested(coverage.TESTS)


def proofs(code: str) -> str:
    """How each row of a rulebook is proved, for the screens of this version: one row a line."""
    book, catalogue = shelf.rulebook(code), shelf.catalogue(code)
    found = coverage.coverage_of(book, catalogue=catalogue, tested=tested())
    standing = {row: word for word in ("tested", "attested", "gaps", "debt") for row in getattr(found, word)}
    return "".join(f"{row}\t{standing[row].removesuffix('s')}\n" for row in catalogue.rows)


def rules(code: str) -> str:
    """Every row of a rulebook's catalogue: its clause and kind, the entries that say it, and how it is proved."""
    book, catalogue = shelf.rulebook(code), shelf.catalogue(code)
    found = coverage.coverage_of(book, catalogue=catalogue, tested=tested())
    standing = dict.fromkeys(found.tested, "tested")
    standing |= dict.fromkeys(found.attested, "attested")
    standing |= dict.fromkeys(found.gaps, "gap")
    standing |= dict.fromkeys(found.debt, "**debt**")
    entries: dict[str, list[str]] = {}
    for entry in book.entries:
        for row in entry.rows:
            entries.setdefault(row, []).append(entry.key)
    lines = [f"# {code}: {book.identity.title}", "", f"`{found.line()}`", ""]
    lines += ["| Row | Clause | Type | Entries | Proof |", "|---|---|---|---|---|"]
    for row in catalogue.rows.values():
        keys = ", ".join(f"`{key}`" for key in entries.get(row.id, [])[:3])
        more = f" +{len(entries[row.id]) - 3}" if len(entries.get(row.id, [])) > 3 else ""
        lines.append(f"| {row.id} | {row.clause} | {row.type} | {keys}{more} | {standing[row.id]} |")
    return "\n".join(lines) + "\n"


PAGES = {
    "docs/glossary.md": glossary,
    "docs/rights.md": rights,
    **{f"docs/rules/{code}.md": partial(rules, code) for code in shelf.codes()},
    **{f"rulebooks/proofs/{code}.tsv": partial(proofs, code) for code in shelf.codes()},
}


def main() -> int:
    """Writes the pages, or says which are stale."""
    django.setup()
    stale = []
    for name, make in PAGES.items():
        path, text = ROOT / name, MADE + make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(("stale: " if "--check" in sys.argv else "written: ") + name)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
