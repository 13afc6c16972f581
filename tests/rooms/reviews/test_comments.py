"""Comments, opinions, attestations and leaders' papers: for whom they are needed, and how they come in."""

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as seasons
from kiemdiem.org import commands as org
from kiemdiem.org import queries as people
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import Attestation, Comment, LeaderPaper, Opinion
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import START
from tests.rooms.reviews import make

pytestmark = pytest.mark.django_db


def living(made, who, cell):
    org.start_membership(
        made.ward.persons[who], cell, kind="residence", from_on=START, by=made.ward.officer, at=make.AT
    )


def needed(made, cell):
    names = {p.pk: key for key, p in made.ward.persons.items()}
    return {(names[n.subject.person_id], n.kind) for n in queries.comments_needed(made.season, cell, on=make.DAY)}


def ask(made, who="teacher", kind="residence"):
    return commands.ask_comment(
        made.season, made.ward.persons[who], kind=kind, asked_of="Chi ủy Tổ dân phố 2", asked_on=make.DAY,
        by=made.ward.officer, at=make.AT,
    )  # fmt: skip


def said(text="Gương mẫu", **other):
    return commands.Said(text=text, signer="Bí thư chi bộ", received_on=make.DAY, paper=make.PAPER, **other)


def test_every_member_of_a_school_cell_needs_a_residence_comment():
    made = cycles.opened()
    assert needed(made, made.ward.cells[1]) == {("headmaster", "residence"), ("teacher", "residence")}


def test_in_a_residential_cell_only_leaders_and_those_who_live_elsewhere_need_one():
    made = cycles.opened()
    one, two = made.ward.cells
    for who in ("secretary", "deputy", "standing", "chair", "plain", "new", "suspended", "disciplined"):
        living(made, who, one)
    living(made, "probationary", two)
    assert needed(made, one) == {("chair", "residence"), ("probationary", "residence")}


def test_part_time_staff_need_a_workplace_comment():
    made = cycles.opened()
    org.record_work(made.ward.persons["plain"], kind="part_time_ward", from_on=START, by=made.ward.officer, at=make.AT)
    living(made, "plain", made.ward.cells[0])
    assert {each for each in needed(made, made.ward.cells[0]) if each[0] == "plain"} == {("plain", "workplace")}


def test_a_comment_nobody_needs_is_not_asked_for():
    made = cycles.opened()
    with pytest.raises(Refused, match="Không cần lấy nhận xét này"):
        ask(made, kind="workplace")


def test_a_comment_is_asked_once_and_then_received():
    made = cycles.opened()
    comment = ask(made)
    with pytest.raises(Refused, match="đã gửi lấy ý kiến"):
        ask(made)
    commands.receive_comment(comment, said=said(), by=made.ward.secretaries[1], at=make.AT)
    [teacher] = [n for n in queries.comments_needed(made.season, made.ward.cells[1], on=make.DAY) if n.is_received]
    assert (teacher.comment.text, teacher.form_code) == ("Gương mẫu", "2a-KĐ.ĐV")


def test_a_received_comment_is_corrected_by_a_new_one_with_its_reason():
    made = cycles.opened()
    comment = ask(made)
    commands.receive_comment(comment, said=said(), by=made.ward.officer, at=make.AT)
    commands.correct_comment(comment, said=said("Rất gương mẫu"), reason="Nhập thiếu", by=made.ward.officer, at=make.AT)
    found = list(Comment.objects.order_by("pk").values_list("text", "reason"))
    assert found == [("Gương mẫu", ""), ("Rất gương mẫu", "Nhập thiếu")]
    assert queries.comments_of(made.season).get().text == "Rất gương mẫu"


def test_a_second_opinion_replaces_the_first_with_a_reason():
    made = cycles.opened()
    about, front = made.ward.executive_committee, made.ward.front

    def receive(text, reason=""):
        return commands.receive_opinion(
            made.season, from_unit=front, about=about, kind="leadership", text=text, received_on=make.DAY,
            paper=make.PAPER, reason=reason, by=made.ward.officer, at=make.AT,
        )  # fmt: skip

    receive("Đồng tình")
    with pytest.raises(Refused, match="đã có nội dung"):
        receive("Góp ý thêm")
    second = receive("Góp ý thêm", reason="Bổ sung theo công văn")
    commands.read_opinion(second, meeting="hop-1", read_on=make.DAY, by=made.ward.officer, at=make.AT)
    assert queries.opinions_about(made.season, about).get().read_at_meeting == "hop-1"
    assert Opinion.objects.count() == 2


def attest(made, who, statement):
    subject = seasons.subject_of(made.season, made.ward.persons[who])
    return commands.attest(made.season, subject, statement=statement, by=made.ward.officer, at=make.AT)


def test_what_no_machine_may_judge_is_stated_by_people():
    made = cycles.opened()
    kept = attest(
        made, "plain", commands.Statement("member.task_result", True, "Chi ủy chi bộ", make.DAY, level="good")
    )
    assert (kept.level, kept.stated_by, kept.rows) == ("good", "Chi ủy chi bộ", ["HX17-III-1"])
    subject = seasons.subject_of(made.season, made.ward.persons["plain"])
    asked = {each.key: each.attestation for each in queries.attestations_asked(made.season, subject)}
    assert asked == {"member.task_result": kept, "member.fault_prohibited": None, "member.fault_refusal": None}


@pytest.mark.parametrize(
    ("key", "level"), [("member.task_result", "splendid"), ("member.fault_refusal", "good"), ("nothing", "")]
)
def test_a_statement_the_rulebook_does_not_know_is_refused(key, level):
    made = cycles.opened()
    with pytest.raises(Refused, match=r"thang mức|không có nội dung này"):
        attest(made, "plain", commands.Statement(key, True, "Chi ủy", make.DAY, level=level))
    assert Attestation.objects.count() == 0


def test_a_leaders_own_assessment_is_kept_in_the_rulebooks_form():
    made = cycles.opened()
    kept = commands.key_leader_paper(
        made.season, made.ward.persons["chair"], kind="leader_self_assessment", sections={"content": "Tự nhận"},
        written_on=make.DAY, paper=make.PAPER, by=made.ward.officer, at=make.AT,
    )  # fmt: skip
    assert (kept.form_code, LeaderPaper.objects.count()) == ("01-ĐG.CBLĐQL", 1)


def test_an_ordinary_member_has_no_leaders_paper():
    made = cycles.opened()
    with pytest.raises(Refused, match="không giữ chức vụ"):
        commands.key_leader_paper(
            made.season, made.ward.persons["plain"], kind="leader_self_assessment", sections={},
            written_on=make.DAY, by=made.ward.officer, at=make.AT,
        )  # fmt: skip


def test_civil_servants_are_graded_by_their_agency_first():
    made = cycles.opened()
    cell = made.ward.cells[1]
    assert [m.name for m in queries.civil_servants_without_grade(made.season, cell, on=make.DAY)] == [
        "Trương Văn Minh", "Đinh Thị Nga",
    ]  # fmt: skip
    org.record_outside_result(
        made.ward.persons["teacher"], year=2017, kind="ccvc", grade="HTTNV", known_on=make.DAY,
        by=made.ward.officer, at=make.AT,
    )  # fmt: skip
    left = queries.civil_servants_without_grade(made.season, cell, on=make.DAY)
    assert [m.name for m in left] == ["Trương Văn Minh"]
    assert people.cell_of(made.ward.persons["teacher"], on=make.DAY) == cell
