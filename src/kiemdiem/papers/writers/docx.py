"""Drawn papers as .docx: the package and its styles come from python-docx, each paper brings its own body."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from kiemdiem.papers.drawn import HEAD_OUTDENT_MM, Cell, Grid, Head, Line, Piece, Run, Sheet, Signs
from kiemdiem.papers.layouts import Layout
from kiemdiem.papers.writers.package import LANGUAGE, Empty, empty_package

SIZES_MM = {"A5": (148, 210), "A4": (210, 297), "A3": (297, 420)}
JC = {"left": "left", "right": "right", "centre": "center", "justify": "both"}
BOXES = {"empty": "\u2610", "crossed": "\u2612"}
SYMBOLS = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>'
DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PROPERTIES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>kiemdiem</Application></Properties>"
)
PAGE_FIELD = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def written_docx(sheet: Sheet, layout: Layout, *, title: str = "") -> bytes:
    """The sheet as a .docx that names its title and its organ; the same sheet gives the same bytes."""
    package = empty_package(layout)
    body = "".join(Body(sheet, layout).xml(package))
    parts = package.parts | {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
        package.first: _header(sheet, later=False),
        package.later: _header(sheet, later=True),
        package.foot: _footer(sheet),
        "docProps/core.xml": _core(title, organ=_organ(sheet)),
        "docProps/app.xml": APPLICATION.encode(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, DAY_OF_ZIP), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _organ(sheet: Sheet) -> str:
    """Who issues the paper, as its title block says; nothing on a slip."""
    heads = [piece for piece in sheet.pieces if isinstance(piece, Head)]
    lines = [line for head in heads for line in head.left if line.style == "organ"]
    return "".join(run.text for line in lines for run in line.runs)


def _core(title: str, *, organ: str) -> bytes:
    """The properties of the document; without a moment, so that the same paper gives the same bytes."""
    told = f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(organ)}</dc:creator>"
    return f"<cp:coreProperties {PROPERTIES}>{told}<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>".encode()


def twips(millimetres: int) -> int:
    """Twentieths of a point, the unit of the format."""
    return millimetres * 14400 // 254


def text_width_mm(sheet: Sheet) -> int:
    """The width between the margins."""
    width, height = SIZES_MM[sheet.paper]
    return (height if sheet.landscape else width) - sheet.page.left - sheet.page.right


def _header(sheet: Sheet, *, later: bool) -> bytes:
    """What stands on top: marks on the left; the form's code on the first page, the number on later ones."""
    width = twips(text_width_mm(sheet))
    tabs = f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    marks = _text(sheet.running, bold=True, size=11)
    code = f"<w:r><w:tab/><w:tab/></w:r>{_text(sheet.code, bold=True, size=12)}"
    ending = f"<w:r><w:tab/></w:r>{PAGE_FIELD}" if later else code
    line = f'<w:p><w:pPr><w:pStyle w:val="kdplain"/>{tabs}<w:spacing w:before="0"/></w:pPr>{marks}{ending}</w:p>'
    return f"<w:hdr {NAMESPACES}>{line}</w:hdr>".encode()


def _footer(sheet: Sheet) -> bytes:
    """What stands at the foot of the first page."""
    line = f'<w:p><w:pPr><w:pStyle w:val="kdnote"/></w:pPr>{_text(sheet.footing)}</w:p>'
    return f"<w:ftr {NAMESPACES}>{line}</w:ftr>".encode()


def _text(text: str, *, bold: bool = False, italic: bool = False, size: int = 0) -> str:
    """A run of text."""
    looks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    looks += f'<w:sz w:val="{size * 2}"/>' if size else ""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _run(run: Run) -> str:
    if run.box:
        return f"<w:r><w:rPr>{SYMBOLS}</w:rPr><w:t>{BOXES[run.box]}</w:t></w:r>"
    if run.dots:
        return "<w:r><w:tab/></w:r>"
    return _text(run.text, bold=run.bold, italic=run.italic)


