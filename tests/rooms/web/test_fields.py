"""What a form takes in, what it asks again, and in which words."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from kiemdiem.web import fields, forms


class Sheet(forms.VersionedForm):
    name = fields.Text(label="Họ và tên", max_length=20)
    words = fields.LongText(label="Nội dung", required=False)
    held_on = fields.Day(label="Ngày họp", required=False)
    begins = fields.Hour(label="Giờ", required=False)
    votes = fields.Whole(label="Số phiếu", required=False, max_value=300)
    kind = fields.Choice(label="Loại", required=False, choices=[("a", "A")])
    scan = fields.Upload(label="Bản chụp", required=False, accept=".pdf", most_bytes=1024 * 1024)


def sent(**answers):
    query = QueryDict(mutable=True)
    query.update({"version": "1", "name": "Ánh"} | answers)
    return Sheet(query)


def answer(field, text):
    form = sent(**{field: text})
    assert form.errors == {}
    return form.cleaned_data[field]


def fault(field, text):
    return sent(**{field: text}).errors[field]


@pytest.mark.parametrize("typed", ["05/12/2017", "5/12/2017", "5-12-2017", "5.12.2017", "2017-12-05", " 05/12/2017 "])
def test_a_day_is_read_however_people_type_it(typed):
    assert answer("held_on", typed) == date(2017, 12, 5)


@pytest.mark.parametrize("typed", ["30/02/2017", "12/2017", "05/13/2017", "5/12/17", "hôm nay", "5/12/20177"])
def test_a_day_that_does_not_exist_is_asked_again(typed):
    assert fault("held_on", typed) == ["“Ngày họp” phải là ngày có thật, viết ngày/tháng/năm, ví dụ 05/12/2017."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("31/12/1899", "Ngày không thể trước 01/01/1900."), ("02/01/2100", "Ngày không thể sau 01/01/2100.")],
)
def test_a_day_outside_every_life_is_asked_again(typed, said):
    assert fault("held_on", typed) == [said]


@pytest.mark.parametrize("typed", ["19:30", "19h30", "19 giờ 30", "19 giờ 30 phút", "19g30"])
def test_an_hour_is_read_however_people_type_it(typed):
    assert answer("begins", typed) == time(19, 30)


@pytest.mark.parametrize("typed", ["19h", "19 giờ"])
def test_a_full_hour_needs_no_minutes(typed):
    assert answer("begins", typed) == time(19, 0)


@pytest.mark.parametrize(("typed", "read"), [("0", 0), ("300", 300), ("007", 7)])
def test_a_number_is_read(typed, read):
    assert answer("votes", typed) == read


@pytest.mark.parametrize("typed", ["1.000", "1,5", "1e3", "٣", "hai", "1 000", "9" * 30])
def test_a_number_is_never_guessed(typed):
    assert fault("votes", typed) == ["“Số phiếu” phải là số nguyên, chỉ gồm chữ số."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("-1", "“Số phiếu” không được nhỏ hơn 0."), ("301", "“Số phiếu” không được lớn hơn 300.")],
)
def test_a_number_out_of_bounds_names_the_bound(typed, said):
    assert fault("votes", typed) == [said]


def test_text_arrives_composed_and_trimmed():
    assert answer("name", "  Nguye\u0302\u0303n A\u0301nh ") == "Nguyễn Ánh"


def test_length_counts_composed_letters():
    assert answer("name", "e\u0302\u0323" * 20) == "ệ" * 20


def test_too_long_text_says_how_long_it_is():
    assert fault("name", "a" * 21) == ["“Họ và tên” dài 21 ký tự, tối đa 20 ký tự."]


def test_lines_end_in_one_way():
    assert answer("words", "một\r\nhai\nba") == "một\nhai\nba"


@pytest.mark.parametrize("typed", ["a\x00b", "a\x07b", "a\nb", "a\u2028b"])
def test_letters_nobody_can_type_are_asked_again(typed):
    assert fault("name", typed) == ["“Họ và tên” có ký tự không đọc được. Gõ lại."]


def test_a_choice_from_elsewhere_is_asked_again():
    assert fault("kind", "b") == ["“Loại”: lựa chọn không có trong danh sách. Chọn lại."]


def test_a_missing_answer_names_its_question():
    assert fault("name", "  ") == ["Chưa nhập “Họ và tên”."]


@pytest.mark.parametrize("version", ["", "x", "0", "99999999999"])
def test_a_page_without_its_version_is_not_accepted(version):
    form = sent(version=version)
    assert form.errors == {
        "__all__": ["Trang đã cũ hoặc không đầy đủ. Tải lại trang để xem bản mới nhất, rồi nhập lại phần cần sửa."]
    }


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("a.exe", 1, "Tệp phải có đuôi .pdf."),
        ("a.pdf", 1024 * 1024 + 1, "Tệp lớn hơn 1 MB."),
        ("a.pdf", 0, "Tệp “Bản chụp” rỗng. Chọn tệp khác."),
    ],
)
def test_a_wrong_file_is_asked_again(name, size, said):
    form = sent()
    form = Sheet(form.data, {"scan": SimpleUploadedFile(name, b"x" * size)})
    assert form.errors == {"scan": [said]}


def test_a_right_file_is_taken_in_either_case():
    form = Sheet(sent().data, {"scan": SimpleUploadedFile("BIEN-BAN.PDF", b"x")})
    assert form.is_valid()
