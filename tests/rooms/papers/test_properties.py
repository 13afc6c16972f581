"""Word and Excel files open without repair: their parts stand in order and say what the file is, in which language."""

import io
import zipfile
from xml.etree import ElementTree

import docx
import openpyxl
import pytest

from kiemdiem.papers.writers.docx import written_docx
from kiemdiem.papers.writers.xlsx import SheetColumn, SheetTable, written_xlsx
from tests.rooms.papers import press

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What may stand before what in the properties of a paragraph, by the schema of the format.
IN_ORDER = ("pStyle", "keepNext", "keepLines", "pBdr", "tabs", "spacing", "ind", "jc")


def written(key: str) -> bytes:
    return written_docx(press.drawn(key), press.LAYOUT, title=press.FORMS[key].text)


@pytest.mark.parametrize("key", sorted(press.FORMS))
def test_a_word_file_names_its_title_its_organ_and_its_language(key):
    told = docx.Document(io.BytesIO(written(key))).core_properties
    head = press.drawn(key).pieces[0]
    organ = next(line.runs[0].text for line in head.left if line.style == "organ") if head.kind == "head" else ""

    assert (told.title, told.author, told.language) == (press.FORMS[key].text, organ, "vi-VN")


@pytest.mark.parametrize("key", sorted(press.FORMS))
def test_the_parts_of_a_paragraph_stand_in_the_order_of_the_format(key):
    with zipfile.ZipFile(io.BytesIO(written(key))) as package:
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist() if "." in name}
    shapes = [
        [IN_ORDER.index(each.tag.removeprefix(WORDS)) for each in shape]
        for name, part in parts.items()
        if name.startswith(("word/document", "word/header", "word/footer"))
        for shape in part.iter(f"{WORDS}pPr")
    ]
    assert len(shapes) > 3
    assert [shape for shape in shapes if shape != sorted(shape)] == []


def test_every_cell_of_a_word_table_ends_with_a_paragraph():
    body = docx.Document(io.BytesIO(written("decision"))).element.body
    cells = list(body.iter(f"{WORDS}tc"))
    assert len(cells) > 20
    assert {list(cell)[-1].tag for cell in cells} == {f"{WORDS}p"}


def test_words_are_vietnamese_to_the_word_processor():
    with zipfile.ZipFile(io.BytesIO(written("plan"))) as package:
        styles = ElementTree.fromstring(package.read("word/styles.xml"))
    assert {each.get(f"{WORDS}val") for each in styles.iter(f"{WORDS}lang")} == {"vi-VN"}


def test_a_workbook_names_its_title():
    table = SheetTable("Chi bộ", "BẢNG TỔNG HỢP", "đề nghị", (SheetColumn("Chi bộ"),), (("Chi bộ 1",),))
    assert openpyxl.load_workbook(io.BytesIO(written_xlsx([table]))).properties.title == "BẢNG TỔNG HỢP"
