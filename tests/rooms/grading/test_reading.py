"""Another reading in an open season: what it would change is named first, then done by a document of the body."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import EffectiveBook, Season
from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Verdict
from kiemdiem.journal.models import Entry
from kiemdiem.org.models import Person
from tests.rooms.cycles import make as seasons
from tests.rooms.grading import make
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 5, 14, 0, tzinfo=org.ZONE)
# Six months end between the day of the judging and the end of the year: the reading of that day settles the case.
ADMITTED = date(2017, 6, 10)
QUESTION, READING = "six_month_ref_date", "year_end"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def made():
    """The ward under the plan's own rules: two members short of six months left out, one of them decided already."""
    ward = org.ward()
    Person.objects.filter(pk__in=[ward.persons[name].pk for name in ("new", "probationary")]).update(
        admitted_on=ADMITTED
    )
    made = seasons.opened(seasons.passed(seasons.drafted(ward=ward)))
    make.reviewed_on_paper(made, ("new", "probationary"), on=AT.date(), at=AT)
    commands.judge_cell(made.season, ward.cells[0], why="Họp", judged_on=AT.date(), by=ward.clerk, at=AT)
    chosen = [commands.Chosen(subject(made, "probationary"), "")]
    commands.decide_grades(
        made.season, chosen, body=ward.executive_committee, decided_on=AT.date(), document="11-QĐ/ĐU",
        by=ward.clerk, at=AT,
    )  # fmt: skip
    return made


def subject(made, name):
    return cycles.subject_of(made.season, made.ward.persons[name])


def change(made, *, act=make.DECREE, **more):
    return commands.change_reading(
        made.season, question=QUESTION, reading=READING, act=act, by=made.ward.officer, at=AT, **more
    )


def verdicts(made, name):
    found = Verdict.objects.filter(subject=subject(made, name)).order_by("number")
    return [(verdict.number, verdict.outcome, verdict.is_current) for verdict in found]


def test_the_preview_names_every_verdict_that_would_change_with_its_finding(made):
    impact = commands.rehearse(lambda: change(made))
    (moved,) = impact.of(is_decided=False)

    assert (moved.subject.name, moved.before, moved.after) == ("Bùi Thị Hạnh", "not_graded", "cannot_say")
    (finding,) = [each for each in moved.findings if each.entry.startswith("exclusion/")]
    assert (finding.before.split(":")[0], finding.after.split(":")[0]) == ("Có", "Không")


def test_the_preview_lists_the_decided_apart(made):
    impact = commands.rehearse(lambda: change(made))

    assert [(m.subject.name, m.before, m.after) for m in impact.of(is_decided=True)] == [
        ("Vũ Văn Giang", "not_graded", "cannot_say")
    ]


def test_looking_changes_nothing(made):
    entries = Entry.objects.count()
    commands.rehearse(lambda: change(made))

    assert cycles.book_of(Season.objects.get()).reading(QUESTION) == "meeting"
    assert (EffectiveBook.objects.count(), Entry.objects.count()) == (1, entries)
    assert verdicts(made, "new") == [(1, "not_graded", True)]


def test_the_act_judges_the_undecided_again_and_leaves_the_decided(made):
    impact = change(made)

    assert cycles.book_of(Season.objects.get()).reading(QUESTION) == READING
    assert verdicts(made, "new") == [(1, "not_graded", False), (2, "cannot_say", True)]
    assert verdicts(made, "probationary") == [(1, "not_graded", True)]
    # All but the decided one: nine members and their cell.
    assert impact.judged == 10


def test_every_verdict_judged_again_carries_the_mark_of_the_new_rules(made):
    change(made)
    sha = Season.objects.get().effective_sha

    marks = {v.result["receipt"]["rulebook"] for v in Verdict.objects.filter(is_current=True, decisions=None)}
    assert marks == {sha}


def test_the_journal_tells_what_changed_and_by_which_document(made):
    change(made)
    entry = Entry.objects.get(act="grading.change_reading")

    assert entry.details["document"] == "15-CV/ĐU"
    assert entry.details["changed"][subject(made, "new").key] == ["not_graded", "cannot_say"]
    assert entry.details["decided"] == [subject(made, "probationary").key]


def test_a_decided_result_is_still_proved_by_the_rules_it_was_judged_under(made):
    change(made)
    verdict = queries.current_verdict(subject(made, "probationary"))

    assert commands.judged_again(verdict).findings == queries.kept(verdict).findings


@pytest.mark.parametrize("lacking", [("", "15-CV/ĐU", "x"), ("Ban Thường vụ", "", "x"), ("Ban Thường vụ", "15", "")])
def test_a_reading_changes_by_body_document_and_reason_only(made, lacking):
    with pytest.raises(Refused, match="thiếu cơ quan quyết định"):
        change(made, act=type(make.DECREE)(*lacking))


