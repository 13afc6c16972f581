"""Both writers say the same, and nothing in a name acts as markup."""

import re

import pytest

from kiemdiem.papers.writers.docx import written_docx
from kiemdiem.papers.writers.pdf import written_pdf
from tests.rooms.papers import press, texts

AWKWARD = 'Nguyễn #x *a* $b$ "q" \\ <Thị> & _y_ `c` @d [e] ]]> {full_name} ** __ =f'


@pytest.mark.parametrize("key", sorted(press.FORMS))
def test_both_writers_say_the_same(key):
    sheet = press.drawn(key)
    on_one_page = press.bare(sheet, "A0")
    pdf = written_pdf([on_one_page], press.LAYOUT, title=key)
    assert texts.pdf_text(pdf) == texts.docx_text(written_docx(sheet, press.LAYOUT))


@pytest.mark.parametrize("key", sorted(press.FORMS))
def test_nothing_is_lost_between_pages(key):
    sheet = press.drawn(key)
    on_pages = texts.pdf_pages(written_pdf([press.bare(sheet, sheet.paper)], press.LAYOUT, title=key))
    said = set(re.findall(r"\w+", " ".join(on_pages)))
    whole = written_pdf([press.bare(sheet, "A0")], press.LAYOUT, title=key)
    assert set(re.findall(r"\w+", " ".join(texts.pdf_pages(whole)))) - said == set()


@pytest.mark.parametrize("writer", ["docx", "pdf"])
def test_a_name_is_never_markup(writer):
    sheet = press.drawn("self_review", full_name=AWKWARD)
    if writer == "docx":
        said = texts.docx_text(written_docx(sheet, press.LAYOUT))
    else:
        said = texts.pdf_text(written_pdf([press.bare(sheet, "A0")], press.LAYOUT, title=AWKWARD))
    assert said.count(AWKWARD.replace(" ", "")) == 2


def test_control_characters_do_not_break_a_paper():
    sheet = press.drawn("self_review", full_name="Nguyễn\x00\x0b\ud800 Hạnh\ufffe")
    assert "NguyễnHạnh" in texts.docx_text(written_docx(sheet, press.LAYOUT))
    assert "NguyễnHạnh" in texts.pdf_text(written_pdf([sheet], press.LAYOUT, title="x"))


def test_the_same_paper_gives_the_same_bytes():
    sheet = press.drawn("decision")
    assert written_docx(sheet, press.LAYOUT) == written_docx(sheet, press.LAYOUT)
    once, again = (written_pdf([sheet], press.LAYOUT, title="x") for _ in range(2))
    assert once == again


def test_names_in_other_composition_print_in_one():
    sheet = press.bare(press.drawn("roll", organ="CHI BỘ TRUNG THÔN"), "A4")
    assert "CHIBỘTRUNGTHÔN" in texts.docx_text(written_docx(sheet, press.LAYOUT))
