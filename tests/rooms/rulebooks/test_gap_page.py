"""What the text leaves to another act is entered value by value, with errors at the value that is wrong."""

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.core.law.sections.questions import Gap
from kiemdiem.rulebooks import forms, queries, shelf
from kiemdiem.rulebooks.models import Overlay
from tests.rooms.org import make
from tests.rooms.rulebooks.test_overlays import SCALE

pytestmark = pytest.mark.django_db
PAGE = "/quy-tac/hx17/db/cach-hieu/bo-sung/party_body_scale/"
TOP, LOW = SCALE["levels"]
WHOLE = {
    "reason": "Hướng dẫn 27",
    "g-levels-0-code": TOP["code"], "g-levels-0-name": TOP["name"],
    "g-levels-1-code": LOW["code"], "g-levels-1-name": LOW["name"],
    **{f"g-parts-{n}-": str(points) for n, points in enumerate(SCALE["parts"])},
    "g-bands-0-": "50", "g-bands-1-": "0",
}  # fmt: skip


@pytest.fixture
def ward():
    return make.ward()


@pytest.fixture
def officer(client, ward):
    client.force_login(ward.officer)
    return client


def test_the_officer_enters_value_by_value_and_reads_it_back(officer, ward):
    assert officer.post(PAGE, WHOLE).status_code == 302
    [filling] = queries.fillings(ward.body, "hx17")
    assert filling.content == SCALE
    read = officer.get("/quy-tac/hx17/db/cach-hieu/").content.decode()
    assert (read.count("Mức 2 – Tên đầy đủ"), read.count("Mức hai")) == (1, 1)
    again = officer.get(PAGE).context["form"]
    assert [again["g-levels-1-name"].value(), again["g-bands-0-"].value()] == ["Mức hai", 50]


def test_the_page_speaks_of_no_format_and_names_each_part(officer):
    page = officer.get(PAGE).content.decode()
    assert [page.count(word) for word in ("JSON", "{&quot;", "party_body_scale:")] == [0, 0, 0]
    assert page.count("Công tác chính trị tư tưởng") == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("g-levels-1-name", "", "Chưa nhập “Mức 2 – Tên đầy đủ”."),
        ("g-parts-1-", "", "Chưa nhập “Công tác chính trị tư tưởng”."),
        ("g-parts-1-", "0", "“Công tác chính trị tư tưởng” không được nhỏ hơn 1."),
        ("g-parts-1-", "1,5", "“Công tác chính trị tư tưởng” phải là số nguyên, chỉ gồm chữ số."),
        ("g-bands-0-", "101", "“Điểm thấp nhất của mức 1” không được lớn hơn 100."),
        ("g-levels-3-code", "D", "Chưa nhập “Mức 3 – Mã”."),
        ("g-parts-1-", "21", "các phần cộng lại 101 điểm, không phải 100"),
        ("reason", "", "Chưa nhập “Căn cứ: số, ngày, cơ quan ban hành”."),
    ],
)
def test_a_wrong_value_is_told_where_it_is_and_nothing_is_lost(officer, field, value, said):
    answer = officer.post(PAGE, {**WHOLE, field: value})
    page = answer.content.decode()
    assert (answer.status_code, Overlay.objects.count()) == (422, 0)
    assert (page.count(said) > 0, page.count('value="Mức một"')) == (True, 1)


def test_rows_left_empty_at_the_end_are_no_content(officer, ward):
    officer.post(PAGE, {**WHOLE, "g-levels-2-code": "  ", "g-bands-2-": ""})
    assert queries.fillings(ward.body, "hx17")[0].content == SCALE


@pytest.mark.parametrize("code", queries.codes())
def test_every_gap_of_every_shipped_book_can_be_asked_for(code):
    for gap in shelf.rulebook(code).gaps.gaps:
        form = forms.FillGapForm(gap=gap)
        assert [title for title, _ in form.parts()] == [each["title"] for each in gap.fills["properties"].values()]


def test_a_single_value_is_asked_for_as_one_and_an_unknown_kind_is_refused():
    said = {"key": "g", "rows": (), "clause": "I", "text": "Nội dung", "source": "Nguồn", "blocks": "xét"}
    one = {"type": "object", "required": ["most"], "properties": {"most": {"title": "Tối đa", "type": "integer"}}}
    form = forms.FillGapForm({"g-most-0-": "7", "reason": "x"}, gap=Gap(**said, fills=one))
    assert (form.is_valid(), form.cleaned_data["content"]) == (True, {"most": 7})
    one["properties"]["most"]["type"] = "number"
    with pytest.raises(Refused, match="Tối đa"):
        forms.FillGapForm(gap=Gap(**said, fills=one))
