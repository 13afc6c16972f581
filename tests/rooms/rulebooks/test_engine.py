"""The judge on the application's own database, SQLite or PostgreSQL."""

import pytest

from kiemdiem.core.judge.judge import judge
from kiemdiem.core.law import loader
from kiemdiem.rulebooks import engine, shelf
from tests.clauses.hx17.grading import MEMBER

pytestmark = pytest.mark.django_db


def one(cursor):
    """The verdict on one member."""
    book = shelf.rulebook("hx17")
    return judge(book, "member", rows=[MEMBER], cursor=cursor, dialect=engine.dialect(), quotas=False)[0]


def test_one_member_is_judged_the_same_cold_and_warm():
    with engine.cursor() as cursor:
        first, *others = [one(cursor) for _ in range(5)]
    assert first.reached == "HTXSNV"
    assert others == [first] * 4


def test_a_cell_is_judged_under_one_rulebook_after_another():
    book = shelf.rulebook("hx17")
    other = loader.effective(book, readings={"hx_denominator": "present"})
    books = [book, other, book]
    rows = [{**MEMBER, "subject": f"m{n}"} for n in range(8)]
    with engine.cursor() as cursor:
        found = [judge(book, "member", rows=rows, cursor=cursor, dialect=engine.dialect()) for book in books]
    assert found[0] == found[2]
    assert [one.grade for one in found[0]] == [one.grade for one in found[1]]
