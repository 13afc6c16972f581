"""When a result changes, everything that rested on it is marked to be judged again, and says why."""

from datetime import date

import pytest
from django.urls import reverse

from kiemdiem.grading import commands, queries
from kiemdiem.grading.pages import shown
from kiemdiem.org import commands as org
from tests.rooms.ballots import make as ballots
from tests.rooms.grading import make
from tests.rooms.kept import kept
from tests.rooms.meetings import make as meetings
from tests.rooms.meetings.book import text_of

pytestmark = pytest.mark.django_db

COUNTED = """
    groups: [party_body]
    children:
      subject: member
      by: cell
      counts:
        - {key: members_good, clause: c1, text: Số đảng viên mức tốt trở lên, of: at_least, grade: TOT}
        - {key: members_pending, clause: c1, text: Số đảng viên chưa có kết quả, of: pending}
  - key: party_body
    clause: c1
    text: Đảng bộ
    scale: grade
    children:
      subject: cell
      by: party_body
      counts:
        - {key: cells_good, clause: c1, text: Số chi bộ mức tốt trở lên, of: at_least, grade: TOT}
        - {key: cells_pending, clause: c1, text: Số chi bộ chưa có kết quả, of: pending}
"""


@kept
def scene():
    """The cell counted and judged, then the whole committee that counts its cells."""
    member = "text: Đảng viên\n    scale: grade\n"
    subjects = text_of("subjects").replace(member, f"{member}    groups: [cell]\n").rstrip() + COUNTED
    made = make.frozen(make.rules(subjects=subjects))
    meeting = meetings.reviewed(made)
    ballots.announced(made, ballots.locked(made, meeting, {"Đỗ Thị Én": (0, 6, 0)}))
    meetings.close(made, meeting)
    judged(made)
    return made


def judged(made):
    """The rules asked about the cell and then about the committee."""
    day = made.now.date()
    commands.judge_cell(made.season, made.cell, why="Họp", judged_on=day, **made.act())
    commands.judge_stage(made.season, [body(made)], kind="party_body", why="Tổng hợp", judged_on=day, **made.act())


def body(made):
    """The whole committee."""
    return queries.party_body_of(made.season)


def due(made, *subjects):
    """Which of the subjects are due again: the facts changed, and those below, by name."""
    found = queries.due_again(made.season, subjects)
    return [
        ({one.fact: (one.before, one.now) for one in found[s.pk].changed}, [b.name for b in found[s.pk].below])
        for s in subjects
        if s.pk in found
    ]


def test_nothing_is_due_while_nothing_has_changed():
    made = scene()
    assert due(made, make.cell(made), body(made), make.member(made, "plain")) == []


def test_the_cell_is_due_when_a_members_grade_is_decided_otherwise():
    made = scene()
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    assert due(made, make.cell(made)) == [({"members_good": (4, 5)}, ["Đỗ Thị Én"])]


def test_what_counts_the_cell_is_due_with_it_though_its_own_figures_stand():
    made = scene()
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    assert due(made, body(made)) == [({}, [make.cell(made).name])]


def test_nothing_is_due_once_the_rules_were_asked_again():
    made = scene()
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    judged(made)
    assert due(made, make.cell(made), body(made)) == []


def test_a_member_is_due_when_a_record_comes_in_late():
    made = scene()
    person, keyed = made.person("plain"), {"by": made.ward.officer, "at": made.at()}
    org.correct_person(
        person, admitted_on=date(2004, 3, 26), reason="Sửa theo lý lịch", version=person.version, **keyed
    )
    ((changed, _),) = due(made, make.member(made, "plain"))
    assert set(changed) == {"months"}


def test_the_page_of_the_cell_says_what_changed_and_through_whom():
    made = make.on_pages(scene())
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    page = make.signed_in(made.ward.clerk).get(reverse("grading:unit_results", args=[made.season.key, made.cell.key]))
    assert page.context["again"] == [
        "Cần xét lại. Số đảng viên mức tốt trở lên: khi xét là 4, nay là 5; "
        "kết quả đã đổi hoặc phải xét lại: Đỗ Thị Én."
    ]


def test_the_result_itself_names_nobody_else():
    made = make.on_pages(scene())
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    page = make.signed_in(made.ward.clerk).get(reverse("grading:result", args=[made.season.key, make.cell(made).key]))
    assert page.context["flags"][0] == ("Cần xét lại. Số đảng viên mức tốt trở lên: khi xét là 4, nay là 5.")


def test_the_table_of_cells_points_out_what_is_due():
    made = make.on_pages(scene())
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    page = make.signed_in(made.ward.clerk).get(reverse("grading:results", args=[made.season.key]))
    told = {row[0].text: row[1].text.endswith("(cần xét lại)") for row in page.context["table"].rows}
    assert [name for name, again in told.items() if again] == [make.cell(made).name]


def test_a_decision_stays_and_says_so():
    made = scene()
    chosen = commands.Chosen(make.cell(made), "TOT", "Ban Chấp hành biểu quyết")
    day = made.now.date()
    commands.decide_grades(
        made.season, [chosen], body=made.ward.executive_committee, decided_on=day, document="12-QĐ/ĐU", **made.act()
    )
    make.decided(made, "plain", "TOT", reason="Cấp ủy xem xét bổ sung")
    found = queries.due_again(made.season, [make.cell(made)])[make.cell(made).pk]
    (words,) = shown.again_words(shown.book_of(made.season), found, naming=False)
    assert words.endswith("Quyết định đã ban hành giữ nguyên, chỉ thay đổi khi xếp loại lại.")


def test_the_committee_counts_every_cell_of_the_season():
    made = scene()
    (row,) = queries.rows_of(made.season, [body(made)], kind="party_body", on=made.now.date())
    cells = len(make.all_cells(made))
    assert (row["cells_good"], row["cells_pending"]) == (1, cells - 1)
