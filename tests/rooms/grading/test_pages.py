"""Who sees which result, and the decision of the committee: looked over first, kept, confirmed under its number."""

import pytest
from django.test import Client
from django.urls import reverse

from kiemdiem.grading.models import Decision
from kiemdiem.notices.models import Notice
from tests.rooms.grading import make
from tests.rooms.grading.make import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.on_pages(make.judged())


def address(scene, name):
    return reverse("grading:result", args=[scene.season.key, make.member(scene, name).key])


def decide_page(scene):
    return reverse("grading:decide", args=[scene.season.key, scene.cell.key])


def body(scene, grade="HT", reason="", **more):
    """What a person fills in on the page of decisions for one member."""
    subject = make.member(scene, "plain")
    page = signed_in(scene.ward.clerk).get(decide_page(scene))
    seen = {name: field.initial for name, field in page.context["form"].fields.items() if name.startswith("seen_")}
    picked = {f"grade_{subject.pk}": grade, f"reason_{subject.pk}": reason}
    return {"decided_on": "04/12/2017", "document": "11-QĐ/ĐU", **seen, **picked, **more}


def test_a_result_shows_its_conditions_with_their_clauses(scene):
    page = signed_in(scene.ward.clerk).get(address(scene, "plain")).content.decode()

    assert "Hoàn thành nhiệm vụ" in page
    assert "6/6 phiếu" in page
    assert "trùng khớp" in page
    assert "khiếu nại" in page


def test_the_secretary_of_another_cell_does_not_see_it(scene):
    answer = signed_in(scene.ward.secretaries[1]).get(address(scene, "plain"))

    assert (answer.status_code, "Hoàn thành nhiệm vụ" in answer.content.decode()) == (403, False)


def test_a_decision_without_a_choice_is_refused_and_nothing_is_kept(scene):
    answer = signed_in(scene.ward.clerk).post(decide_page(scene), body(scene, grade=""))

    assert (answer.status_code, Decision.objects.count()) == (422, 0)
    assert "chưa chọn mức" in answer.content.decode()


def test_no_grade_is_picked_beforehand(scene):
    page = signed_in(scene.ward.clerk).get(decide_page(scene)).content.decode()

    assert 'value="TOT" selected' not in page
    assert 'value="TOT"' in page


def test_a_decision_is_looked_over_before_it_is_kept(scene):
    answer = signed_in(scene.ward.clerk).post(decide_page(scene), body(scene))

    assert (answer.status_code, Decision.objects.count()) == (200, 0)
    assert [(row.label, row.value) for row in answer.context["rows"]] == [
        ("Nơi quyết định", "Ban Chấp hành Đảng bộ phường"),
        ("Ngày", "04/12/2017"),
        ("Văn bản", "11-QĐ/ĐU"),
        ("Đỗ Thị Én", "Hoàn thành nhiệm vụ"),
    ]


def test_what_was_looked_over_can_be_changed_and_nothing_is_lost(scene):
    answer = signed_in(scene.ward.clerk).post(decide_page(scene), body(scene, step="change"))

    assert (answer.status_code, Decision.objects.count()) == (200, 0)
    assert 'value="HT" selected' in answer.content.decode()
    assert 'value="11-QĐ/ĐU"' in answer.content.decode()


def test_a_decision_is_kept_and_confirmed_under_its_number(scene):
    clerk = signed_in(scene.ward.clerk)
    answer = clerk.post(decide_page(scene), body(scene, step="send"), follow=True)

    assert [(d.subject.name, d.grade) for d in Decision.objects.all()] == [("Đỗ Thị Én", "HT")]
    assert "Đã ghi quyết định" in answer.content.decode()
    assert answer.context["reference"] == f"{scene.season.key}/{answer.context['entry'].seq}"


def test_a_confirmation_is_only_for_whoever_did_the_act(scene):
    answer = signed_in(scene.ward.clerk).post(decide_page(scene), body(scene, step="send"))

    assert signed_in(scene.ward.officer).get(answer.url).status_code == 404


def test_a_page_overtaken_by_another_is_refused_and_loses_nothing(scene):
    sent = body(scene, step="send")
    make.returned(scene, "plain")
    answer = signed_in(scene.ward.clerk).post(decide_page(scene), sent)

    assert (answer.status_code, Decision.objects.count()) == (422, 0)
    assert "vừa được người khác sửa" in answer.content.decode()
    assert 'value="HT" selected' in answer.content.decode()


def test_a_departure_on_the_page_needs_its_reason(scene):
    clerk = signed_in(scene.ward.clerk)
    refused = clerk.post(decide_page(scene), body(scene, grade="TOT"))
    kept = clerk.post(decide_page(scene), body(scene, grade="TOT", reason="Nhiệm vụ đột xuất", step="send"))

    assert (refused.status_code, kept.status_code) == (422, 302)
    assert [(d.grade, d.departs, d.reason) for d in Decision.objects.all()] == [("TOT", True, "Nhiệm vụ đột xuất")]


def test_a_closed_season_hides_what_is_over_and_says_what_is_left(scene):
    make.decided(scene, "plain", "HT")
    make.closed(scene)
    clerk = signed_in(scene.ward.clerk)
    form, result = clerk.get(decide_page(scene)), clerk.get(address(scene, "plain"))
    unit = clerk.get(reverse("grading:unit_results", args=[scene.season.key, scene.cell.key]))

    assert (form.status_code, "Sau khi khép chỉ còn" in form.content.decode()) == (403, True)
    assert [title for title, _ in result.context["ways"]] == ["Xếp loại lại", "Ghi quyết định của cấp trên"]
    assert (unit.context["ways"], unit.context["may_judge"]) == ([], False)
    assert "Sau khi khép chỉ còn" in unit.content.decode()


def test_nobody_gets_in_without_signing_in(scene):
    assert Client().get(decide_page(scene)).status_code == 302


def test_whoever_was_decided_on_is_owed_the_word(scene):
    clerk = signed_in(scene.ward.clerk)
    clerk.post(decide_page(scene), body(scene))
    looked_over = Notice.objects.count()
    clerk.post(decide_page(scene), body(scene, step="send"))

    person = make.member(scene, "plain").person
    assert looked_over == 0
    assert [(notice.person, notice.given_on) for notice in Notice.objects.all()] == [(person, None)]


def test_where_nothing_waits_no_form_is_offered(scene):
    clerk = signed_in(scene.ward.clerk)
    for page in ("decide", "propose"):
        pages = [
            clerk.get(reverse(f"grading:{page}", args=[scene.season.key, unit.key])).content.decode()
            for unit in scene.ward.cells
        ]
        assert [">Tiếp tục</button>" in each for each in pages] == [True, False]
        assert ["Không còn kết quả nào chờ ở đơn vị này." in each for each in pages] == [False, True]
