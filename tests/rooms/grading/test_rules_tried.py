"""Rulebooks set side by side, and a settled season tried under another one: nothing is kept, nobody else looks."""

from io import BytesIO

import pytest
from docx import Document

from kiemdiem.cycles import queries as cycles
from kiemdiem.grading import commands
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.queries import simulating
from kiemdiem.journal.models import Entry
from kiemdiem.rulebooks import commands as rulebooks
from tests.rooms.grading import make
from tests.rooms.org import make as org

pytestmark = pytest.mark.django_db
DIFF = "/so-sanh-quy-tac/"
HX17 = "hx17"


def simulation_of(scene):
    """The address of the season's page."""
    return f"/dot/{scene.season.key}/thu-quy-tac/"


def settled():
    """The season of a judged cell, closed, on its own day."""
    scene = make.on_pages(make.judged())
    make.closed(scene)
    return scene


def read_otherwise(scene):
    """What to ask for to see a shipped book beside the committee's own reading of it."""
    rulebooks.choose_reading(
        scene.ward.body, HX17, question="quota_base", reading="after_lift", by=scene.ward.officer, at=scene.at()
    )
    return {"truoc": HX17, "sau": f"{HX17}@{scene.ward.body.key}"}


def test_a_committees_reading_is_compared_with_the_book_itself():
    scene = make.judged()
    page = make.signed_in(scene.ward.clerk).get(DIFF, read_otherwise(scene))
    assert [(one.name, one.part) for one in page.context["listed"].lines] == [("Chặt hơn", "quotas")]
    said = page.content.decode()
    assert "số còn ở mức đó sau khi nâng" in said
    assert "Số còn lại ở mức tốt sau khi nâng" in said
    assert "Hai bộ quy tắc không khác nhau." in signed(scene).get(DIFF, {"truoc": HX17, "sau": HX17}).content.decode()


def signed(scene):
    """A browser of the officer."""
    return make.signed_in(scene.ward.officer)


def test_a_season_is_compared_with_a_shipped_book_and_a_stranger_is_offered_no_season():
    scene = make.on_pages(make.judged())
    asked = {"truoc": f"dot@{scene.season.key}", "sau": HX17}
    assert make.signed_in(scene.ward.officer).get(DIFF, asked).status_code == 200
    assert make.signed_in(scene.ward.officer).get(DIFF, {**asked, "sau": "nothing"}).status_code == 404
    stranger = org.ward(beside=scene.ward).officer
    assert make.signed_in(stranger).get(DIFF, asked).status_code == 404


def test_the_comparison_is_a_word_file():
    scene = make.judged()
    words = text_of(signed(scene).get(f"{DIFF}van-ban/", read_otherwise(scene)).content)
    assert "SO SÁNH HAI BỘ QUY TẮC" in words
    assert "Chặt hơn: tỷ lệ tối đa" in words
    assert words.count("Số còn lại ở mức tốt sau khi nâng") == 1


def text_of(content: bytes) -> str:
    """Every word of a Word file."""
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def test_the_facts_of_a_season_are_tried_under_other_rules_and_nothing_is_kept():
    scene = settled()
    before = (Verdict.objects.count(), Entry.objects.count())
    other = make.rules(standards=make.STANDARDS.replace("months < 6", "months < 60000") + others())
    found = simulating.simulation(scene.season, under=other)
    assert {case.after for case in found.cases if case.kind == "member"} == {"not_graded"}
    assert found.grounds("member")[0][0].text == "Mới kết nạp chưa đủ 06 tháng"
    assert (Verdict.objects.count(), Entry.objects.count()) == before


def others() -> str:
    """The standards of the other kinds, as the small rulebook has them."""
    return "  - key: st." + make.text_of("standards").split("  - key: st.", 2)[2]


def test_under_its_own_rules_nothing_of_a_season_changes():
    scene = settled()
    found = simulating.simulation(scene.season, under=make.rules())
    assert found.cases == ()


def test_the_officer_tries_another_book_on_a_closed_season():
    scene = settled()
    client = make.signed_in(scene.ward.officer)
    assert client.get(simulation_of(scene)).status_code == 200
    page = client.get(simulation_of(scene), {"bo": HX17})
    assert page.status_code == 200
    assert "kết quả của đảng viên sẽ khác" in page.content.decode()
    assert client.get(simulation_of(scene), {"bo": "nothing"}).status_code == 404


def test_nobody_is_swayed_while_something_is_undecided():
    scene = make.on_pages(make.judged())
    answer = make.signed_in(scene.ward.officer).get(simulation_of(scene))
    assert (answer.status_code, "còn kết quả chưa quyết định" in answer.content.decode()) == (403, True)


@pytest.mark.parametrize("who", ["clerk", "supervisor", "inspector"])
def test_others_do_not_try_rules_on_people(who):
    scene = settled()
    assert make.signed_in(getattr(scene.ward, who)).get(simulation_of(scene), {"bo": HX17}).status_code == 403


def test_a_season_whose_results_are_all_decided_counts_as_settled():
    scene = make.judged()
    graded = Verdict.objects.filter(season=scene.season, is_current=True, outcome="graded").select_related("subject")
    assert not simulating.is_settled(scene.season)
    commands.decide_grades(
        scene.season,
        [commands.Chosen(cycles.subject(scene.season, verdict.subject.key), verdict.grade) for verdict in graded],
        body=scene.ward.executive_committee,
        decided_on=scene.now.date(),
        document="11-QĐ/ĐU",
        **scene.act(),
    )
    assert simulating.is_settled(scene.season)
