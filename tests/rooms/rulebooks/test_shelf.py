"""What stands on the shelf."""

from kiemdiem.rulebooks import shelf


def test_a_book_without_units_days_or_papers_is_there_and_no_season_is_offered_by_it():
    offered = shelf.season_codes()
    told = {code for code in shelf.codes() if shelf.rulebook(code).plan.items and shelf.rulebook(code).body.units}
    printed = {code for code in shelf.codes() if (shelf.book_folder(code) / "papers").is_dir()}
    assert set(offered) == told & printed
    assert offered == tuple(sorted(offered))


def test_the_first_book_is_one_by_which_a_season_can_be_run():
    assert shelf.first_code() in shelf.season_codes()
