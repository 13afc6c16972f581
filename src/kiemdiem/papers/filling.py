"""A form and its values become a drawn paper: references resolved, rows repeated, blocks that do not apply left out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from kiemdiem.core.law.sections import blocks as law
from kiemdiem.core.law.sections.papers import Form
from kiemdiem.papers import tables
from kiemdiem.papers.drawn import Break, Grid, Head, Line, Piece, Prompt, Run, Sheet, Signs, Terms
from kiemdiem.papers.layouts import Layout, Page
from kiemdiem.papers.values import Values, must_fit
from kiemdiem.papers.wording import Scope, printable

UNOFFICIAL = "(Mẫu do phần mềm soạn, chưa phải mẫu chính thức)"
DRAFT = "Dự thảo"
SIGNING_LINES = 4
SENTENCE_ENDS = (".", "!", "?", "…")
JUSTIFIED = frozenset({"body", "ground", "dash"})
PLAIN = Terms()


def filled(form: Form, values: Values, *, layout: Layout, terms: Terms = PLAIN) -> Sheet:
    """The drawn paper of a form.

    Raises: Refused naming the form and every field that is missing or wrong; nothing is drawn then.
    """
    must_fit(form, values)
    scope = Scope({field.name: field for field in form.fields}, values)
    drawing = Drawing(layout, terms)
    pieces = tuple(drawing.pieces(form.blocks, scope))
    has_head = any(isinstance(piece, Head) for piece in pieces)
    return Sheet(
        paper=_paper(form, values),
        landscape=form.landscape or _is_wide(form, values),
        page=_page(form, layout),
        code=f"Mẫu {form.code}" if form.code else "",
        running=_running(terms, draft_in_head=has_head),
        footing="" if form.official or form.secret else UNOFFICIAL,
        pieces=tuple(_signed_below(pieces)),
    )


def _paper(form: Form, values: Values) -> str:
    if form.paper_by is None:
        return form.paper
    lines = len(values[form.paper_by.over])
    fitting = [size for upto, size in form.paper_by.sizes if lines <= upto]
    return fitting[0] if fitting else form.paper_by.sizes[-1][1]


def _is_wide(form: Form, values: Values) -> bool:
    return form.landscape_by is not None and len(values[form.landscape_by.over]) >= form.landscape_by.least


def _page(form: Form, layout: Layout) -> Page:
    if form.margins_mm is None:
        return layout.page
    top, bottom, left, right = form.margins_mm
    return Page(top=top, bottom=bottom, left=left, right=right)


def _running(terms: Terms, *, draft_in_head: bool) -> str:
    """What stands on top of every page: of a demo, with sample figures, a draft without a title block."""
    marks = terms.marks
    words = (
        (marks.demo, "BẢN MẪU"),
        (marks.sample, "Số liệu minh họa"),
        (marks.draft and not draft_in_head, DRAFT),
    )
    return " – ".join(word for said, word in words if said)


class Drawing:
    """Draws the blocks of one paper in the styles of its layout."""

    def __init__(self, layout: Layout, terms: Terms):
        self.layout = layout
        self.terms = terms
        self.draw: dict[str, Callable[[Any, Scope], Iterator[Piece]]] = {
            "title_block": self._title_block,
            "name": self._name,
            "heading": self._heading,
            "paragraph": self._paragraph,
            "dotted": self._dotted,
            "choices": self._choices,
            "table": self._table,
            "signatures": self._signatures,
            "page_break": lambda block, scope: iter((Break(),)),
            "note": lambda block, scope: iter((Line("note", scope.runs(block.text)),)),
            "contents": self._contents,
            "repeat": self._repeat,
            "grounds": self._grounds,
        }

    def pieces(self, blocks: tuple[law.AnyBlock, ...], scope: Scope) -> Iterator[Piece]:
        """The drawn pieces of those blocks that apply."""
        for block in blocks:
            if (block.when is None or scope.value(block.when)) and not (block.unless and scope.value(block.unless)):
                yield from self.draw[block.block](block, scope)

    def _title_block(self, block: law.TitleBlock, scope: Scope) -> Iterator[Piece]:
        left = [Line("superior", scope.runs(block.superior))] if scope.text(block.superior) else []
        left.append(Line("organ", scope.runs(block.organ)))
        if self.layout.star:
            left.append(Line("star", (Run("*"),)))
        if block.number:
            left.append(Line("number", scope.runs(block.number)))
        if self.terms.marks.draft:
            left.append(Line("draft", (Run(DRAFT),)))
        right = [Line("party", (Run(text),)) for text in self.layout.heading]
        if block.place_date:
            right.append(Line("place_date", scope.runs(block.place_date)))
        yield Head(tuple(left), tuple(right), ruled=len(self.layout.heading))

    def _name(self, block: law.PaperName, scope: Scope) -> Iterator[Piece]:
        yield Line("paper_name", scope.runs(block.text))
        yield from (Line("about", scope.runs(line)) for line in block.about if scope.text(line))
        if block.rule:
            yield Line("rule", (Run("-----"),))

    def _heading(self, block: law.Heading, scope: Scope) -> Iterator[Piece]:
        yield Line(f"heading_{block.level}", scope.runs(block.text))

    def _paragraph(self, block: law.Paragraph, scope: Scope) -> Iterator[Piece]:
        runs = scope.runs(block.text)
        if block.style == "dash":
            runs = (Run("- "), *runs)
        yield from _split(block.style, runs)

    def _dotted(self, block: law.Dotted, scope: Scope) -> Iterator[Piece]:
        label = Run(scope.text(block.label) + ": ")
        if scope.value(block.field) is not None:
            yield from _split("plain", (label, Run(scope.word(block.field))))
            return
        yield Line("plain", (label, Run(dots=True)))
        yield from (Line("plain", (Run(dots=True),)) for _ in range(block.lines - 1))

    def _choices(self, block: law.Choices, scope: Scope) -> Iterator[Piece]:
        chosen = scope.value(block.field)
        boxes = [
            (Run(box="crossed" if option.key == chosen else "empty"), Run(" " + printable(option.label)))
            for option in scope.fields[block.field].options
        ]
        label = (Run(scope.text(block.label) + " "),) if block.label else ()
        if block.inline:
            yield Line("plain", (*label, *(run for box in boxes for run in (*box, Run("    ")))))
            return
        lines = [Line("plain", runs) for runs in ((label,) if label else ()) + tuple(boxes)]
        yield from _together(lines)

    def _table(self, block: law.Table, scope: Scope) -> Iterator[Grid]:
        yield tables.drawn_table(block, scope)

    def _grounds(self, block: law.Grounds, scope: Scope) -> Iterator[Piece]:
        grounds = scope.value(block.field) or ()
        for number, ground in enumerate(grounds, start=1):
            end = self.layout.ground_last if number == len(grounds) else ";"
            yield Line("ground", (Run(f"{self.layout.ground_start}Căn cứ {printable(ground)}{end}"),))

    def _signatures(self, block: law.Signatures, scope: Scope) -> Iterator[Piece]:
        columns = [tuple(_sign(sign, scope)) for sign in block.signs]
        tallest = max(len(column) for column in columns)
        room = Line("position", (Run(""),))
        yield Signs(
            tuple(self._recipients(block, scope)),
            tuple(
                (*column[:-1], *(room for _ in range(SIGNING_LINES + tallest - len(column))), column[-1])
                for column in columns
            ),
        )

    def _recipients(self, block: law.Signatures, scope: Scope) -> Iterator[Line]:
        names = (scope.value(block.recipients) or ()) if block.recipients else ()
        if names:
            yield Line("recipients", (Run("Nơi nhận:"),))
        for number, name in enumerate(names, start=1):
            end = "." if number == len(names) else self.layout.separator
            yield Line("recipient", (Run(f"- {printable(name)}{end}"),))

    def _contents(self, block: law.Contents, scope: Scope) -> Iterator[Piece]:
        written = scope.value(block.field) or {}
        with_special = block.special is not None and bool(scope.value(block.special))
        for number, prompt in enumerate(self.terms.contents[block.set], start=1):
            yield Line("heading_2", (Run(f"{number}. {prompt.text}"),))
            if prompt.key in written or not prompt.parts:
                yield from _written(written.get(prompt.key, ""), block.lines)
            for part in prompt.parts:
                if (with_special or not part.special) and (written.get(part.key) or not written.get(prompt.key)):
                    yield from self._part(part, written, block)

    def _part(self, part: Prompt, written: dict[str, str], block: law.Contents) -> Iterator[Piece]:
        yield Line("dash", (Run("- "), Run(part.text, italic=True)), keep=True)
        yield from _written(written.get(part.key, ""), block.lines)

    def _repeat(self, block: law.Repeat, scope: Scope) -> Iterator[Piece]:
        rows = scope.value(block.over) or ()
        for number, row in enumerate(rows, start=1):
            inner = scope.under(scope.fields[block.over].fields, {**row, "n": number, "total": len(rows)})
            pieces = list(self.pieces(block.blocks, inner))
            if len(block.blocks) == 1:
                pieces = _listed(pieces, last=number == len(rows))
            yield from _together(pieces) if block.together else pieces


def _listed(pieces: list[Piece], *, last: bool) -> list[Piece]:
    """One entry of a list, ended as lists are: with a semicolon, the last with a full stop; a sentence as it is."""
    line = pieces[-1]
    if not isinstance(line, Line) or line.style != "dash" or not line.runs:
        return pieces
    *runs, end = line.runs
    text = end.text.rstrip(" ;,")
    ended = text if text.endswith(SENTENCE_ENDS) else text + ("." if last else ";")
    return [*pieces[:-1], replace(line, runs=(*runs, replace(end, text=ended)))]


def _together(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, each but the last bound to the next one's page."""
    for piece in pieces[:-1]:
        if isinstance(piece, Line):
            yield replace(piece, keep=True)
        else:
            yield replace(piece, whole=True) if isinstance(piece, Grid) else piece
    yield from pieces[-1:]


