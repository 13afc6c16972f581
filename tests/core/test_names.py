"""Names: one written form, the order of the alphabet, keys that forgive spelling."""

import unicodedata

import pytest

from kiemdiem.core import names


def test_letters_are_composed_and_gaps_are_single():
    loose = unicodedata.normalize("NFD", "Nguyễn  Thị\u00a0Hoà") + "\u200b "
    assert names.nfc(loose) == "Nguyễn Thị Hoà"


def test_every_change_is_reported():
    loose = unicodedata.normalize("NFD", "Lê") + "  Ủy\u200b"
    assert names.cleaned(loose) == names.Cleaned(
        "Lê Ủy",
        ("đã ghép dấu rời thành chữ dựng sẵn", "đã bỏ ký tự ẩn", "đã bỏ khoảng trắng thừa"),
    )


def test_a_clean_text_reports_nothing():
    assert names.cleaned("Ủy ban").changes == ()


def test_the_alphabet_and_then_the_tones_decide_the_order():
    ordered = ["An", "Ân", "Ăn", "Đan", "Dân", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Số 2", "Số 10", "Ý"]
    right = ["An", "Ăn", "Ân", "Dân", "Đan", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Số 10", "Số 2", "Ý"]
    assert sorted(ordered, key=names.sort_key) == right


def test_letters_outweigh_tones():
    assert sorted(["Mạ An", "Ma Bình"], key=names.sort_key) == ["Mạ An", "Ma Bình"]


def test_people_sort_by_given_name():
    people = ["Trần Văn Ân", "Lê Thị Ánh", "Nguyễn Văn An", "Đỗ An"]
    assert sorted(people, key=names.person_sort_key) == ["Đỗ An", "Nguyễn Văn An", "Lê Thị Ánh", "Trần Văn Ân"]


def test_a_sort_key_is_digits_only():
    assert names.sort_key("Đảng ủy – số 1/2").isdecimal()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ủy ban", "Uỷ ban"), ("Hoà", "Hòa"), ("ĐẶNG", "đặng"), ("Nguyễn", unicodedata.normalize("NFD", "Nguyễn"))],
)
def test_two_spellings_of_one_name_share_both_keys(one, other):
    assert names.search_key(one) == names.search_key(other)
    assert names.same_name_key(one) == names.same_name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Hoa", "Hòa"), ("Dung", "Dũng"), ("Đan", "Dan"), ("Tuân", "Tuấn")])
def test_marks_part_names_but_not_searches(one, other):
    assert names.search_key(one) == names.search_key(other)
    assert names.same_name_key(one) != names.same_name_key(other)


def test_an_empty_name_has_a_key():
    assert names.person_sort_key("  ") == names.sort_key("")
