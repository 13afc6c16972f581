"""Where the files shipped with the program lie: beside the code in a wheel, at the root of a working copy."""

from pathlib import Path

import kiemdiem

PACKAGE = Path(kiemdiem.__file__).parent
WORKING_COPY = PACKAGE.parents[1]


def _first(*places: Path) -> Path:
    """The first of the places that exists."""
    return next((place for place in places if place.exists()), places[0])


def fonts_folder() -> Path:
    """The folder of the vendored fonts."""
    return _first(PACKAGE / "web" / "vendor" / "fonts", WORKING_COPY / "vendor" / "fonts")


def layout_texts() -> dict[str, str]:
    """The text of every shipped layout by its file name."""
    folder = _first(PACKAGE / "rulebooks" / "data" / "layouts", WORKING_COPY / "rulebooks" / "layouts")
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}


def typst_template() -> Path:
    """The typst source that sets a drawn paper."""
    return PACKAGE / "papers" / "writers" / "paper.typ"


def form_texts(code: str) -> dict[str, str]:
    """The text of every file of forms of a rulebook, by file name."""
    return _texts(_books(), pattern=f"*/{code}/papers/*.yaml")


def shared_texts() -> dict[str, str]:
    """The text of every file of the forms that any rulebook may print, by file name."""
    return _texts(_books(), pattern="papers/*.yaml")


def _books() -> Path:
    return _first(PACKAGE / "rulebooks" / "data", WORKING_COPY / "rulebooks")


def _texts(folder: Path, *, pattern: str) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern))}
