"""Drawn papers as PDF, set by typst with the vendored fonts only; the words travel as JSON, never as markup."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import typst
from pydantic import BaseModel

from kiemdiem.papers import shipped
from kiemdiem.papers.drawn import BOUND_ROWS, HEAD_OUTDENT_MM, Sheet
from kiemdiem.papers.layouts import Layout


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: reading the fonts is the slow part."""
    return typst.Compiler(
        str(shipped.typst_template()), font_paths=[str(shipped.fonts_folder())], ignore_system_fonts=True
    )


def _plain(value: object) -> dict[str, Any]:
    """What JSON keeps of a drawn piece or a page: its fields by name."""
    if isinstance(value, BaseModel):
        return value.model_dump()
    return {name: getattr(value, name) for name in value.__slots__}


def written_pdf(sheets: Sequence[Sheet], layout: Layout, *, title: str, tagged: bool = True) -> bytes:
    """One PDF of the sheets in order, each on a new page with its own page numbers.

    `tagged`: with its structure for screen readers; a stack of slips that is only printed is ten times lighter without.
    """
    papers = {
        "title": title,
        "outdent": HEAD_OUTDENT_MM,
        "bound_rows": BOUND_ROWS,
        "layout": layout.model_dump(mode="json", include={"styles", "page_number_mm"}),
        "sheets": sheets,
    }
    told = json.dumps(papers, ensure_ascii=False, default=_plain)
    written = _compiler().compile(format="pdf", sys_inputs={"papers": told}, pdf_tags=tagged)
    assert isinstance(written, bytes)
    return written
