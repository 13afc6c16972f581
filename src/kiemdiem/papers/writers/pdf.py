"""Drawn papers as PDF, set by typst with the vendored fonts only; the words travel as JSON, never as markup."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

import typst

from kiemdiem.papers import shipped
from kiemdiem.papers.drawn import HEAD_OUTDENT_MM, Sheet
from kiemdiem.papers.layouts import Layout


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: reading the fonts is the slow part."""
    return typst.Compiler(
        str(shipped.typst_template()), font_paths=[str(shipped.fonts_folder())], ignore_system_fonts=True
    )


def written_pdf(sheets: Sequence[Sheet], layout: Layout, *, title: str) -> bytes:
    """One PDF of the sheets in order, each on a new page with its own page numbers."""
    papers = {
        "title": title,
        "outdent": HEAD_OUTDENT_MM,
        "layout": layout.model_dump(mode="json", include={"styles", "page_number_mm"}),
        "sheets": [asdict(sheet) | {"page": sheet.page.model_dump()} for sheet in sheets],
    }
    written = _compiler().compile(format="pdf", sys_inputs={"papers": json.dumps(papers, ensure_ascii=False)})
    assert isinstance(written, bytes)
    return written
