"""The shipped rulebooks: where their folder is, what stands in it."""

from datetime import date
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from ruamel.yaml import YAML

from kiemdiem.core.law import loader, yaml_text
from kiemdiem.core.law.catalogue import Catalogue, read_catalogue
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook


def folder() -> Traversable:
    """The folder of rulebooks: inside the installed package, else at the root of the source tree."""
    shipped = resources.files("kiemdiem.rulebooks") / "data"
    return shipped if shipped.is_dir() else Path(__file__).resolve().parents[3] / "rulebooks"


def codes() -> tuple[str, ...]:
    """The codes of the shipped rulebooks, in order."""
    local = folder() / "local"
    return tuple(sorted(book.name for book in local.iterdir() if (book / "rulebook.yaml").is_file()))


def season_codes() -> tuple[str, ...]:
    """The codes of the shipped rulebooks by which a season can be run: units, a plan with days, papers to print."""
    return tuple(code for code in planned_codes() if runs_a_season(rulebook(code), papers_of=code))


def planned_codes() -> tuple[str, ...]:
    """The codes of the shipped rulebooks with units and a plan with days, whether or not they have papers to print."""
    return tuple(code for code in codes() if _has_a_plan(rulebook(code)))


def runs_a_season(book: Rulebook, *, papers_of: str) -> bool:
    """Whether a season can be run by the book, printed on the papers of a shipped one."""
    return _has_a_plan(book) and (book_folder(papers_of) / "papers").is_dir()


def _has_a_plan(book: Rulebook) -> bool:
    return bool(book.body.units and book.plan.items)


def first_code() -> str:
    """The code of the rulebook offered before the others, by which the demonstration is played."""
    return str(YAML(typ="safe").load((folder() / "shelf.yaml").read_text(encoding="utf-8"))["first"])


def book_folder(code: str) -> Traversable:
    """The folder of one rulebook.

    Raises: KeyError when there is no such rulebook.
    """
    if code not in codes():
        raise KeyError(code)
    return folder() / "local" / code


def texts(code: str) -> dict[str, str]:
    """The texts of a rulebook by file name."""
    return texts_in(book_folder(code))


def texts_in(place: Traversable) -> dict[str, str]:
    """The YAML texts of one folder by file name.

    Raises: RulebookProblems for every file that cannot be read as a text.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted(place.iterdir(), key=lambda each: each.name):
        if file.name.endswith((".yaml", ".yml")):
            try:
                found[file.name] = yaml_text.decoded(file.name, bytes_of(file))
            except RulebookProblems as error:
                problems += error.problems
            except OSError:
                problems.append(Problem(file.name, 0, "", "không mở được tệp này", "kiểm tra tệp và quyền đọc"))
    if problems:
        raise RulebookProblems(tuple(problems))
    return found


def bytes_of(file: Traversable) -> bytes:
    """The content of a file, or as much of it as shows that it is too long.

    Raises: OSError.
    """
    with file.open("rb") as opened:
        return opened.read(4 * yaml_text.LONGEST + 1)


def catalogues() -> tuple[str, ...]:
    """The codes that have a catalogue of rows, in order."""
    files = (folder() / "catalogue").iterdir()
    return tuple(sorted(file.name.removesuffix(".tsv") for file in files if file.name.endswith(".tsv")))


def cases(code: str) -> dict[str, str]:
    """The worked examples of a rulebook by file name."""
    examples = book_folder(code) / "cases"
    if not examples.is_dir():
        return {}
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(examples.iterdir(), key=lambda f: f.name)}


@lru_cache(maxsize=16)
def catalogue(code: str) -> Catalogue:
    """The catalogue of the rows of a rulebook's source."""
    return read_catalogue((folder() / "catalogue" / f"{code}.tsv").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def title(code: str) -> str:
    """The title of a rulebook, told without loading all of it.

    Raises: KeyError when there is no such rulebook.
    """
    text = (book_folder(code) / "rulebook.yaml").read_text(encoding="utf-8")
    return str(YAML(typ="safe").load(text)["title"])


@lru_cache(maxsize=16)
def rulebook(code: str) -> Rulebook:
    """The rulebook under its default readings, no gap filled; loaded once.

    Raises: KeyError when there is no such rulebook; RulebookProblems when its texts do not stand.
    """
    return loader.load(texts(code), catalogue=catalogue(code).rows)


def proofs(code: str) -> dict[str, str]:
    """How each row of a rulebook was proved when this version was made: tested, attested, gap, debt; by row."""
    table = folder() / "proofs" / f"{code}.tsv"
    if not table.is_file():
        return {}
    lines = table.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if "\t" in line)


def sample_days(code: str) -> dict[str, tuple[date, date]]:
    """Fictional days of a plan the rulebook leaves to the committee, by entry and by step; empty where none."""
    sample = book_folder(code) / "sample" / "days.yaml"
    found = YAML(typ="safe").load(sample.read_text(encoding="utf-8")) if sample.is_file() else {}
    return {key: (first, last) for key, (first, last) in found.items()}


def sample_gaps(code: str) -> dict[str, object]:
    """Fictional fillings of a rulebook's gaps by key, for plays and tests only; empty where it ships none."""
    sample = book_folder(code) / "sample" / "gaps.yaml"
    return dict(YAML(typ="safe").load(sample.read_text(encoding="utf-8"))) if sample.is_file() else {}
