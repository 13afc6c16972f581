"""The scan behind an entry keyed from paper: looked at, kept by its hash, read by whoever reads the entry."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kiemdiem.files.models import StoredFile
from kiemdiem.reviews.models import Attestation, Comment, Delivery, LeaderPaper, Opinion, Report, SelfReview
from kiemdiem.reviews.queries import report_asked
from tests.rooms.cycles import make as cycles
from tests.rooms.reviews.make import task_result
from tests.rooms.reviews.test_pages import HERE, as_, paper, texts

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n"
DAY = "25/11/2017"


@pytest.fixture
def made():
    return cycles.opened()


def file(content=PDF, name="Bản ký.pdf"):
    return SimpleUploadedFile(name, content)


def signed(**more):
    return {"paper": "Bản giấy ký ngày 24/11/2017", "scan": file(), **more}


def keyed(client, made):
    """Every kind of entry keyed from paper on its page, each with a scan."""
    plain, chair, teacher = (made.ward.persons[who].key for who in ("plain", "chair", "teacher"))
    asked = report_asked(made.season, made.ward.peoples_committee, kind="collective_report")
    report = f"{HERE}/bao-cao/ubnd/collective_report/"
    client.post(f"{paper(made)}nhap-thay/", signed(submitted_on=DAY, is_whole="on"))
    client.post(f"{report}nhap-thay/", signed(finished_on=DAY, **texts(asked.sections)))
    sent = {"version": Report.objects.get().version, "people": chair, "proof": "letter", "sent_on": DAY}
    client.post(f"{report}gui/", signed(**sent, meeting_on="29/11/2017"))
    client.post(f"{HERE}/nhan-xet/{teacher}/residence/", {"asked_of": "Chi ủy", "asked_on": "22/11/2017"})
    came = {"version": 1, "signer": "Bí thư", "received_on": DAY, "is_whole": "on"}
    client.post(f"{HERE}/nhan-xet/{teacher}/residence/", signed(**came))
    client.post(f"{HERE}/y-kien/bch/", signed(from_key="mttq", text="Đồng tình", received_on=DAY))
    stated = task_result(made, plain, stated_on=DAY)
    client.post(f"{HERE}/khang-dinh/cb1/", signed(**stated, step="send"))
    client.post(f"{HERE}/can-bo/{chair}/", signed(text="Tự nhận xét", written_on=DAY))


def places(made):
    """Where each entry is shown, with what its scan's address begins with."""
    chair, teacher = (made.ward.persons[who].key for who in ("chair", "teacher"))
    report = f"{HERE}/bao-cao/ubnd/collective_report/"
    return {
        "ban-kiem-diem": (paper(made), SelfReview), "bao-cao": (report, Report), "viec-gui": (report, Delivery),
        "nhan-xet": (f"{HERE}/nhan-xet/{teacher}/residence/", Comment),
        "y-kien": (f"{HERE}/chuan-bi/bch/", Opinion),
        "khang-dinh": (f"{HERE}/khang-dinh/cb1/", Attestation),
        "can-bo": (f"{HERE}/can-bo/{chair}/", LeaderPaper),
    }  # fmt: skip


def test_every_entry_from_paper_links_to_its_scan_and_the_scan_is_read_there(client, made):
    as_(client, made.ward.officer)
    keyed(client, made)
    for of, (page, model) in places(made).items():
        url = f"{HERE}/ban-chup/{of}/{model.objects.get().pk}/"
        assert url in client.get(page).content.decode(), of
        answer = client.get(url)
        assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf"), of
    assert StoredFile.objects.get().sha256 == hashlib.sha256(PDF).hexdigest()


def test_a_scan_is_read_by_whoever_reads_its_entry_and_by_nobody_else(client, made):
    as_(client, made.ward.officer)
    keyed(client, made)
    urls = [f"{HERE}/ban-chup/{of}/{model.objects.get().pk}/" for of, (_, model) in places(made).items()]
    as_(client, made.ward.secretaries[1])
    found = dict(zip(places(made), (client.get(url).status_code for url in urls), strict=True))
    client.logout()
    assert found == {**dict.fromkeys(places(made), 403), "nhan-xet": 200}
    assert {client.get(url).status_code for url in urls} == {302}


def test_the_supervisor_reads_the_scan_of_a_self_review_and_not_of_a_statement(client, made):
    as_(client, made.ward.officer)
    keyed(client, made)
    as_(client, made.ward.supervisor)
    shown = client.get(f"{HERE}/ban-chup/ban-kiem-diem/{SelfReview.objects.get().pk}/").status_code
    hidden = client.get(f"{HERE}/ban-chup/khang-dinh/{Attestation.objects.get().pk}/").status_code
    assert (shown, hidden) == (200, 403)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.pdf", "rỗng"),
        (b"MZ\x90", "a.pdf", "nội dung không đúng loại .pdf"),
        (PDF, "a.exe", "phải có đuôi .pdf, .jpg, .jpeg, .png"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_nothing_is_keyed(client, made, content, name, said):
    as_(client, made.ward.officer)
    answers = {"paper": "Bản viết tay", "submitted_on": DAY, "is_whole": "on", "scan": file(content, name)}
    answer = client.post(f"{paper(made)}nhap-thay/", answers)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert (SelfReview.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_scan_without_the_papers_name_is_refused(client, made):
    as_(client, made.ward.officer)
    sent = {"from_key": "mttq", "text": "Đồng tình", "received_on": f"{cycles.AT:%d/%m/%Y}", "scan": file()}
    answer = client.post(f"{HERE}/y-kien/bch/", sent)
    assert (answer.status_code, Opinion.objects.count(), StoredFile.objects.count()) == (422, 0, 0)


def test_an_unknown_or_foreign_scan_is_not_found(client, made):
    as_(client, made.ward.officer)
    keyed(client, made)
    kept = SelfReview.objects.get()
    bare = Comment.objects.create(
        key="x", season=made.season, person=made.ward.persons["deputy"], kind="residence", form_code="2a",
        asked_of="Chi ủy", asked_on=cycles.REGISTER_ON, keyed_at=cycles.AT, keyed_by=made.ward.officer,
    )  # fmt: skip
    asked = ("khong-co/1", f"ban-kiem-diem/{kept.pk + 99}", f"nhan-xet/{bare.pk}")
    assert [client.get(f"{HERE}/ban-chup/{each}/").status_code for each in asked] == [404, 404, 404]