class Body:
    """The body of one paper as WordprocessingML."""

    def __init__(self, sheet: Sheet, layout: Layout):
        self.sheet = sheet
        self.layout = layout
        self.width = twips(text_width_mm(sheet))

    def xml(self, package: Empty) -> Iterator[str]:
        """Every piece in order, then the section with its page."""
        for piece in self.sheet.pieces:
            yield self._piece(piece)
        yield self._section(package)

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Line():
                return self.line(piece)
            case Head():
                return self._head(piece)
            case Grid():
                return self._grid(piece)
            case Signs():
                return self._signs(piece)
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def line(self, line: Line, *, extra: str = "") -> str:
        """A paragraph in its style; dots run to the right edge of the text."""
        dotted = any(run.dots for run in line.runs)
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.width}"/></w:tabs>' if dotted else ""
        extra = "<w:keepNext/>" * line.keep + extra
        tabs += f'<w:jc w:val="{JC[line.align]}"/>' if line.align else ""
        runs = "".join(_run(run) for run in line.runs)
        return f'<w:p><w:pPr><w:pStyle w:val="kd{line.style}"/>{extra}{tabs}</w:pPr>{runs}</w:p>'

    def _head(self, head: Head) -> str:
        left = "".join(self.line(line) for line in head.left)
        border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        right = "".join(
            self.line(line, extra=border if number == head.ruled else "")
            for number, line in enumerate(head.right, start=1)
        )
        outdent = twips(HEAD_OUTDENT_MM)
        whole = self.width + outdent
        widths = (whole * 49 // 100, whole - whole * 49 // 100)
        return self._frame(widths, ((left, right),), outdent=outdent) + _after_table()

    def _signs(self, signs: Signs) -> str:
        cells = ["".join(self.line(line) for line in lines) for lines in signs.columns]
        if signs.recipients:
            cells.insert(0, "".join(self.line(line) for line in signs.recipients))
        elif len(cells) == 1:
            cells.insert(0, "<w:p/>")
        widths = tuple(self.width // len(cells) for _ in cells)
        return _after_table(points=10, keep=True) + self._frame(widths, (tuple(cells),)) + _after_table()

    def _frame(self, widths: tuple[int, ...], rows: tuple[tuple[str, ...], ...], outdent: int = 0) -> str:
        """A table without lines that sets texts side by side and never breaks inside a row."""
        cells = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + "".join(_cell(content, width) for content, width in zip(row, widths, strict=True))
            + "</w:tr>"
            for row in rows
        )
        return _table(widths, cells, ruled=False, outdent=outdent)

    def _grid(self, grid: Grid) -> str:
        parts = sum(grid.widths)
        widths = tuple(self.width * part // parts for part in grid.widths)
        height = f'<w:trHeight w:val="{twips(grid.row_mm)}" w:hRule="atLeast"/>'
        head = self._row(grid.head, widths, grid.style, "<w:cantSplit/><w:tblHeader/>") if grid.head else ""
        shape = f"<w:cantSplit/>{height}"
        bound = grid.bound_from()
        rows = "".join(
            self._row(row, widths, grid.style, shape, keep=number >= bound) for number, row in enumerate(grid.rows)
        )
        table = _table(widths, head + rows, ruled=grid.ruled)
        return _after_table(points=5, keep=True) + table + _after_table(keep=grid.signed)

    def _row(self, cells: tuple[Cell, ...], widths: tuple[int, ...], style: str, shape: str, keep: bool = False) -> str:
        written = "".join(
            _cell(self.line(Line(style, cell.runs, cell.align, keep)), width, middle=True)
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{shape}</w:trPr>{written}</w:tr>"

    def _section(self, package: Empty) -> str:
        """The page, its margins and headers."""
        width, height = (twips(size) for size in SIZES_MM[self.sheet.paper])
        page, turned = self.sheet.page, ""
        header = twips(self.layout.page_number_mm)
        if self.sheet.landscape:
            width, height, turned = height, width, ' w:orient="landscape"'
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{package.later_id}"/>'
            f'<w:headerReference w:type="first" r:id="{package.first_id}"/>'
            f'<w:footerReference w:type="first" r:id="{package.foot_id}"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="{twips(page.top)}" w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
            f'w:right="{twips(page.right)}" w:header="{header}" w:footer="567" w:gutter="0"/>'
            "<w:titlePg/></w:sectPr>"
        )


def _cell(content: str, width: int, *, middle: bool = False) -> str:
    """A table cell; the format wants a paragraph at its end."""
    middled = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middled}</w:tcPr>{content}</w:tc>'


def _table(widths: tuple[int, ...], rows: str, *, ruled: bool, outdent: int = 0) -> str:
    """A table of fixed columns, with or without lines."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if ruled else 'w:val="nil"'
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margin = 70 if ruled else 0
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{-outdent}" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _after_table(points: int = 2, *, keep: bool = False) -> str:
    """A thin empty paragraph: two tables would otherwise become one; `keep` binds it to what follows."""
    bound = "<w:keepNext/>" * keep
    return f'<w:p><w:pPr>{bound}<w:spacing w:line="{points * 20}" w:lineRule="exact"/></w:pPr></w:p>'
