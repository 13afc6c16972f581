"""The pages of reviews: who may open them, and that their forms carry out the acts."""

from datetime import date

import pytest

from kiemdiem.cycles.models import Season
from kiemdiem.org import commands as org
from kiemdiem.reviews.commands import note_report_concluded
from kiemdiem.reviews.forms import name_of
from kiemdiem.reviews.models import Attestation, Comment, LeaderPaper, Opinion, Report, SelfReview
from kiemdiem.reviews.queries import asked_of, report_asked
from tests.rooms.cycles import make as cycles
from tests.rooms.meetings import make as meetings
from tests.rooms.org.make import account, give
from tests.rooms.reviews import make
from tests.rooms.reviews.make import task_result

pytestmark = pytest.mark.django_db
HERE = "/dot/mua-1"


def as_(client, by):
    client.force_login(by)
    return client


@pytest.fixture
def made():
    return cycles.opened()


def paper(made, who="plain"):
    return f"{HERE}/ban-kiem-diem/{made.ward.persons[who].key}/"


def texts(sections):
    return {name_of(each): "Không có" if each.answer == "rows" else "Đã làm tốt" for each in sections}


def every_address(made):
    chair, teacher = (made.ward.persons[who].key for who in ("chair", "teacher"))
    return [
        f"{HERE}/chuan-bi/cb1/",
        f"{HERE}/chuan-bi/ubnd/",
        paper(made),
        f"{paper(made)}nhap-thay/",
        f"{HERE}/bao-cao/ubnd/collective_report/",
        f"{HERE}/nhan-xet/{teacher}/residence/",
        f"{HERE}/y-kien/bch/",
        f"{HERE}/khang-dinh/cb1/",
        f"{HERE}/can-bo/{chair}/",
    ]


def test_every_page_opens_for_the_officer(client, made):
    as_(client, made.ward.officer)
    asked = every_address(made)
    assert {address: client.get(address).status_code for address in asked} == dict.fromkeys(asked, 200)


def test_the_secretary_of_another_cell_sees_nothing_of_this_ones_members(client, made):
    as_(client, made.ward.secretaries[1])
    hidden = [a for a in every_address(made) if "nhan-xet" not in a]
    assert {client.get(address).status_code for address in hidden} == {403}


def test_the_supervisor_reads_and_writes_nothing(client, made):
    as_(client, made.ward.supervisor)
    page = client.get(paper(made))
    assert (page.status_code, "Lưu và xem lại" in page.content.decode()) == (200, False)
    assert client.post(paper(made), {"s-item-rm1_1": "x"}).status_code == 422
    desk = client.get(f"{HERE}/chuan-bi/cb1/").content.decode()
    assert [way for way in ("/nhan-xet/", "/khang-dinh/", "/y-kien/") if way in desk] == []
    assert SelfReview.objects.count() == 0


def test_a_self_review_is_written_looked_over_and_handed_in(client, made):
    as_(client, made.ward.officer)
    asked = asked_of(made.season, made.ward.persons["plain"], on=date(2017, 11, 25))
    saved = client.post(paper(made), texts(asked.sections))
    assert saved["Location"] == f"{paper(made)}nop/"
    looked_over = client.get(f"{paper(made)}nop/").content.decode()
    assert ("Đã làm tốt" in looked_over, "Nộp bản kiểm điểm</button>" in looked_over) == (True, True)
    kept = SelfReview.objects.get()
    done = client.post(f"{paper(made)}nop/", {"version": kept.version})
    assert (done.status_code, SelfReview.objects.get().state) == (302, "submitted")


def test_what_is_missing_is_named_and_what_was_written_is_kept(client, made):
    as_(client, made.ward.officer)
    client.post(paper(made), {"s-item-rm1_1": "Luôn trung thành"})
    kept = SelfReview.objects.get()
    answer = client.post(f"{paper(made)}nop/", {"version": kept.version})
    assert (answer.status_code, "Còn 15 phần chưa viết" in answer.content.decode()) == (422, True)
    assert SelfReview.objects.get().sections["item.rm1_1"] == "Luôn trung thành"


def test_a_page_opened_before_a_colleague_saved_overwrites_nothing(client, made):
    as_(client, made.ward.officer)
    client.post(paper(made), {"s-item-rm1_1": "một"})
    seen = SelfReview.objects.get().version
    client.post(paper(made), {"version": seen, "s-item-rm1_1": "hai"})
    stale = client.post(paper(made), {"version": seen, "s-item-rm1_1": "ba"})
    unsaid = client.post(paper(made), {"s-item-rm1_1": "bốn"})
    assert (stale.status_code, unsaid.status_code) == (422, 422)
    assert "ba" in stale.content.decode()
    assert SelfReview.objects.get().sections["item.rm1_1"] == "hai"


def test_the_clerk_ticks_a_paper_received(client, made):
    as_(client, made.ward.clerk)
    answers = {"paper": "Bản viết tay ký ngày 24/11", "is_whole": "on", "submitted_on": "25/11/2017"}
    assert client.post(f"{paper(made)}nhap-thay/", answers).status_code == 302
    kept = SelfReview.objects.get()
    assert (kept.state, kept.entered, kept.keyed_by) == ("submitted", "paper", made.ward.clerk)
    assert "nhập thay, theo bản giấy" in client.get(f"{HERE}/chuan-bi/cb1/").content.decode()


