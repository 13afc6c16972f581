"""Importing a file: new, changed, missing; all or nothing; nobody matched by name, nobody deleted."""

import unicodedata
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kiemdiem.core.answer import Refused
from kiemdiem.exchange import commands, template
from kiemdiem.journal import queries as journal
from kiemdiem.org import commands as org_commands
from kiemdiem.org import queries
from kiemdiem.org.models import Membership, OutsideResult, Person, Seat, Standing, Unit, UnitPeriod
from tests.rooms.exchange import make
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db
AT = org.AT.replace(day=25)
TABLES = (Person, Unit, UnitPeriod, Membership, Standing, Seat, OutsideResult)


@pytest.fixture
def ward():
    return org.ward()


def rehearsed(ward, content, *, answers=None, by=None):
    """What taking the file over would do."""
    return commands.rehearse(
        content, unit=ward.body, answers=answers or {}, rulebook_code="", by=by or ward.officer, at=AT
    )


def taken_over(ward, content, *, answers=None):
    """The file handed in, answered about, shown and taken over."""
    upload = commands.hand_in(content, name="nhap.xlsx", unit=ward.body, by=ward.officer, at=AT)
    if answers:
        upload = commands.answer(upload, answers, version=upload.version, by=ward.officer, at=AT)
    seen = rehearsed(ward, content, answers=answers).fingerprint()
    return commands.apply(upload, seen=seen, version=upload.version, by=ward.officer, at=AT)


def counts():
    """How many rows each table has."""
    return [model.objects.count() for model in TABLES]


def problems(draft):
    """The faults as people read them."""
    return [str(fault) for fault in draft.faults]


def test_a_whole_file_comes_in(ward):
    draft = taken_over(ward, make.whole())
    cell = queries.unit("db.CB03")
    assert (draft.faults, len(draft.steps)) == ([], 7)
    assert [m.person.full_name for m in queries.register(cell, on=make.DAY)] == ["Lý Văn Quý", "Tạ Thị Sương"]
    assert [(s.person.full_name, s.post) for s in queries.seats_of(cell, on=make.DAY)] == [("Lý Văn Quý", "secretary")]
    assert queries.person("db.DV101").id_number == "001070000001"
    assert queries.outside_result(queries.person("db.DV102"), year=2017, kind="ccvc").grade == "A"
    outsider = queries.person("db.DV103")
    assert (outsider.admitted_on, [s.post for s in queries.seats_of(outsider, on=make.DAY)]) == (None, ["vice_chair"])
    assert journal.verify().whole


def test_a_rehearsal_leaves_nothing_behind(ward):
    before, entries = counts(), journal.verify().entries
    assert len(rehearsed(ward, make.whole()).steps) == 7
    assert (counts(), journal.verify().entries) == (before, entries)


def test_the_same_file_again_changes_nothing(ward):
    taken_over(ward, make.whole())
    again = rehearsed(ward, make.whole())
    assert (again.steps, again.faults, again.questions, again.same) == ([], [], [], 8)
    assert len([each for each in again.missing if each.sheet == "Đảng viên"]) == 12


def test_one_fault_keeps_the_whole_file_out(ward):
    bad = make.filled(units=make.UNITS, people=[*make.PEOPLE[:2], ["DV104", "", "", "", "12345", "CB99", "32/01/2017"]])
    upload = commands.hand_in(bad, name="nhap.xlsx", unit=ward.body, by=ward.officer, at=AT)
    before = counts()
    with pytest.raises(Refused, match="Chưa nhập gì"):
        commands.apply(upload, seen="", version=upload.version, by=ward.officer, at=AT)
    assert counts() == before
    assert problems(rehearsed(ward, bad)) == [
        "Trang “Đảng viên”, hàng 4, cột “Họ và tên”: còn trống",
        "Trang “Đảng viên”, hàng 4, cột “Số định danh”: “12345” không phải 12 chữ số",
        "Trang “Đảng viên”, hàng 4, cột “Sinh hoạt từ ngày”: “32/01/2017” không có trong lịch",
    ]


def test_what_a_command_refuses_is_a_fault_of_its_line(ward):
    later = make.filled(people=[["DV1", "Lý Văn Quý", "", "", "", "cb1", "01/01/2012", "03/02/1996", "03/02/1995"]])
    assert problems(rehearsed(ward, later)) == [
        "Trang “Đảng viên”, hàng 2: Ngày chính thức 03/02/1995 trước ngày kết nạp 03/02/1996. "
        "Hãy sửa lại một trong hai ngày."
    ]


