"""Facts about people: entered once, corrected by another entry, found again without matching by name."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.journal import queries as journal
from kiemdiem.org import commands, queries
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 1)


@pytest.fixture
def ward():
    return make.ward()


def grade(ward, subject, value="A", kind="ccvc"):
    """Enters a result from outside."""
    return commands.record_outside_result(
        subject, year=2017, kind=kind, grade=value, known_on=DAY, by=ward.officer, at=ward.at
    )


def test_a_result_from_outside_is_entered_once_a_year_and_kind(ward):
    grade(ward, ward.persons["plain"])
    with pytest.raises(Refused, match="đã có"):
        grade(ward, ward.persons["plain"], "B")
    assert queries.outside_result(ward.persons["plain"], year=2017, kind="ccvc").grade == "A"
    assert queries.outside_result(ward.persons["plain"], year=2016, kind="ccvc") is None


def test_a_body_has_results_too(ward):
    grade(ward, ward.front, kind="front")
    assert queries.outside_result(ward.front, year=2017, kind="front").grade == "A"


def test_a_correction_keeps_the_wrong_entry_readable(ward):
    wrong, later = grade(ward, ward.persons["plain"]), make.later(ward, days=1)
    commands.correct_fact(wrong, grade="B", reason="Nhập nhầm dòng", by=ward.clerk, at=later)
    assert queries.outside_result(ward.persons["plain"], year=2017, kind="ccvc").grade == "B"
    assert queries.outside_result(ward.persons["plain"], year=2017, kind="ccvc", known_by=DAY).grade == "A"
    entry = journal.entries_about(f"person:{ward.persons['plain'].key}").last()
    assert (entry.act, entry.details["before"], entry.details["after"]) == (
        "org.correct_fact", {"grade": "A"}, {"grade": "B"}
    )  # fmt: skip


def test_a_correction_needs_a_reason_a_change_and_the_entry_still_standing(ward):
    wrong = grade(ward, ward.persons["plain"])
    for reason, value in (("", "B"), ("Nhầm", "A")):
        with pytest.raises(Refused):
            commands.correct_fact(wrong, grade=value, reason=reason, by=ward.clerk, at=ward.at)
    commands.correct_fact(wrong, grade="B", reason="Nhầm", by=ward.clerk, at=ward.at)
    with pytest.raises(Refused, match="vừa sửa"):
        commands.correct_fact(wrong, grade="C", reason="Nhầm", by=ward.clerk, at=ward.at)


def test_a_withdrawn_entry_stands_no_more(ward):
    commands.withdraw_fact(grade(ward, ward.persons["plain"]), reason="Không phải người này", by=ward.clerk, at=ward.at)
    assert queries.outside_result(ward.persons["plain"], year=2017, kind="ccvc") is None
    kept = queries.facts_of(ward.persons["plain"], superseded=True)["outsideresult"]
    assert [(fact.grade, fact.reason) for fact in kept] == [("A", "Không phải người này")]


def test_a_corrected_membership_clashes_with_no_other(ward):
    plain, by, at = ward.persons["plain"], ward.officer, ward.at
    first = plain.memberships.get(superseded_at=None)
    commands.move_membership(plain, ward.cells[1], on=date(2016, 1, 1), by=by, at=at)
    first = plain.memberships.get(superseded_at=None, unit=ward.cells[0])
    with pytest.raises(Refused, match="Trùng thời gian"):
        commands.correct_fact(first, until_on=date(2016, 1, 2), reason="Sai ngày", by=by, at=at)
    commands.correct_fact(first, until_on=date(2015, 12, 31), reason="Sai ngày", by=by, at=at)
    assert queries.cell_of(plain, on=date(2015, 12, 31)) is None


def test_corrected_party_days_move_the_standing(ward):
    new = ward.persons["new"]
    commands.correct_person(
        new, admitted_on=date(2017, 6, 1), reason="Theo quyết định", by=ward.officer, at=ward.at, version=1
    )
    assert queries.standings_of(new, on=date(2017, 6, 1)) == {"probationary"}
    assert queries.standings_of(new, on=date(2017, 5, 31)) == frozenset()


def test_a_person_corrected_meanwhile_is_refused(ward):
    new, by, at = ward.persons["new"], ward.officer, ward.at
    commands.correct_person(new, full_name="Bùi Thị Hạnh Nhi", reason="Theo giấy tờ", by=by, at=at, version=1)
    with pytest.raises(Refused, match="vừa sửa"):
        commands.correct_person(new, full_name="Bùi Hạnh", reason="Theo giấy tờ", by=by, at=at, version=1)
    new.refresh_from_db()
    assert (new.full_name, new.search_key) == ("Bùi Thị Hạnh Nhi", "bui thi hanh nhi")


@pytest.mark.parametrize("number", ["123", "12345678901a", "١٢٣٤٥٦٧٨٩٠١٢", "0123456789012"])
def test_a_number_has_twelve_digits(ward, number):
    with pytest.raises(Refused, match="12 chữ số"):
        commands.correct_person(
            ward.persons["new"], id_number=number, reason="Bổ sung", by=ward.officer, at=ward.at, version=1
        )


def test_a_number_belongs_to_one_person_and_keeps_its_zeros(ward):
    by, at = ward.officer, ward.at
    commands.correct_person(ward.persons["new"], id_number="001092000001", reason="Bổ sung", by=by, at=at, version=1)
    with pytest.raises(Refused, match="Bùi Thị Hạnh"):
        commands.correct_person(
            ward.persons["plain"], id_number="001092000001", reason="Bổ sung", by=by, at=at, version=1
        )
    assert [p.key for p in queries.likely_same("Ai Đó", id_number="001092000001")] == [ward.persons["new"].key]


def test_somebody_with_the_same_name_is_a_candidate_and_nothing_more(ward):
    twin = commands.register_person(
        "Đỗ Thị Én", cell=ward.cells[1], from_on=DAY, admitted_on=date(2000, 1, 1), official_on=date(2001, 1, 1),
        birth_on=date(1975, 1, 1), by=ward.officer, at=ward.at,
    )  # fmt: skip
    assert twin != ward.persons["plain"]
    found = queries.likely_same("Đỗ Thị én", birth_on=date(1980, 4, 4))
    assert found == [ward.persons["plain"], twin]


def test_a_different_number_rules_the_same_name_out(ward):
    plain, by, at = ward.persons["plain"], ward.officer, ward.at
    commands.correct_person(plain, id_number="001092000009", reason="Bổ sung", by=by, at=at, version=1)
    assert queries.likely_same("Đỗ Thị Én", id_number="001092000008") == []


def test_days_to_come_are_no_facts(ward):
    with pytest.raises(Refused, match="chưa đến"):
        commands.record_death(ward.persons["plain"], on=date(2017, 11, 2), by=ward.officer, at=ward.at)


def test_people_are_found_without_marks(ward):
    scope = frozenset({ward.cells[0].pk})
    assert [p.full_name for p in queries.people_named("do thi EN", within=scope, on=DAY)] == ["Đỗ Thị Én"]
    assert list(queries.people_named("Đỗ Thị Én", within=frozenset({ward.cells[1].pk}), on=DAY)) == []


def test_an_outsider_sits_without_being_on_the_register(ward):
    guest = ward.persons["guest"]
    assert [seat.post for seat in queries.seats_of(ward.front, on=DAY)] == ["vice_chair"]
    assert queries.cell_of(guest, on=DAY) is None


def test_what_was_keyed_in_a_period_is_listed(ward):
    later, plain = make.later(ward, days=10), ward.persons["plain"]
    commands.record_leave(plain, kind="sick", from_on=DAY, by=ward.officer, at=later)
    keyed = queries.facts_keyed([plain.pk], since=date(2017, 11, 11), until=date(2017, 11, 12))
    assert [str(fact) for fact in keyed] == ["Đỗ Thị Én · sick"]


def test_a_new_managing_body_ends_the_one_before(ward):
    chair, by, at = ward.persons["chair"], ward.officer, ward.at
    commands.record_managing_body(chair, ward.body, from_on=make.START, by=by, at=at)
    commands.record_managing_body(chair, ward.executive_committee, from_on=DAY, by=by, at=at)
    assert queries.managing_body(chair, on=date(2017, 10, 31)) == ward.body
    assert queries.managing_body(chair, on=DAY) == ward.executive_committee


def above_and_beside(ward):
    """The district over the ward, its standing committee, another ward of it, and a superior of no tree of ours."""
    by, at = ward.administrator, ward.at
    district = commands.found_unit("Huyện ủy", kind="party_body", parent=None, from_on=make.START, by=by, at=at)
    make.give(ward.administrator, "administrator", district, by=ward.administrator, at=at)
    make.give(ward.officer, "officer", district, by=ward.administrator, at=at)
    commands.move_unit(ward.body, district, on=DAY, by=ward.officer, at=at)
    standing = commands.found_unit(
        "Ban Thường vụ Huyện ủy", kind="standing_committee", parent=district, from_on=make.START, by=ward.officer, at=at
    )
    beside = commands.found_unit(
        "Đảng bộ xã bên", kind="party_body", parent=district, from_on=make.START, by=ward.officer, at=at
    )
    town = commands.found_unit("Thị ủy", kind="superior", parent=None, from_on=make.START, by=by, at=at)
    return district, standing, beside, town


def test_a_cadre_is_managed_by_his_own_committee_or_one_above(ward):
    district, standing, beside, town = above_and_beside(ward)
    chair = ward.persons["chair"]
    for body in (ward.executive_committee, ward.body, district, standing, town):
        commands.record_managing_body(chair, body, from_on=DAY, by=ward.officer, at=ward.at)
        assert queries.managing_body(chair, on=DAY) == body
    with pytest.raises(Refused, match="không quản lý được đồng chí Hoàng Văn Dũng"):
        commands.record_managing_body(chair, beside, from_on=DAY, by=ward.officer, at=ward.at)
    assert queries.managing_body(chair, on=DAY) == town


def test_a_body_linked_to_a_cell_may_manage_and_another_committees_may_not(ward):
    other = make.ward(beside=ward)
    chair = ward.persons["chair"]
    with pytest.raises(Refused, match="không quản lý được"):
        commands.record_managing_body(chair, other.front, from_on=DAY, by=ward.officer, at=ward.at)
    commands.link_unit(ward.cells[0], other.front, kind="front", from_on=make.START, by=ward.officer, at=ward.at)
    commands.record_managing_body(chair, other.front, from_on=DAY, by=ward.officer, at=ward.at)
    assert queries.managing_body(chair, on=DAY) == other.front


def test_the_page_offers_the_superior_and_no_other_committee(client, ward):
    make.ward(beside=ward)
    commands.found_unit("Thị ủy", kind="superior", parent=None, from_on=make.START, by=ward.administrator, at=ward.at)
    client.force_login(ward.officer)
    form = client.get(f"/nguoi/{ward.persons['chair'].key}/quan-ly/").context["form"]
    names = {str(name) for _, name in form.fields["to"].choices}
    assert {"Thị ủy", "Đảng bộ phường An Hòa"} <= names
    assert not any(key.startswith("x-") for key, _ in form.fields["to"].choices)
