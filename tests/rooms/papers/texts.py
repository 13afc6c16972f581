"""What a written paper says, read back from the file."""

import io
import re
import zipfile

import docx
from docx.table import Table
from pypdf import PdfReader

UNSAID = re.compile(r"[☐☒\s\u200b]+")


def paragraphs_of(content) -> list[str]:
    """The paragraphs of a document or a cell in reading order."""
    found: list[str] = []
    for piece in content.iter_inner_content():
        if isinstance(piece, Table):
            found += [text for row in piece.rows for cell in row.cells for text in paragraphs_of(cell)]
        else:
            found.append(piece.text)
    return found


def docx_text(written: bytes) -> str:
    """The body of a .docx without white space and drawn boxes."""
    return UNSAID.sub("", "".join(paragraphs_of(docx.Document(io.BytesIO(written)))))


def pdf_pages(written: bytes) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(written)).pages]


def pdf_text(written: bytes) -> str:
    """The text of a PDF without white space."""
    return UNSAID.sub("", "".join(pdf_pages(written)))


def sizes_mm(written: bytes) -> list[tuple[int, int]]:
    """The size of every page in whole millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(written)).pages]
    return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]


def letter_sizes(written: bytes) -> set[float]:
    """Every size of type in the PDF, in points."""
    found: set[float] = set()

    def note(text, _cm, tm, _font, size):
        if text.strip():
            found.add(round(abs(size * tm[3]), 1))

    for page in PdfReader(io.BytesIO(written)).pages:
        page.extract_text(visitor_text=note)
    return found


def docx_xml(written: bytes) -> str:
    """The body of a .docx as it is stored."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        return package.read("word/document.xml").decode()