def namesake(**more):
    """A line that bears the name of an ordinary member of the ward."""
    line = ["DV9", "Đỗ Thị Én", "01/01/1999", "Nữ", "", "cb2", "01/11/2017", "01/01/2000", ""]
    return make.filled(people=[[*line, *[""] * 5, more.get("same_as", "")]])


def test_a_namesake_is_asked_about_and_not_taken_over_before(ward):
    draft = rehearsed(ward, namesake())
    (question,) = draft.questions
    assert [(each.key, each.place) for each in question.candidates] == [
        (ward.persons["plain"].key, "Chi bộ Tổ dân phố 1")
    ]
    upload = commands.hand_in(namesake(), name="a.xlsx", unit=ward.body, by=ward.officer, at=AT)
    with pytest.raises(Refused, match="chưa rõ là ai"):
        commands.apply(upload, seen=draft.fingerprint(), version=1, by=ward.officer, at=AT)


@pytest.mark.parametrize("how", ["answer", "column"])
def test_a_namesake_said_to_be_new_is_a_second_person(ward, how):
    if how == "answer":
        taken_over(ward, namesake(), answers={"DV9": "new"})
    else:
        taken_over(ward, namesake(same_as="mới"))
    assert Person.objects.filter(full_name="Đỗ Thị Én").count() == 2


def test_a_namesake_said_to_be_the_same_is_moved_and_corrected(ward):
    plain = ward.persons["plain"]
    taken_over(ward, namesake(), answers={"DV9": plain.key})
    plain.refresh_from_db()
    assert (plain.birth_on, queries.cell_of(plain, on=make.DAY)) == (date(1999, 1, 1), ward.cells[1])
    assert queries.cell_of(plain, on=date(2017, 10, 31)) == ward.cells[0]
    assert Person.objects.filter(full_name="Đỗ Thị Én").count() == 1


def test_a_changed_line_is_shown_before_it_is_taken_over(ward):
    taken_over(ward, make.whole())
    second = make.changed(make.whole(), "Chức vụ", cell="E2", to="01/11/2017")
    second = make.changed(second, "Tổ chức", cell="B2", to="Chi bộ Tổ dân phố Ba")
    draft = taken_over(ward, second)
    assert [(s.sheet, s.before, s.after) for s in draft.steps] == [
        ("Tổ chức", "Chi bộ Tổ dân phố 3", "Chi bộ Tổ dân phố Ba"),
        ("Chức vụ", "từ 01/07/2015", "từ 01/07/2015 đến trước 01/11/2017"),
    ]
    cell = queries.unit("db.CB03")
    assert queries.unit_name(cell, on=date(2013, 1, 1)) == "Chi bộ Tổ dân phố Ba"
    assert list(queries.seats_of(cell, on=make.DAY)) == []


def test_empty_values_say_nothing(ward):
    taken_over(ward, make.whole())
    second = make.changed(make.whole(), "Đảng viên", cell="E2", to=None)
    assert rehearsed(ward, make.changed(second, "Đảng viên", cell="C2", to=None)).steps == []


def test_missing_people_are_named_and_kept(ward):
    draft = taken_over(ward, make.whole())
    assert "Đỗ Thị Én, Chi bộ Tổ dân phố 1" in [each.what for each in draft.missing]
    assert len(queries.register(ward.body, on=make.DAY)) == 14


def test_loose_spelling_is_settled_and_reported(ward):
    loose = unicodedata.normalize("NFD", "Lý  Văn Quý")
    content = make.changed(make.whole(), "Đảng viên", cell="B2", to=loose)
    draft = taken_over(ward, content)
    assert queries.person("db.DV101").full_name == "Lý Văn Quý"
    assert [str(note) for note in draft.notes] == [
        "Trang “Đảng viên”, hàng 2, cột “Họ và tên”: đã ghép dấu rời thành chữ dựng sẵn: “Lý Văn Quý”",
        "Trang “Đảng viên”, hàng 2, cột “Họ và tên”: đã bỏ khoảng trắng thừa: “Lý Văn Quý”",
    ]


def test_the_register_changed_since_the_preview(ward):
    upload = commands.hand_in(make.whole(), name="a.xlsx", unit=ward.body, by=ward.officer, at=AT)
    seen = rehearsed(ward, make.whole()).fingerprint()
    org_commands.found_unit(
        "Ban Thường vụ Hội Nông dân phường", kind="farmers_standing_board", parent=ward.body,
        from_on=date(2012, 1, 1), key="HND", by=ward.officer, at=AT,
    )  # fmt: skip
    before = counts()
    with pytest.raises(Refused, match="đã thay đổi từ lúc"):
        commands.apply(upload, seen=seen, version=upload.version, by=ward.officer, at=AT)
    assert counts() == before


