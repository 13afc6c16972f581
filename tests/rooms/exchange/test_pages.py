"""The import pages and commands: template, hand in, preview, answer, confirm."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kiemdiem.exchange import reading
from kiemdiem.exchange.models import Upload
from kiemdiem.org import queries
from kiemdiem.org.models import Person
from kiemdiem.web.moment import moment
from tests.rooms.exchange import make
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db
PAGE = "/nhap-excel/to-chuc/db/"


@pytest.fixture
def ward():
    return org.ward()


@pytest.fixture
def office(client, ward):
    """The officer at the screen."""
    client.force_login(ward.officer)
    return client


def send(client, content, *, name="nhap.xlsx"):
    """Hands a file in on the page."""
    return client.post(PAGE, {"file": SimpleUploadedFile(name, content), "rulebook_code": ""})


def confirm(client, address):
    """Confirms what the preview shows."""
    form = client.get(address).context["form"]
    return client.post(address, {name: form[name].value() for name in form.fields})


@pytest.mark.parametrize("role", ["inspector", "supervisor", "administrator"])
def test_only_the_office_imports(client, ward, role):
    client.force_login(getattr(ward, role))
    answers = [client.get(PAGE), client.get(f"{PAGE}mau/?dien=1"), send(client, make.whole())]
    assert [answer.status_code for answer in answers] == [403, 403, 422]
    assert Upload.objects.count() == 0


def test_a_file_of_another_ward_is_not_shown(client, ward):
    other = org.ward(beside=ward)
    client.force_login(other.officer)
    client.post("/nhap-excel/to-chuc/x-db/", {"file": SimpleUploadedFile("a.xlsx", make.whole())})
    client.force_login(ward.officer)
    assert client.get(f"/nhap-excel/{Upload.objects.get().key}/").status_code == 403


def test_the_template_comes_empty_or_filled(office):
    empty = office.get(f"{PAGE}mau/")
    assert "attachment" in empty["Content-Disposition"]
    filled = reading.read(office.get(f"{PAGE}mau/?dien=1").content)
    assert [len(lines) for lines in filled.lines.values()] == [5, 13, 9, 0, 0, 0, 1, 0, 0]


def test_a_file_goes_from_the_page_to_the_register(office, ward):
    address = send(office, make.whole())["Location"]
    page = office.get(address).content.decode()
    assert "Xác nhận nhập 7 mục" in page
    assert not Person.objects.filter(full_name="Lý Văn Quý").exists()
    confirm(office, address)
    assert "Đã nhập xong" in office.get(address).content.decode()
    assert len(queries.register(queries.unit("db.CB03"), on=make.DAY)) == 2


def test_who_is_who_is_asked_on_the_page(office, ward):
    line = ["DV9", "Đỗ Thị Én", "01/01/1999", "Nữ", "", "cb2", "01/11/2017", "01/01/2000", "01/01/2001"]
    address = send(office, make.filled(people=[line]))["Location"]
    page = office.get(address)
    assert "Hàng 2: Đỗ Thị Én, sinh 01/01/1999 là ai?" in page.content.decode()
    version = page.context["form"]["version"].value()
    assert office.post(address, {"version": version}).status_code == 422
    office.post(address, {"version": version, "who-DV9": "new"})
    confirm(office, address)
    assert Person.objects.filter(full_name="Đỗ Thị Én").count() == 2


def test_faults_are_listed_and_nothing_can_be_confirmed(office):
    address = send(office, make.filled(people=[["DV1", "", "", "", "123"]]))["Location"]
    page = office.get(address).content.decode()
    assert "Trang “Đảng viên”, hàng 2, cột “Họ và tên”: còn trống" in page
    answer = office.post(address, {"version": "1", "seen": "0" * 64})
    assert (answer.status_code, "còn 2 lỗi" in answer.content.decode()) == (422, True)


def crowd(count):
    """So many new members of one cell."""
    day, past = "01/11/2017", "01/01/2000"
    return [[f"DV{n}", f"Lý Văn Quý {n}", "", "Nam", "", "cb1", day, past, past] for n in range(count)]


def lines(page):
    """The tabs of a preview and the lines of its open list."""
    part = page.context["part"]
    return [(tab.label, tab.count, tab.current) for tab in page.context["tabs"]], part and [x.what for x in part.lines]


def test_a_long_preview_shows_counts_and_opens_no_list(office, ward):
    address = send(office, make.filled(people=crowd(45)))["Location"]
    page = office.get(address)
    assert lines(page) == ([("Mới", 45, False), ("Không có trong tệp", 12, False)], None)
    assert "Lý Văn Quý" not in page.content.decode()
    assert "Xác nhận nhập 45 mục" in page.content.decode()


def test_a_list_of_the_preview_is_paged_and_searched(office, ward):
    address = send(office, make.filled(people=crowd(45)))["Location"]
    counts, first = lines(office.get(f"{address}?xem=moi"))
    assert (counts[0], len(first)) == (("Mới", 45, True), 20)
    assert lines(office.get(f"{address}?xem=moi&trang=3"))[1] == [f"Lý Văn Quý {n}" for n in range(40, 45)]
    assert lines(office.get(f"{address}?xem=moi&q=quy+44"))[1] == ["Lý Văn Quý 44"]
    assert lines(office.get(f"{address}?xem=khong-co"))[1] is None


def written_by(client, address) -> int:
    """How many rows looking at the page tried to write."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return sum(query["sql"].startswith("INSERT") for query in asked)


