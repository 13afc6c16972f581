"""The content items of the rulebook are what people are asked to write: each stands on a paper as a typed section."""

import csv
from pathlib import Path

import pytest

from kiemdiem.reviews import queries
from kiemdiem.reviews.queries.sections import content_of
from tests.rooms.cycles import make as cycles

pytestmark = pytest.mark.django_db
CATALOGUE = Path(__file__).parents[3] / "rulebooks/catalogue/hx17.tsv"
# Which subject writes which paper; the civil servant is a member asked for more.
COUNTS = {"collective": 17, "member": 20, "civil_servant": 26, "leader": 35, "cell": 28}


@pytest.fixture
def book():
    from kiemdiem.cycles import queries as seasons

    return seasons.book_of(cycles.opened().season)


def content_rows():
    """The rows of the catalogue that say what is reviewed."""
    with CATALOGUE.open(encoding="utf-8") as lines:
        return [row["id"] for row in csv.DictReader(lines, delimiter="\t") if row["type"] == "criterion"]


def asked(book, subject, **more):
    return queries.sections_of(book, subject, **more)


def papers(book):
    """Every paper's sections by whose it is."""
    return {
        "collective": asked(book, "collective"),
        "member": asked(book, "member"),
        "civil_servant": asked(book, "member", is_civil_servant=True),
        "leader": asked(book, "leader", is_civil_servant=True),
        "cell": asked(book, "cell"),
    }


def placed(item, sections):
    """How an item stands on a paper: as a box of its own, as the heading over boxes, or as a prompt at one."""
    if item.key in {section.key for section in sections}:
        return "box"
    if item.text in {section.part for section in sections}:
        return "heading"
    return "prompt" if any(item.text in section.prompts for section in sections) else ""


def rows_on(book, whose, sections):
    """The rows of the items that stand on a paper, and of the set they make."""
    subject = "member" if whose == "civil_servant" else whose
    content = next(use.content for use in book.criteria.uses if use.subject == subject)
    items = [item for item in content_of(book, subject) if placed(item, sections)]
    sets = [each for each in book.criteria.sets if each.key == content and items]
    return {row for entry in (*items, *sets) for row in entry.rows}


def test_all_78_content_rows_are_on_a_paper_and_are_named(book):
    shown = papers(book)
    found = {row for whose, sections in shown.items() for row in rows_on(book, whose, sections)}
    tied = [section for section in shown["member"] if section.key == "resolutions"]
    found |= {row for section in tied for row in section.rows}
    wanted = content_rows()
    assert len(wanted) == 78
    assert [row for row in wanted if row not in found] == []


def keys(sections):
    return [section.key for section in sections]


@pytest.mark.parametrize("whose", list(COUNTS))
def test_every_item_of_a_set_stands_on_its_paper(book, whose):
    subject = "member" if whose == "civil_servant" else whose
    items = content_of(book, subject)
    if whose == "member":
        items = tuple(item for item in items if item.for_whom == "everybody")
    how = [placed(item, papers(book)[whose]) for item in items]
    assert (len(how), how.count("")) == (COUNTS[whose], 0)


def test_each_answer_has_its_type(book):
    rows = [section.key for section in papers(book)["collective"] if section.answer == "rows"]
    prompted = {section.key: len(section.prompts) for section in papers(book)["cell"]}
    assert rows == ["item.rc5"]
    assert prompted == {"item.s1": 3, "item.s2": 5, "item.s3": 7, "item.s4": 4, "item.s5": 4}


def test_a_cell_writes_its_report_by_the_contents_it_is_graded_by():
    made = cycles.opened()
    report = queries.report_asked(made.season, made.ward.cells[0], kind="leadership_report")
    assert keys(report.sections) == [*(f"item.s{n}" for n in range(1, 6)), "overview", "faults", "causes", "tasks_next"]
    assert [section.title for section in report.sections[5:]] == [
        "Đặc điểm, tình hình chung", "Hạn chế, khuyết điểm", "Nguyên nhân", "Nhiệm vụ, giải pháp năm sau",
    ]  # fmt: skip


def test_the_civil_servants_items_are_asked_of_nobody_else(book):
    more = set(keys(papers(book)["civil_servant"])) - set(keys(papers(book)["member"]))
    assert more == {
        f"item.rm3_{what}" for what in ("volume", "quality", "progress", "effectiveness", "service", "unity")
    }
