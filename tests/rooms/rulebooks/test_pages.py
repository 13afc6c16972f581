"""The pages of rulebooks: the shelf, the clauses, the committee's readings."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kiemdiem.rulebooks import commands, queries
from kiemdiem.rulebooks.models import AttachedAct, Overlay, Signature
from kiemdiem.rulebooks.viewer import anchor_of, viewed
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
READINGS = "/quy-tac/hx17/db/cach-hieu/"


def as_(client, account):
    client.force_login(account)
    return client


def test_every_book_opens_for_whoever_has_a_role_with_its_longest_chapter(client):
    ward = make.ward()
    as_(client, ward.secretaries[0])
    for code in queries.codes():
        longest = max(viewed(queries.rulebook(code)).chapters, key=lambda one: len(one.placed))
        for place in ("", f"muc/{longest.key}/", f"muc/{longest.key}/?trang=2"):
            assert (place, client.get(f"/quy-tac/{code}/{place}").status_code) == (place, 200)
    assert client.get("/quy-tac/").status_code == 200
    assert client.get("/quy-tac/hx17/muc/nothing/").status_code == 404


def test_every_entry_of_every_book_has_one_place():
    for code in queries.codes():
        book = viewed(queries.rulebook(code))
        anchors = [(book.where[id(one)][0].key, anchor_of(one)) for one in book.placed]
        assert sorted(anchors) == sorted(set(anchors))
        assert len({chapter.key for chapter in book.chapters}) == len(book.chapters)


def test_the_viewer_shows_wording_values_rows_and_reading(client):
    ward = make.ward()
    page = as_(client, ward.officer).get("/quy-tac/hx17/muc/iii-1-3-a/").content.decode()
    assert "Trên 2/3 số đảng viên chính thức bỏ phiếu tán thành (lần thứ hai)" in page
    assert "phải trên 2/3 “Số đảng viên chính thức của chi bộ ở lần bỏ phiếu thứ hai”." in page
    assert "Theo cách hiểu: Số đảng viên chính thức của chi bộ, không kể người được miễn" in page
    assert "HX17-III.1.3.a-2" in page
    assert "14 phiếu của 21 người đúng bằng 2/3, chưa phải trên 2/3" in page
    assert "HTXSNV" not in page


def test_a_committees_book_is_read_as_it_chose_to_read_it(client):
    ward = make.ward()
    commands.choose_reading(ward.body, "hx17", question="quota_base", reading="after_lift", by=ward.officer, at=ward.at)
    as_(client, ward.clerk)
    chosen = "Cách hiểu khác mặc định"
    assert chosen in client.get("/quy-tac/hx17/?cap-uy=db").content.decode()
    assert chosen not in client.get("/quy-tac/hx17/").content.decode()
    quota = client.get("/quy-tac/hx17/tim/?q=&phan=quotas&cap-uy=db").content.decode()
    assert "/quy-tac/hx17/muc/iii-1-4/?cap-uy=db" in quota


def test_a_stranger_to_the_committee_does_not_read_its_book(client):
    ward = make.ward()
    other = make.ward(beside=ward)
    assert as_(client, other.officer).get(f"/quy-tac/hx17/?cap-uy={ward.body.key}").status_code == 403


@pytest.mark.parametrize("words", ["ty le", "TỶ LỆ", "tỉ lệ tối đa", "HX17-III.1.4-7"])
def test_the_book_is_searched_without_marks(client, words):
    ward = make.ward()
    as_(client, ward.clerk)
    found = client.get("/quy-tac/hx17/tim/", {"q": words}).context["found"]
    keys = {one.entry.key for one in found.lines}
    assert ("quota.excellent_members" in keys) == (words != "tỉ lệ tối đa")


def test_the_officer_chooses_a_reading_on_the_page(client):
    ward = make.ward()
    as_(client, ward.officer)
    answer = client.post(f"{READINGS}chon/quota_base/", {"reading": "after_lift", "reason": "Theo hướng dẫn"})
    assert (answer.status_code, Overlay.objects.get().value) == (302, "after_lift")
    assert "Theo hướng dẫn" in client.get(READINGS).content.decode()


def test_the_clerk_reads_the_readings_and_chooses_none(client):
    ward = make.ward()
    as_(client, ward.clerk)
    page = client.get(READINGS)
    assert (page.status_code, "Chọn cách hiểu" in page.content.decode()) == (200, False)
    assert client.post(f"{READINGS}chon/quota_base/", {"reading": "after_lift"}).status_code == 422
    assert Overlay.objects.count() == 0


def test_a_reading_the_book_does_not_offer_is_asked_again(client):
    ward = make.ward()
    answer = as_(client, ward.officer).post(f"{READINGS}chon/quota_base/", {"reading": "nearest"})
    assert (answer.status_code, Overlay.objects.count()) == (422, 0)


def test_the_signature_is_recorded_for_what_was_shown(client):
    ward = make.ward()
    as_(client, ward.officer)
    sha = queries.rulebook_of(ward.body, "hx17").sha256
    assert sha in client.get(f"{READINGS}ky/-/").content.decode()
    client.post(f"{READINGS}ky/-/", {"sha": sha, "signer": "Bí thư", "signed_on": "01/11/2017"})
    assert Signature.objects.get().effective_sha == sha


def test_an_unknown_question_is_not_found(client):
    ward = make.ward()
    assert as_(client, ward.officer).get(f"{READINGS}chon/nothing/").status_code == 404


ACT = "Đầu văn bản\nIII. Đánh giá\n1.3. Phân loại\na) Đoạn của văn bản gốc về mức xuất sắc\nb) Đoạn khác"


def attached(client, name="van-ban.txt", content=ACT):
    """The answer to an act handed in on the page."""
    return client.post("/quy-tac/hx17/van-ban/", {"act": SimpleUploadedFile(name, content.encode())})


def test_the_attached_act_stands_beside_its_clauses(client):
    ward = make.ward()
    assert attached(as_(client, ward.officer)).status_code == 302
    page = as_(client, ward.clerk).get("/quy-tac/hx17/muc/iii-1-3-a/").content.decode()
    assert ("Đoạn của văn bản gốc về mức xuất sắc" in page, "Đoạn khác" in page) == (True, False)
    assert client.get("/quy-tac/hx17/van-ban/tep/").content.decode() == ACT


def test_an_act_attached_again_replaces_the_one_before(client):
    ward = make.ward()
    as_(client, ward.officer)
    attached(client)
    attached(client, content=ACT.replace("Đoạn của văn bản gốc", "Bản sửa"))
    assert AttachedAct.objects.filter(replaced_by=None).get().text.count("Bản sửa") == 1
    assert AttachedAct.objects.count() == 2


@pytest.mark.parametrize(("name", "content"), [("anh.png", "x"), ("hong.docx", "x"), ("trong.txt", "")])
def test_what_is_no_act_is_refused_with_a_reason(client, name, content):
    ward = make.ward()
    assert (attached(as_(client, ward.officer), name, content).status_code, AttachedAct.objects.count()) == (422, 0)


def test_the_clerk_attaches_no_act(client):
    ward = make.ward()
    assert (attached(as_(client, ward.clerk)).status_code, AttachedAct.objects.count()) == (422, 0)
