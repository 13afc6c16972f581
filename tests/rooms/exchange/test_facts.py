"""The sheets of facts: links of cells, results of other bodies, discipline, awards, leave."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.exchange import filled, reading, sheets, template, workbook
from kiemdiem.org import commands as org_commands
from kiemdiem.org import queries
from kiemdiem.org.models import Award, Discipline, Leave, OutsideResult, UnitLink
from kiemdiem.reviews import queries as reviews
from tests.rooms.cycles import make as cycles
from tests.rooms.exchange import make
from tests.rooms.exchange.test_import import AT, problems, rehearsed, taken_over
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    return org.ward()


def standing(model):
    """The entries of a table that stand."""
    return model.objects.filter(superseded_at=None)


def only(name, *lines):
    """A file with lines on one sheet of facts."""
    return make.filled(**{name: list(lines)})


def test_facts_come_in_with_the_people_and_units_they_are_about(ward):
    draft = taken_over(ward, make.with_facts())
    assert (draft.faults, len(draft.steps)) == ([], 7 + 8)
    links = {(link.cell.key, link.linked_unit.key, link.kind) for link in standing(UnitLink)}
    assert links == {("db.CB03", "db.HND", "mass"), ("cb1", "mttq", "front")}
    farmers = queries.unit("db.HND")
    assert queries.outside_result(farmers, year=2017, kind="mass").document == "05/BC-HND"
    assert queries.outside_result(queries.person("db.DV103"), year=2017, kind="mass").grade == "B"
    assert [award.document for award in queries.awards_of(queries.person("db.DV101"), year=2017)] == ["7/QĐ", "9/QĐ"]
    assert [leave.until_on for leave in standing(Leave)] == [date(2017, 12, 1)]


def test_the_offence_keeps_its_own_day_and_place(ward):
    taken_over(ward, make.with_facts())
    (penalty,) = queries.disciplines_of(queries.person("db.DV102"))
    assert (penalty.side, penalty.measure, penalty.self_detected) == ("party", "reprimand", True)
    assert (penalty.offence_on, penalty.offence_unit, penalty.from_on) == (
        date(2016, 12, 10), ward.cells[1], date(2017, 3, 1),
    )  # fmt: skip


def test_the_same_facts_again_change_nothing(ward):
    taken_over(ward, make.with_facts())
    again = rehearsed(ward, make.with_facts())
    assert (again.steps, again.faults, again.questions, again.same) == ([], [], [], 8 + 8)


def test_the_filled_template_brings_every_fact_back(ward):
    taken_over(ward, make.with_facts())
    draft = rehearsed(ward, template.written(ward.body, on=make.DAY))
    assert (problems(draft), draft.questions, draft.steps, draft.missing) == ([], [], [], [])


def test_the_filled_template_leaves_out_what_other_committees_keep(ward):
    other = org.ward(beside=ward)
    org_commands.start_membership(
        ward.persons["plain"], other.cells[0], kind="residence", from_on=org.START, by=ward.officer, at=ward.at
    )
    org_commands.register_person(
        "Cao Văn Út", cell=ward.cells[0], from_on=make.DAY, admitted_on=None, official_on=date(1999, 9, 9),
        by=ward.officer, at=ward.at,
    )  # fmt: skip
    draft = rehearsed(ward, template.written(ward.body, on=make.DAY))
    assert (problems(draft), draft.questions, draft.steps, draft.missing) == ([], [], [], [])


def test_a_linked_body_that_leaves_is_ended_not_corrected(ward):
    taken_over(ward, make.with_facts())
    left = ["cb1", "mttq", "Mặt trận Tổ quốc", "01/01/2012", "01/10/2017"]
    draft = taken_over(ward, only("links", left))
    (step,) = draft.steps
    assert (step.kind, step.before, step.after) == ("changed", "chưa ghi", "Đến trước ngày: 01/10/2017")
    assert [each.what for each in draft.missing] == [
        "Chi bộ Tổ dân phố 3, Ban Thường vụ Hội Nông dân phường, 01/01/2012"
    ]
    before, after = date(2017, 9, 30), date(2017, 10, 1)
    assert [len(queries.links_of(ward.cells[0], on=day)) for day in (before, after)] == [1, 0]


def test_a_link_begun_another_day_is_the_same_link(ward):
    taken_over(ward, make.with_facts())
    taken_over(ward, only("links", ["cb1", "mttq", "Mặt trận Tổ quốc", "01/01/2015", ""]))
    (link,) = queries.links_of(ward.cells[0], on=make.DAY)
    assert link.from_on == date(2015, 1, 1)


def test_a_wrong_result_is_corrected_and_the_first_stays_readable(ward):
    taken_over(ward, make.with_facts())
    draft = taken_over(ward, only("results", ["HND", "", "2017", "Đoàn thể", "B", "20/11/2017", ""]))
    assert [(step.before, step.after) for step in draft.steps] == [("Mức xếp loại: A", "Mức xếp loại: B")]
    found = OutsideResult.objects.filter(unit=queries.unit("db.HND")).order_by("pk")
    assert [(each.grade, each.superseded_at is None, each.document) for each in found] == [
        ("A", False, "05/BC-HND"),
        ("B", True, "05/BC-HND"),
    ]


def test_a_third_award_of_the_same_kind_is_a_third_award(ward):
    taken_over(ward, make.with_facts())
    lines = [*make.FACTS["awards"], ["DV101", "2017", "Giấy khen", "Cơ sở", "", "11/QĐ"]]
    assert [step.kind for step in taken_over(ward, only("awards", *lines)).steps] == ["new"]
    assert sorted(award.document for award in standing(Award)) == ["11/QĐ", "7/QĐ", "9/QĐ"]


def test_a_penalty_the_file_does_not_name_is_kept_and_named(ward):
    line = ["p00005", "Đảng", "Cảnh cáo", "01/09/2017", "", "", "", "", ""]
    draft = taken_over(ward, only("discipline", line))
    assert [each.what for each in draft.missing] == ["Mai Thị Lan, Đảng, Khiển trách, 01/03/2017"]
    assert len(standing(Discipline)) == 2


BAD = {
    "no such cell": ("links", ["cb9", "mttq", "Mặt trận Tổ quốc", "01/01/2012", ""], "Mã chi bộ", "“cb9”"),
    "no such person": ("leave", ["DV1", "Nghỉ ốm", "01/06/2017", ""], "Mã người", "“DV1”"),
    "no such place": (
        "discipline", ["p00005", "Đảng", "Cảnh cáo", "01/09/2017", "", "", "cb9", "", ""], "Vi phạm khi thuộc", "“cb9”",
    ),
    "a word not in the list": ("leave", ["p00005", "Đi chơi", "01/06/2017", ""], "Lý do vắng", "danh mục"),
    "neither yes nor no": (
        "awards", ["p00005", "2017", "Giấy khen", "", "Chưa", ""], "Mới đề nghị", "không có trong danh mục (Có; Không)",
    ),
    "whose result": (
        "results", ["", "", "2017", "Đoàn thể", "A", "20/11/2017", ""], "Mã tổ chức", "chỉ một trong hai",
    ),
    "two whose result": (
        "results", ["mttq", "p00005", "2017", "Đoàn thể", "A", "20/11/2017", ""], "Mã tổ chức", "chỉ một trong hai",
    ),
    "a civil servant's grade": (
        "results", ["", "p00005", "2017", "Công chức", "A", "20/11/2017", ""], "Loại kết quả", "danh mục",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_does_not_fit_is_named_with_row_and_column(ward, name):
    sheet, line, column, why = BAD[name]
    (fault,) = rehearsed(ward, only(sheet, line)).faults
    assert (fault.sheet, fault.row, fault.column) == (make.TITLES[sheet], 2, column)
    assert why in fault.text


def test_a_line_said_twice_is_refused(ward):
    line = ["p00005", "Nghỉ ốm", "01/06/2017", ""]
    (fault,) = rehearsed(ward, only("leave", line, line)).faults
    assert str(fault) == "Trang “Vắng dài ngày”, hàng 3, cột “Mã người”: trùng với hàng 2"


def test_a_period_that_ends_before_it_begins_is_a_fault_of_its_line(ward):
    (fault,) = rehearsed(ward, only("leave", ["p00005", "Nghỉ ốm", "01/06/2017", "01/05/2017"])).faults
    assert (fault.sheet, fault.row) == ("Vắng dài ngày", 2)
    assert "không sau ngày bắt đầu" in fault.text


def test_one_fault_among_the_facts_keeps_the_whole_file_out(ward):
    facts = {**make.FACTS, "leave": [["DV102", "Nghỉ ốm", "32/01/2017", ""]]}
    content = make.filled(units=make.UNITS, people=make.PEOPLE, seats=make.SEATS, **facts)
    with pytest.raises(Refused, match="Chưa nhập gì"):
        taken_over(ward, content)
    assert (len(standing(UnitLink)), len(standing(Award))) == (0, 0)


def test_the_template_shows_whose_code_was_typed(ward):
    taken_over(ward, make.with_facts())
    content = template.written(ward.body, on=make.DAY)
    shown = next(sheet for sheet in workbook.read_sheets(content) if sheet.name == "Tổ chức gắn chi bộ")
    assert shown.rows[0][5:] == ["Mã chi bộ → tên", "Mã tổ chức gắn → tên"]
    assert ["Chi bộ Tổ dân phố 3", "Ban Thường vụ Hội Nông dân phường"] in [row[5:] for row in shown.rows]
    assert reading.read(content).notes == []


def test_a_member_gone_is_not_asked_for_again(ward):
    org_commands.record_death(ward.persons["disciplined"], on=make.DAY, by=ward.officer, at=ward.at)
    draft = rehearsed(ward, only("discipline", ["p00005", "Đảng", "Cảnh cáo", "01/09/2017", "", "", "", "", ""]))
    assert draft.missing == []
    assert "Mai Thị Lan" not in str(template.filled.register(ward.body, on=make.DAY))


def test_the_page_says_what_a_residence_left_empty_leads_to(client, ward):
    client.force_login(ward.officer)
    assert sheets.RESIDENCE in client.get("/nhap-excel/to-chuc/db/").content.decode()


def test_only_a_residence_left_empty_or_elsewhere_owes_the_comment(ward):
    day, past = "01/11/2017", "01/01/2000"
    people = [
        [f"DV{home or 'trong'}", "Lý Văn Quý", "", "Nam", "", "cb1", day, past, past, home]
        for home in ("cb1", "cb2", "")
    ]
    taken_over(ward, make.filled(people=people))
    made = cycles.opened(cycles.passed(cycles.drafted(ward=ward, at=AT.replace(day=26))))
    owed = reviews.comments_needed(made.season, ward.cells[0], on=date(2017, 11, 26))
    of = [need.subject.person.key for need in owed if need.kind == "residence" and need.subject.name == "Lý Văn Quý"]
    assert sorted(of) == ["db.DVcb2", "db.DVtrong"]


def test_the_filled_file_tells_the_exemption_in_force_and_not_a_former_one(ward):
    exempt = ward.persons["exempt"]
    for standing_ in exempt.standings.filter(kind__startswith="exempt"):
        org_commands.end_standing(standing_, on=date(2016, 1, 1), by=ward.officer, at=AT)
    org_commands.exempt(exempt, from_on=date(2017, 1, 1), by=ward.officer, at=AT)
    [line] = [line for line in filled.person_lines(ward.body, on=AT.date()) if line[0] == exempt.key]
    assert line[10:12] == ["Công tác và sinh hoạt", date(2017, 1, 1)]
