"""What is asked of the writers: one paper to be written, or one form of a print-out with its copies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiemdiem.org.models import Unit
from kiemdiem.papers.writers.xlsx import SheetTable

FORMATS = ("docx", "pdf")


@dataclass(frozen=True)
class Order:
    """One paper to write: the form, what it is filled with, who issues it, about whom, on which day.

    `tables`: sheets kept beside it as a workbook.
    """

    form_key: str
    values: Mapping[str, Any]
    unit: Unit
    paper_on: date
    about: str = ""
    formats: tuple[str, ...] = FORMATS
    term: str = ""
    draft: bool = False
    sample: bool = False
    tables: tuple[SheetTable, ...] = ()


@dataclass(frozen=True)
class Part:
    """One form of the print-out, filled, and how many copies of it are needed."""

    form_key: str
    values: Mapping[str, Any]
    copies: int = 1
