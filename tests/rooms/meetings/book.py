"""A small rulebook of its own for the tests of meetings and ballots: two rounds, a leaders' ballot, a score slip."""

from pathlib import Path

from kiemdiem.core.law import loader
from kiemdiem.core.law.rulebook import Rulebook

FOLDER = Path(__file__).with_suffix("")


def text_of(name: str) -> str:
    """One file of the small rulebook."""
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def book(**changed: str) -> Rulebook:
    """The rulebook, with some of its files in other words: `book(ballots=text_of("ballots").replace(…))`."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
    texts |= {f"{name}.yaml": text for name, text in changed.items()}
    return loader.load(texts, catalogue=[f"R-{number}" for number in range(1, 40)])
