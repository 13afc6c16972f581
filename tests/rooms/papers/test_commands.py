"""Papers are written whole or not at all, numbered once, and never overwritten."""

from datetime import date, datetime

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.files import queries as files
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import queries as journal
from kiemdiem.papers import commands, queries
from kiemdiem.papers.models import Paper
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import ZONE
from tests.rooms.papers import press, texts

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 1, 9, 0, tzinfo=ZONE)
ON = date(2017, 12, 1)


@pytest.fixture
def made():
    return cycles.opened()


def order(made, key: str = "counting_minutes", **changed) -> commands.Order:
    values = {name: value for name, value in press.samples()[key].items() if name != "number"}
    return commands.Order(key, values | changed, made.ward.cells[0], ON, about="unit:cb1")


def test_a_written_paper_keeps_both_files_and_says_what_it_is(made):
    paper = commands.write_paper(made.season, order(made), by=made.ward.clerk, at=AT)
    assert (paper.form_key, paper.ledger, paper.number, paper.layout) == ("counting_minutes", "BB", 1, "party_2004")
    assert (paper.state, paper.paper_on, paper.written_by) == ("issued", ON, made.ward.clerk)
    assert "Số01-BB/CB" in texts.docx_text(files.content_of(paper.docx))
    assert "Số01-BB/CB" in texts.pdf_text(files.content_of(paper.pdf))


def test_numbers_run_by_unit_type_and_term(made):
    orders = [order(made), order(made), order(made, "cell_minutes"), order(made, "plan")]
    orders.append(commands.Order(**{**order(made).__dict__, "term": "2020-2025"}))
    orders.append(commands.Order(**{**order(made).__dict__, "unit": made.ward.body}))
    papers = commands.write_papers(made.season, orders, by=made.ward.clerk, at=AT)
    assert [paper.number for paper in papers] == [1, 2, 3, 1, 1, 1]


def test_a_draft_and_a_slip_take_no_number(made):
    draft = commands.Order(**{**order(made).__dict__, "draft": True})
    papers = commands.write_papers(made.season, [draft, order(made, "member_ballot_1")], by=made.ward.clerk, at=AT)
    assert [(paper.number, paper.state) for paper in papers] == [(None, "draft"), (None, "issued")]
    assert "Dựthảo" in texts.docx_text(files.content_of(papers[0].docx))


def test_one_missing_field_writes_nothing_of_the_whole_list(made):
    orders = [order(made), order(made, chair=5)]
    last = journal.last_moment(made.season.key)
    with pytest.raises(Refused, match=r"\(chair\) phải là một dòng chữ"):
        commands.write_papers(made.season, orders, by=made.ward.clerk, at=AT)
    assert (Paper.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert journal.last_moment(made.season.key) == last


def test_only_those_of_the_unit_write(made):
    secretary_of_other_cell = made.ward.secretaries[1]
    for by in (secretary_of_other_cell, made.ward.supervisor, made.ward.inspector):
        with pytest.raises(Refused, match="chưa được làm việc này"):
            commands.write_paper(made.season, order(made), by=by, at=AT)
    assert commands.write_paper(made.season, order(made), by=made.ward.secretaries[0], at=AT).number == 1


def test_a_voided_paper_keeps_its_number_and_its_file(made):
    paper = commands.write_paper(made.season, order(made), by=made.ward.clerk, at=AT)
    voided = commands.void_paper(paper, why="sai tên", by=made.ward.clerk, at=AT, version=1)
    again = commands.write_paper(made.season, order(made), by=made.ward.clerk, at=AT)
    assert (voided.state, voided.number, voided.voided_why, again.number) == ("voided", 1, "sai tên", 2)
    assert files.content_of(voided.pdf).startswith(b"%PDF")
    assert queries.count_by_form(made.season) == {"counting_minutes": 1}


@pytest.mark.parametrize(("why", "version"), [("", 1), ("  ", 1), ("sai", 2)])
def test_voiding_wants_a_reason_and_the_present_version(made, why, version):
    paper = commands.write_paper(made.season, order(made), by=made.ward.clerk, at=AT)
    with pytest.raises(Refused):
        commands.void_paper(paper, why=why, by=made.ward.clerk, at=AT, version=version)
    paper.refresh_from_db()
    assert (paper.state, paper.version) == ("issued", 1)


def test_an_unknown_form_is_refused_by_name(made):
    with pytest.raises(Refused, match="Bộ quy tắc không có mẫu khong_co"):
        commands.write_paper(made.season, commands.Order("khong_co", {}, made.ward.body, ON), by=made.ward.clerk, at=AT)


def test_a_pack_is_one_file_with_the_copies_its_cover_counts(made):
    names = ("order_of_business", "roll", "comments_to_read", "threshold_card", "tally_sheet", "score_slip_cell")
    parts = [commands.Part(key, press.samples()[key]) for key in reversed(names)]
    parts += [commands.Part(key, press.samples()[key], copies=3) for key in ("member_ballot_2", "member_ballot_1")]
    cover = {name: value for name, value in press.samples()["pack_cover"].items() if name != "contents_of"}
    paper = commands.write_pack(
        made.season, "cell_meeting", parts=parts, cover=cover, unit=made.ward.cells[0], on=ON,
        by=made.ward.clerk, at=AT,
    )  # fmt: skip
    pages = ["".join(page.split()) for page in texts.pdf_pages(files.content_of(paper.pdf))]
    assert "BỘGIẤYHỌP" in pages[0]
    assert [sum(words in page for page in pages[1:]) for words in ("LẦNTHỨNHẤT", "LẦNTHỨHAI")] == [3, 3]
    assert sum("BảnKiểmđiểm" in page for page in pages) == 0
    assert "CHƯƠNGTRÌNHHỌP" in pages[1]
