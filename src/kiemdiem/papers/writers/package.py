"""The .docx package of a layout: made once by python-docx, with a style for every style of the layout."""

import io
import zipfile
from dataclasses import dataclass
from functools import cache

from docx import Document
from docx.document import Document as Package
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kiemdiem.papers.layouts import Layout, Style

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
UNUSED = ("stylesWithEffects", "webSettings", "customXml", "numbering", "thumbnail")
LANGUAGE = "vi-VN"
SCRIPTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


@dataclass(frozen=True)
class Empty:
    """The parts of an empty document; the names of its headers and first footer, and their ids in the section."""

    parts: dict[str, bytes]
    first: str
    later: str
    first_id: str
    later_id: str
    foot: str
    foot_id: str


def empty_package(layout: Layout) -> Empty:
    """The package a paper of the layout is written into."""
    return _made(layout.model_dump_json())


@cache
def _made(layout_json: str) -> Empty:
    layout = Layout.model_validate_json(layout_json)
    document = Document()
    _strip(document)
    _set_language(document)
    _set_font(document.styles["Normal"], layout.font)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    for name, style in layout.styles.items():
        _add_style(document, name, style)
    return _with_headers(document)


def _strip(document: Package) -> None:
    """Leaves out the library's own styles and parts that no paper uses: they are nine tenths of its bytes."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            styles.remove(style)
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNUSED)]:
            del relations[key]


def _set_font(style: object, font: str) -> None:
    style.font.name = font  # type: ignore[attr-defined]
    fonts = style.element.rPr.rFonts  # type: ignore[attr-defined]
    for script in SCRIPTS:
        fonts.set(qn(script), font)


def _set_language(document: Package) -> None:
    """Vietnamese, or the word processor marks every word as misspelt."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _add_style(document: Package, name: str, style: Style) -> None:
    """The paragraph style of that name, with the measures of the layout."""
    added = document.styles.add_style(f"kd {name}", WD_STYLE_TYPE.PARAGRAPH)
    added.base_style = document.styles["Normal"]
    added.font.size, added.font.bold, added.font.italic = Pt(style.size), style.bold, style.italic
    added.font.underline = style.underline
    shape = added.paragraph_format
    shape.alignment = ALIGN[style.align]
    shape.space_before, shape.space_after = Pt(style.before), Pt(style.after)
    shape.first_line_indent = Mm(style.first)
    shape.keep_with_next = style.keep
    if style.line:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(style.line)


def _with_headers(document: Package) -> Empty:
    """The package with its two headers, on the first page and on later ones."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    ids = {
        (reference.tag == qn("w:footerReference"), reference.get(qn("w:type"))): reference.get(qn("r:id"))
        for kind in ("w:headerReference", "w:footerReference")
        for reference in section._sectPr.findall(qn(kind))
    }
    names = {
        kind: str(document.part.related_parts[identifier].partname).lstrip("/") for kind, identifier in ids.items()
    }
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    first, later, foot = (False, "first"), (False, "default"), (True, "first")
    return Empty(parts, names[first], names[later], ids[first], ids[later], names[foot], ids[foot])