def test_a_member_writes_his_own_on_his_own_account(client, made):
    own = account("dangvien")
    give(own, "member", made.ward.cells[0], by=made.ward.administrator, at=make.AT)
    org.tie_account(made.ward.persons["plain"], own, by=made.ward.officer, at=make.AT)
    as_(client, own)
    assert client.post(paper(made), {"s-item-rm1_1": "Tôi"}).status_code == 302
    assert client.get(paper(made, "deputy")).status_code == 403
    assert client.post(f"{paper(made)}xac-nhan/", {}).status_code == 422


def test_a_report_is_written_sent_and_completed(client, made):
    as_(client, made.ward.officer)
    address = f"{HERE}/bao-cao/ubnd/collective_report/"
    asked = report_asked(made.season, made.ward.peoples_committee, kind="collective_report")
    client.post(address, texts(asked.sections))
    sending = {"version": Report.objects.get().version, "people": made.ward.persons["chair"].key, "proof": "letter"}
    sending |= {"sent_on": "25/11/2017", "meeting_on": "29/11/2017", "paper": "Sổ công văn đi"}
    assert client.post(f"{address}gui/", sending).status_code == 302
    told = {"kind": "collective", "on": date(2017, 11, 29), "by": made.ward.officer, "at": make.AT}
    note_report_concluded(made.season, made.ward.peoples_committee, **told)
    final = {"version": Report.objects.get().version, "reason": "Theo kết luận", "happened_on": "29/11/2017"}
    final |= {"paper": "Báo cáo hoàn thiện, ký ngày 29/11/2017"}
    unsaid = client.post(f"{address}hoan-thien/", {**final, **texts(asked.sections)})
    assert "Hoàng Văn Dũng" in client.get(address).content.decode()
    assert unsaid.status_code == 302
    done = Report.objects.get()
    assert (done.number, done.marks.count(), done.versions.last().paper) == (2, 0, final["paper"])


def test_a_line_of_persons_with_a_missing_part_is_asked_again(client, made):
    as_(client, made.ward.officer)
    address = f"{HERE}/bao-cao/ubnd/collective_report/"
    wrong = client.post(address, {"s-item-rc5": "Nguyễn Văn A; biểu hiện; nguyên nhân"})
    assert (wrong.status_code, "có 3 phần, cần đủ 5 phần" in wrong.content.decode()) == (422, True)
    client.post(address, {"s-item-rc5": "Nguyễn Văn A; bàng quan; chủ quan; học tập; 30/6/2018"})
    assert Report.objects.get().sections["item.rc5"] == [
        {
            "person": "Nguyễn Văn A",
            "sign": "bàng quan",
            "cause": "chủ quan",
            "solution": "học tập",
            "due_on": "30/6/2018",
        }
    ]


def test_a_comment_is_asked_for_and_received_on_one_page(client, made):
    as_(client, made.ward.secretaries[1])
    address = f"{HERE}/nhan-xet/{made.ward.persons['teacher'].key}/residence/"
    client.post(address, {"asked_of": "Chi ủy Tổ dân phố 2", "asked_on": "22/11/2017"})
    answers = {"version": Comment.objects.get().version, "text": "Gương mẫu", "signer": "Bí thư", "paper": "Phiếu ký"}
    client.post(address, {**answers, "received_on": "25/11/2017"})
    assert (Comment.objects.get().text, Comment.objects.get().received_on) == ("Gương mẫu", date(2017, 11, 25))


def test_under_a_rulebook_without_leaders_papers_the_page_says_so(client):
    scene = meetings.scene(as_of=meetings.DAY)
    as_(client, scene.ward.officer)
    leader = f"/dot/{scene.season.key}/can-bo/{scene.person('standing').key}/"
    assert leader not in client.get(f"/dot/{scene.season.key}/chuan-bi/bch/").content.decode()
    asked = client.get(leader)
    assert (asked.status_code, "không có mẫu nhận xét, đánh giá riêng" in asked.content.decode()) == (403, True)


def test_an_opinion_a_statement_and_a_leaders_paper_are_keyed(client, made):
    as_(client, made.ward.officer)
    plain, chair = made.ward.persons["plain"].key, made.ward.persons["chair"].key
    signed = {"paper": "Văn bản đã ký"}
    client.post(f"{HERE}/y-kien/bch/", {"from_key": "mttq", "text": "Đồng tình", "received_on": "25/11/2017", **signed})
    stated = task_result(made, plain, stated_on="25/11/2017")
    client.post(f"{HERE}/khang-dinh/cb1/", {**stated, **signed, "step": "send"})
    client.post(f"{HERE}/can-bo/{chair}/", {"text": "Tự nhận xét", "written_on": "25/11/2017", **signed})
    found = (Opinion.objects.get().text, Attestation.objects.get().level, LeaderPaper.objects.get().form_code)
    assert found == ("Đồng tình", "good", "01-ĐG.CBLĐQL")


def test_nothing_is_written_in_a_season_that_is_not_open(client):
    made = cycles.drafted()
    as_(client, made.ward.officer)
    answer = client.post(f"{HERE}/y-kien/bch/", {"from_key": "mttq", "text": "x", "received_on": "25/11/2017"})
    assert (answer.status_code, Opinion.objects.count()) == (422, 0)
    assert Season.objects.get().state == "draft"