def test_a_file_is_tried_anew_only_when_somebody_wrote_meanwhile(office, ward):
    address = send(office, make.whole())["Location"]
    first, turned = written_by(office, address), written_by(office, f"{address}?xem=moi")
    org.give(ward.supervisor, "clerk", ward.body, by=ward.administrator, at=moment())
    again = written_by(office, address)

    assert (first > 10, turned, again) == (True, 0, first)


def test_faults_stand_open_before_all_else(office):
    rows = [[f"DV{n}", "", "", "", "123"] for n in range(30)]
    page = office.get(send(office, make.filled(people=rows))["Location"])
    tabs, shown = lines(page)
    assert (tabs[0], len(shown)) == (("Lỗi phải sửa", len(page.context["draft"].faults), True), 20)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xls", b"x", "Tệp phải có đuôi .xlsx."),
        ("a.xlsx", b"%PDF-1.7", "không phải Excel"),
        ("a.xlsx", b"", "rỗng"),
    ],
)
def test_a_bad_file_is_refused_on_the_page(office, name, content, said):
    answer = send(office, content, name=name)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert Upload.objects.count() == 0


def run(*words):
    """What a command prints."""
    said = io.StringIO()
    call_command(*words, stdout=said)
    return said.getvalue()


def test_the_console_shows_and_then_takes_over(ward, tmp_path):
    path = tmp_path / "nhap.xlsx"
    path.write_bytes(make.whole())
    shown = run("import", str(path), "--as", "canbo")
    assert "MỚI   Đảng viên, hàng 2: Lý Văn Quý: chi bộ CB03" in shown
    assert "Sẽ nhập 7 mục" in shown
    assert not Person.objects.filter(full_name="Lý Văn Quý").exists()
    assert "Đã nhập 7 mục" in run("import", str(path), "--as", "canbo", "--apply")
    assert "Tệp khớp với dữ liệu đã có." in run("import", str(path), "--as", "canbo", "--apply")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["khong-co.xlsx"], 2),
        (["nhap.xlsx"], 2),
        (["nhap.xlsx", "--as", "aido"], 2),
        (["nhap.xlsx", "--as", "canbo", "--unit", "khong-co"], 1),
        (["nhap.xlsx", "--as", "kiemtra"], 1),
        (["hong.xlsx", "--as", "canbo"], 1),
        (["loi.xlsx", "--as", "canbo", "--apply"], 1),
        (["nhap.xlsx", "--as", "canbo", "--rulebook", "khong-co"], 1),
    ],
)
def test_the_console_says_what_stopped_it(ward, tmp_path, monkeypatch, words, code):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nhap.xlsx").write_bytes(make.whole())
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "loi.xlsx").write_bytes(make.filled(people=[["DV1", ""]]))
    with pytest.raises(CommandError) as stopped:
        run("import", *words)
    assert stopped.value.returncode == code


def test_the_console_writes_a_template_and_overwrites_none(ward, tmp_path):
    path = tmp_path / "mau.xlsx"
    run("template", str(path), "--unit", "db")
    assert len(reading.read(path.read_bytes()).lines["Đảng viên"]) == 13
    with pytest.raises(CommandError, match="--force"):
        run("template", str(path))


def test_grades_are_named_as_the_rulebook_names_them(ward, tmp_path):
    path = tmp_path / "nhap.xlsx"
    person = ward.persons["plain"]
    grade = [person.key, "2017", "hoàn thành tốt nhiệm vụ", "20/11/2017", ""]
    path.write_bytes(make.filled(grades=[grade]))
    run("import", str(path), "--as", "canbo", "--rulebook", "hx17", "--apply")
    result = queries.outside_result(person, year=2017, kind="ccvc")
    assert (result.grade, result.known_on) == ("HTTNV", date(2017, 11, 20))