def test_an_older_page_changes_nothing(made):
    with pytest.raises(Refused, match="vừa sửa"):
        change(made, version=made.season.version + 5)
    assert verdicts(made, "new") == [(1, "not_graded", True)]


def on_pages(made):
    Season.objects.filter(pk=made.season.pk).update(is_rehearsal=True, as_of=AT.date())
    address = reverse("grading:change_reading", args=[made.season.key, QUESTION, READING])
    return make.signed_in(made.ward.officer), address


def test_the_page_shows_what_would_change_before_anything_is_typed(made):
    officer, address = on_pages(made)
    page = officer.get(address)

    assert [(part["title"][:14], [line["name"] for line in part["lines"]]) for part in page.context["parts"]] == [
        ("Chưa quyết địn", ["Bùi Thị Hạnh"]), ("Đã quyết định:", ["Vũ Văn Giang"]),
    ]  # fmt: skip
    assert EffectiveBook.objects.count() == 1


def test_the_page_carries_the_act_out_once_it_was_looked_over(made):
    officer, address = on_pages(made)
    sent = {"version": Season.objects.get().version, "body": "Ban Thường vụ", "document": "15-CV/ĐU", "reason": "Có"}
    looked = officer.post(address, sent)
    done = officer.post(address, sent | {"step": "send"}, follow=True)

    assert {row.label: row.value for row in looked.context["rows"]}["Đổi mức (1)"] == "Bùi Thị Hạnh"
    assert "Đã đổi cách hiểu" in done.content.decode()
    assert verdicts(made, "new")[-1] == (2, "cannot_say", True)


def test_the_reading_in_force_cannot_be_chosen_again(made):
    officer, _ = on_pages(made)
    address = reverse("grading:change_reading", args=[made.season.key, QUESTION, "meeting"])

    assert officer.get(address).status_code == 404


def test_only_the_officer_changes_a_reading(made):
    _, address = on_pages(made)

    assert make.signed_in(made.ward.clerk).get(address).status_code == 403


def answers(**more):
    told = {"body": "Ban Thường vụ", "document": "15-CV/ĐU", "reason": "Có"}
    return {"version": Season.objects.get().version} | told | more


def changed_with_scan(made):
    """The act carried out on its page, with the scan of its document."""
    officer, address = on_pages(made)
    looked = officer.post(address, answers(scan=SimpleUploadedFile("cong-van.pdf", PDF)))
    kept = looked.context["form"].cleaned_data["scan_kept"]
    officer.post(address, answers(scan_kept=kept, step="send"))
    return looked, reverse("grading:reading_scan", args=[made.season.key, 2])


def test_the_scan_of_the_document_is_kept_with_the_act_and_read_again(made):
    looked, scan = changed_with_scan(made)
    officer = make.signed_in(made.ward.officer)
    page = officer.get(reverse("grading:readings", args=[made.season.key])).content.decode()

    assert {row.label: row.value for row in looked.context["rows"]}["Bản quét"] == "cong-van.pdf"
    assert (scan in page, officer.get(scan).content) == (True, PDF)
    assert EffectiveBook.objects.get(number=2).what.endswith("Ngày 31/12 của năm. Lý do: Có")


def test_a_change_without_a_scan_offers_none(made):
    officer, address = on_pages(made)
    officer.post(address, answers(step="send"))
    scan = reverse("grading:reading_scan", args=[made.season.key, 2])

    assert EffectiveBook.objects.get(number=2).scan is None
    assert (officer.get(scan).status_code, officer.get(scan.replace("/2/", "/9/")).status_code) == (404, 404)
    assert scan not in officer.get(reverse("grading:readings", args=[made.season.key])).content.decode()


def test_a_document_in_a_foreign_file_changes_nothing(made):
    officer, address = on_pages(made)
    answer = officer.post(address, answers(scan=SimpleUploadedFile("cong-van.pdf", b"MZ"), step="send"))

    assert (answer.status_code, EffectiveBook.objects.count()) == (422, 1)


def test_the_readings_and_their_documents_stay_readable_when_the_season_is_closed(made):
    _, scan = changed_with_scan(made)
    Season.objects.update(state="closed", closed_at=AT, closed_by=made.ward.officer)
    page = reverse("grading:readings", args=[made.season.key])
    seen = {}
    for name in ("officer", "clerk", "inspector", "supervisor"):
        client = make.signed_in(getattr(made.ward, name))
        shown = client.get(page)
        seen[name] = (shown.status_code, client.get(scan).status_code, "Xem trước nếu đổi" in shown.content.decode())

    assert seen == dict.fromkeys(("officer", "clerk", "inspector"), (200, 200, False)) | {
        "supervisor": (403, 403, False)
    }
