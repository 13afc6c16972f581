"""The pages of the acts on results: propose, send back, answer, grade again, a decision from above with its scan."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kiemdiem.files import queries as files
from kiemdiem.files.models import StoredFile
from kiemdiem.grading.models import Decision, Proposal, ReturnedLine
from kiemdiem.notices.models import Notice
from tests.rooms.grading import make
from tests.rooms.grading.make import signed_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def scene():
    return make.on_pages(make.judged())


def page_of(scene, name, person="plain"):
    return reverse(f"grading:{name}", args=[scene.season.key, make.member(scene, person).key])


def version(scene, address):
    return signed_in(scene.ward.clerk).get(address).context["form"].initial["version"]


def test_a_proposal_is_kept_from_the_page(scene):
    address = reverse("grading:propose", args=[scene.season.key, scene.cell.key])
    clerk, subject = signed_in(scene.ward.clerk), make.member(scene, "plain")
    fields = clerk.get(address).context["form"].fields
    sent = {name: field.initial for name, field in fields.items() if name.startswith("seen_")}
    sent |= {"body": scene.cell.key, "proposed_on": "04/12/2017", f"grade_{subject.pk}": "HT", "step": "send"}
    answer = clerk.post(address, sent, follow=True)

    assert "Đã ghi đề nghị" in answer.content.decode()
    assert [(p.subject_id, p.grade, p.body_id) for p in Proposal.objects.all()] == [(subject.pk, "HT", scene.cell.pk)]


def test_no_other_cell_may_be_named_as_the_proposer(scene):
    address = reverse("grading:propose", args=[scene.season.key, scene.cell.key])
    choices = dict(signed_in(scene.ward.clerk).get(address).context["form"].fields["body"].choices)

    assert (scene.cell.key in choices, scene.ward.cells[1].key in choices) == (True, False)


def test_a_line_is_sent_back_and_answered_on_the_pages(scene):
    clerk = signed_in(scene.ward.clerk)
    address = page_of(scene, "return_line")
    asked = {"version": version(scene, address), "returned_on": "04/12/2017", "questions": "Vì sao?", "step": "send"}
    clerk.post(address, asked)
    returned = ReturnedLine.objects.get()
    secretary = signed_in(scene.ward.secretaries[0])
    answered = {"version": returned.version, "answered_on": "04/12/2017", "answer": "Đã bàn lại.", "step": "send"}
    done = secretary.post(page_of(scene, "answer_return"), answered, follow=True)

    returned.refresh_from_db()
    assert (returned.questions, returned.answer, returned.answered_by) == (
        "Vì sao?", "Đã bàn lại.", scene.ward.secretaries[0],
    )  # fmt: skip
    assert "Đã gửi trả lời" in done.content.decode()


def test_an_answer_of_an_older_page_is_refused_and_stays_on_the_page(scene):
    returned = make.returned(scene, "plain")
    sent = {"version": returned.version + 1, "answered_on": "04/12/2017", "answer": "Đã bàn lại.", "step": "send"}
    answer = signed_in(scene.ward.clerk).post(page_of(scene, "answer_return"), sent)

    assert (answer.status_code, "Đã bàn lại." in answer.content.decode()) == (422, True)
    assert ReturnedLine.objects.get().answered_on is None


def test_there_is_nothing_to_answer_where_nothing_was_asked(scene):
    answer = signed_in(scene.ward.clerk).get(page_of(scene, "answer_return"))

    assert (answer.status_code, "Không có câu hỏi" in answer.content.decode()) == (403, True)


def test_a_grade_is_changed_afterwards_on_the_page(scene):
    make.decided(scene, "plain", "HT")
    make.closed(scene)
    address = page_of(scene, "regrade")
    sent = {
        "version": version(scene, address), "decided_on": "04/12/2017", "document": "20-QĐ/ĐU", "grade": "KHT",
        "reason": "Phát hiện khuyết điểm", "step": "send",
    }  # fmt: skip
    signed_in(scene.ward.clerk).post(address, sent)

    assert [(n.kind, n.person) for n in Notice.objects.all()] == [("result_2", scene.person("plain"))]
    current = Decision.objects.get(is_current=True)
    assert (current.grade, current.regrade_of.grade, current.reason) == ("KHT", "HT", "Phát hiện khuyết điểm")


def above(scene, **more):
    """What a person fills in from the document of the committee above."""
    make.above(scene)
    address = page_of(scene, "record_above")
    body = {
        "version": version(scene, address), "body": "thi-uy", "decided_on": "04/12/2017", "document": "88-QĐ/TU",
        "grade": "TOT", "reason": "",
    }  # fmt: skip
    return address, body | more


def test_a_decision_from_above_keeps_its_scan_beside_what_was_given_here(scene):
    address, body = above(scene)
    clerk = signed_in(scene.ward.clerk)
    looked = clerk.post(address, body | {"scan": SimpleUploadedFile("quyet-dinh.pdf", PDF)})
    kept = looked.context["form"].cleaned_data["scan_kept"]
    clerk.post(address, body | {"scan_kept": kept, "step": "send"})
    decision = Decision.objects.get()
    result = clerk.get(page_of(scene, "result"))

    assert (decision.from_above, decision.grade, decision.verdict.grade) == (True, "TOT", "HT")
    assert files.content_of(decision.scan) == PDF
    assert [stage.words for stage in result.context["stages"]] == [
        "Hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ (88-QĐ/TU)",
    ]  # fmt: skip


def test_the_scan_is_given_out_to_whoever_may_see_the_result(scene):
    address, body = above(scene)
    clerk = signed_in(scene.ward.clerk)
    looked = clerk.post(address, body | {"scan": SimpleUploadedFile("quyet-dinh.pdf", PDF)})
    clerk.post(address, body | {"scan_kept": looked.context["form"].cleaned_data["scan_kept"], "step": "send"})
    file = reverse("grading:scan", args=[scene.season.key, make.member(scene, "plain").key, 1])

    assert clerk.get(file).content == PDF
    assert signed_in(scene.ward.secretaries[1]).get(file).status_code == 403


def test_a_scan_once_handed_in_is_not_asked_for_again(scene):
    address, body = above(scene, document="")
    answer = signed_in(scene.ward.clerk).post(address, body | {"scan": SimpleUploadedFile("quyet-dinh.pdf", PDF)})

    assert (answer.status_code, Decision.objects.count()) == (422, 0)
    assert f'value="{StoredFile.objects.get().sha256}"' in answer.content.decode()
    assert "Đã nhận tệp “quyet-dinh.pdf”" in answer.content.decode()


def test_a_scan_that_is_no_scan_is_refused(scene):
    address, body = above(scene)
    answer = signed_in(scene.ward.clerk).post(address, body | {"scan": SimpleUploadedFile("quyet-dinh.pdf", b"MZ")})

    assert (answer.status_code, StoredFile.objects.count()) == (422, 0)
    assert "không đúng loại" in answer.content.decode()


def test_only_a_higher_body_can_be_named(scene):
    make.above(scene)
    page = signed_in(scene.ward.clerk).get(page_of(scene, "record_above"))

    assert [key for key, _ in page.context["form"].fields["body"].choices] == ["", "thi-uy"]


def test_where_no_higher_body_is_known_the_page_says_what_to_do(scene):
    page = signed_in(scene.ward.clerk).get(page_of(scene, "record_above"))

    assert "Chưa có cấp trên nào trong cây tổ chức" in page.content.decode()


@pytest.mark.parametrize("name", ["return_line", "regrade", "record_above"])
def test_a_secretary_decides_nothing(scene, name):
    make.decided(scene, "plain", "HT")

    assert signed_in(scene.ward.secretaries[0]).get(page_of(scene, name)).status_code == 403
