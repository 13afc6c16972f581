"""What a committee lays over its book: readings, fillings, signatures."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.journal import queries as journal
from kiemdiem.rulebooks import commands, queries
from kiemdiem.rulebooks.models import Overlay, Signature
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
CODE = "hx17"
SCALE = {
    "levels": [{"code": "A", "name": "Mức một"}, {"code": "B", "name": "Mức hai"}],
    "parts": [40, 20, 15, 15, 10],
    "bands": [50, 0],
}


def choose(ward, question, reading, **other):
    return commands.choose_reading(
        ward.body, CODE, question=question, reading=reading, by=ward.officer, at=ward.at, **other
    )


def test_without_overlays_the_committees_book_is_the_shipped_one():
    ward = make.ward()
    assert queries.rulebook_of(ward.body, CODE).sha256 == queries.rulebook(CODE).sha256


def test_a_chosen_reading_changes_the_book_of_that_committee_only():
    ward = make.ward()
    other = make.ward(beside=ward)
    choose(ward, "quota_base", "after_lift")
    assert queries.rulebook_of(ward.body, CODE).reading("quota_base") == "after_lift"
    assert queries.rulebook_of(other.body, CODE).reading("quota_base") == "before_lift"


def test_the_former_choice_stays_readable_behind_the_new_one():
    ward = make.ward()
    first = choose(ward, "quota_base", "after_lift")
    second = choose(ward, "quota_base", "before_lift", reason="Xem lại")
    assert Overlay.objects.get(pk=first.pk).replaced_by == second
    assert [row.value for row in queries.history(ward.body, CODE)] == ["before_lift", "after_lift"]


def test_choosing_the_same_again_writes_no_new_row():
    ward = make.ward()
    assert choose(ward, "quota_base", "after_lift") == choose(ward, "quota_base", "after_lift")


@pytest.mark.parametrize(("question", "reading"), [("quota_base", "nearest"), ("no_such_question", "x")])
def test_what_the_book_does_not_offer_is_refused_and_nothing_is_written(question, reading):
    ward = make.ward()
    entries = journal.entries_about(f"rulebook:{CODE}").count()
    with pytest.raises(Refused, match="không hợp với bộ quy tắc"):
        choose(ward, question, reading)
    assert (Overlay.objects.count(), journal.entries_about(f"rulebook:{CODE}").count()) == (0, entries)


def test_only_the_officer_chooses():
    ward = make.ward()
    with pytest.raises(Refused, match="Cán bộ tổ chức"):
        commands.choose_reading(ward.body, CODE, question="quota_base", reading="after_lift", by=ward.clerk, at=ward.at)


def test_a_filled_gap_is_no_longer_open():
    ward = make.ward()
    commands.fill_gap(
        ward.body, CODE, gap="party_body_scale", content=SCALE, reason="Hướng dẫn 27", by=ward.officer, at=ward.at
    )
    [filling] = queries.fillings(ward.body, CODE)
    assert (filling.is_open, filling.content) == (False, SCALE)
    assert queries.rulebook_of(ward.body, CODE).subjects.scale("party_body_grade").codes == ("A", "B")


def test_a_gap_is_filled_from_a_named_source_only():
    ward = make.ward()
    with pytest.raises(Refused, match="thiếu căn cứ"):
        commands.fill_gap(
            ward.body, CODE, gap="party_body_scale", content=SCALE, reason="", by=ward.officer, at=ward.at
        )


def test_a_signature_holds_for_exactly_what_was_signed():
    ward = make.ward()
    signed(ward, queries.rulebook_of(ward.body, CODE).sha256)
    assert queries.signature(ward.body, CODE).signer == "Trần Văn An, Bí thư"
    choose(ward, "quota_base", "after_lift")
    assert queries.signature(ward.body, CODE) is None
    choose(ward, "quota_base", "before_lift")
    assert queries.signature(ward.body, CODE).signer == "Trần Văn An, Bí thư"


def test_what_changed_since_it_was_shown_is_not_signed():
    ward = make.ward()
    shown = queries.rulebook_of(ward.body, CODE).sha256
    choose(ward, "quota_base", "after_lift")
    with pytest.raises(Refused, match="đã thay đổi"):
        signed(ward, shown)
    assert Signature.objects.count() == 0


def test_every_question_names_the_entries_it_settles():
    ward = make.ward()
    choice = next(c for c in queries.choices(ward.body, CODE) if c.question.key == "fix_year_2017")
    assert ([entry.key for entry in choice.entries], choice.is_default) == (["cell_meetings.day_07"], True)


def test_the_frozen_text_gives_the_same_book_back():
    book = queries.rulebook(CODE, readings={"quota_base": "after_lift"})
    assert queries.frozen(book.canonical_json).sha256 == book.sha256


def signed(ward, sha):
    return commands.sign_readings(
        ward.body,
        CODE,
        sha=sha,
        signer="Trần Văn An, Bí thư",
        signed_on=date(2017, 11, 1),
        by=ward.officer,
        at=ward.at,
    )
