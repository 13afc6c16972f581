"""Where other projects' files lie: inside the wheel when installed, else in the checkout."""

from pathlib import Path

PACKAGED = Path(__file__).resolve().parent / "vendor"
CHECKOUT = Path(__file__).resolve().parents[3] / "vendor"


def vendor_folder() -> Path:
    """The folder of other projects' files: style sheet, scripts and fonts, each with its licence."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT
