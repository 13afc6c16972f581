"""What stands on the shelf."""

from kiemdiem.rulebooks import shelf


def test_a_book_without_papers_is_there_and_is_not_shown_as_a_season():
    assert shelf.codes() == ("dn18", "hx17")
    assert shelf.printing_codes() == ("hx17",)