def test_a_file_is_taken_over_once(ward):
    upload = commands.hand_in(make.whole(), name="a.xlsx", unit=ward.body, by=ward.officer, at=AT)
    seen = rehearsed(ward, make.whole()).fingerprint()
    commands.apply(upload, seen=seen, version=1, by=ward.officer, at=AT)
    with pytest.raises(Refused, match="vừa sửa"):
        commands.apply(upload, seen=seen, version=1, by=ward.officer, at=AT)
    with pytest.raises(Refused, match="đã được nhập rồi"):
        commands.apply(upload, seen=seen, version=2, by=ward.officer, at=AT)


def test_nobody_imports_his_own_line_or_into_another_ward(ward):
    org_commands.tie_account(ward.persons["plain"], ward.clerk, by=ward.officer, at=ward.at)
    draft = rehearsed(ward, namesake(), answers={"DV9": ward.persons["plain"].key}, by=ward.clerk)
    assert any("chính mình" in text for text in problems(draft))
    other = org.ward(beside=ward)
    with pytest.raises(Refused, match="chưa được làm việc này"):
        rehearsed(other, make.whole(), by=ward.clerk)


def test_the_filled_template_says_what_the_register_says(ward):
    org_commands.record_outside_result(
        ward.persons["plain"], year=2017, kind="ccvc", grade="A", known_on=make.DAY, by=ward.officer, at=ward.at
    )
    content = template.written(ward.body, on=make.DAY)
    draft = rehearsed(ward, content)
    assert (problems(draft), draft.questions, draft.steps, draft.missing) == ([], [], [], [])
    assert draft.same == 5 + 13 + 9 + 1 + 1


def test_a_clerk_brings_people_but_founds_no_units(ward):
    (first, *_) = problems(rehearsed(ward, make.whole(), by=ward.clerk))
    assert first.startswith("Trang “Tổ chức”, hàng 2: Tài khoản “Vanphong” chưa được làm việc này")
    people = make.filled(people=[["DV1", "Lý Văn Quý", "", "", "", "cb1", "01/01/2012", "03/02/1995", "03/02/1996"]])
    assert rehearsed(ward, people, by=ward.clerk).may_apply


def test_a_number_of_another_committee_is_not_told_whose_it_is(ward):
    other = org.ward(beside=ward)
    org_commands.correct_person(
        other.persons["plain"], id_number="001070000001", reason="Bổ sung", version=1, by=other.officer, at=AT
    )
    (fault,) = problems(rehearsed(ward, make.filled(units=make.UNITS, people=make.PEOPLE[:1])))
    assert "001070000001" in fault
    assert "Đỗ Thị Én" not in fault


def test_a_line_without_an_end_does_not_give_an_ended_post_back(ward):
    seat = ward.persons["chair"].seats.get(unit=ward.peoples_committee, superseded_at=None)
    older = template.written(ward.body, on=make.DAY)
    org_commands.end_seat(seat, on=date(2017, 11, 20), by=ward.officer, at=AT)
    draft = rehearsed(ward, older)
    assert (draft.steps, draft.faults) == ([], [])


def test_the_questions_of_a_comparison_do_not_grow_with_the_members(ward):
    counted = []
    for number in range(3):
        content = template.written(ward.body, on=AT.date())
        with CaptureQueriesContext(connection) as asked:
            assert rehearsed(ward, content).steps == []
        counted.append(len(asked))
        person = org_commands.register_person(
            f"Lý Văn Quý {number}", cell=ward.cells[0], from_on=date(2016, 1, 1), admitted_on=date(2000, 1, 1),
            official_on=date(2001, 1, 1), by=ward.officer, at=AT,
        )  # fmt: skip
        org_commands.record_work(person, kind="cooperative", from_on=date(2016, 1, 1), by=ward.officer, at=AT)
        org_commands.start_membership(
            person, ward.cells[0], kind="residence", from_on=date(2016, 1, 1), by=ward.officer, at=AT
        )
        given = {"kind": "ccvc", "grade": "A", "known_on": date(2017, 11, 20)}
        org_commands.record_outside_result(person, year=2017, **given, by=ward.officer, at=AT)
    assert counted[0] == counted[1] == counted[2]