def _signed_below(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces, with what stands before every signature kept on its page: nobody signs an empty sheet.

    Kept are the last two lines, or the last rows of a table with their head.
    """
    for place, piece in enumerate(pieces):
        follows = [type(each) for each in pieces[place + 1 : place + 3]]
        if isinstance(piece, Line) and (follows[:1] == [Signs] or follows == [Line, Signs]):
            yield replace(piece, keep=True)
        elif isinstance(piece, Grid) and follows[:1] == [Signs]:
            yield replace(piece, signed=True)
        else:
            yield piece


def _split(style: str, runs: tuple[Run, ...]) -> Iterator[Line]:
    """One line a paragraph of the text: line feeds in a value begin a new one; dots to write on are not stretched."""
    align = "left" if style in JUSTIFIED and any("……" in run.text for run in runs) else ""
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        line.append(Run(first, bold=run.bold, italic=run.italic))
        for text in rest:
            yield Line(style, tuple(line), align)
            line = [Run(text, bold=run.bold, italic=run.italic)]
    yield Line(style, tuple(line), align)


def _written(text: str, lines: int) -> Iterator[Line]:
    """What was written under a content item, or dotted lines."""
    if text:
        yield from _split("body", (Run(printable(text)),))
    else:
        yield from (Line("plain", (Run(dots=True),)) for _ in range(lines))


def _sign(sign: law.Signature, scope: Scope) -> Iterator[Line]:
    """The lines over a signature, and last the name under it."""
    for style, template in (("authority", sign.authority), ("position", sign.position), ("remark", sign.remark)):
        if scope.text(template):
            yield Line(style, scope.runs(template))
    yield Line("signer", scope.runs(sign.name))
