"""The commands on rules: what they print, and the exit code that says how it went."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kiemdiem.rulebooks import shelf
from tests.clauses.hx17.grading import CELL, MEMBER
from tests.core.law.test_broken_books import TABLE, changed, cut


def said(*command, code=0):
    """What a command prints; it must end with the exit code."""
    out = StringIO()
    if code == 0:
        call_command(*command, stdout=out)
        return out.getvalue()
    with pytest.raises(CommandError) as stopped:
        call_command(*command, stdout=out)
    assert stopped.value.returncode == code
    return out.getvalue() + str(stopped.value)


@pytest.fixture
def facts(tmp_path):
    """Writes facts to a file and gives its place."""

    def written(content, name="facts.json"):
        place = tmp_path / name
        place.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(place)

    return written


def test_the_rulebooks_are_listed():
    assert tuple(line.split()[0] for line in said("rulebook", "list").splitlines()) == shelf.codes()


def test_a_rulebook_is_shown_with_its_clauses_and_readings():
    shown = said("rulebook", "show", "hx17")
    assert "[III.1.3.a] Trên 2/3 số đảng viên chính thức bỏ phiếu tán thành (lần thứ hai)" in shown
    assert "* enrolled: Số đảng viên chính thức của chi bộ, không kể người được miễn" in shown


def test_a_sound_rulebook_is_found_sound():
    assert shelf.rulebook("hx17").sha256 in said("rulebook", "check", "hx17")


def test_two_readings_of_a_rulebook_are_compared_in_words():
    told = said("rulebook", "diff", "hx17", "hx17", "--reading", "quota_base=after_lift")
    assert "▲ Chặt hơn (tỷ lệ tối đa)" in told
    assert told.splitlines()[-1] == "Chặt hơn: 1"
    said("rulebook", "diff", "hx17", "hx17", "--reading", "quota_base=nothing", code=2)


def test_a_rulebook_differs_in_nothing_from_itself():
    assert said("rulebook", "diff", "hx17", "hx17").strip() == "Không có khác nhau."


def test_a_spoiled_folder_is_refused_with_file_line_and_entry(tmp_path):
    for name, text in shelf.texts("hx17").items():
        (tmp_path / name).write_text(text.replace("percent: 15", "percent: 115"), encoding="utf-8")
    found = said("rulebook", "check", str(tmp_path), "--catalogue", "hx17", code=1)
    assert "quotas.yaml:11 [quota.excellent_members]: 'percent' không thể là 115" in found


def test_every_broken_folder_is_refused_with_all_its_sentences(tmp_path):
    for number, one in enumerate(TABLE):
        place = tmp_path / str(number)
        place.mkdir()
        for name, text in changed(one).items():
            (place / name).write_text(text.replace("R-1]", "HX17-0-1]"), encoding="utf-8", newline="")
        found = said("rulebook", "check", str(place), "--catalogue", "hx17", code=1)
        told = [*one["said"], f"{len(one['said'])} chỗ sai."]
        assert cut(found.splitlines(), told) == told


def test_what_is_no_text_at_all_is_refused_too(tmp_path):
    (tmp_path / "quotas.yaml").write_bytes(b"a: 1\nb: T\xfb l\xea\n")
    (tmp_path / "plan.yaml").mkdir()
    found = said("rulebook", "check", str(tmp_path), "--catalogue", "hx17", code=1)
    assert [line.split(" → ")[0] for line in found.splitlines()] == [
        "plan.yaml: không mở được tệp này",
        "quotas.yaml:2: có chữ không theo bảng mã UTF-8",
        "2 chỗ sai.",
    ]


@pytest.mark.parametrize(
    "command",
    [
        ("rulebook", "show", "none"),
        ("rulebook", "check", "/nowhere"),
        ("facts", "schema", "hx17", "village"),
        ("judge", "hx17", "/nowhere"),
        ("judge", "none", "/nowhere"),
    ],
)
def test_what_is_not_there_is_wrong_use(command):
    assert "Không có" in said(*command, code=2)


def test_the_schema_of_facts_is_printed():
    schema = json.loads(said("facts", "schema", "hx17", "member"))
    assert schema["required"] == ["subject", "cell", "party_body"]


def test_facts_are_judged_on_two_databases_from_the_bottom_up(facts):
    cell = {key: value for key, value in CELL.items() if not key.startswith("members_") or key == "members_enrolled"}
    place = facts({"member": [MEMBER], "cell": [cell]})
    found = json.loads(said("judge", "hx17", place, "--engine", "sqlite,duckdb", "--json"))
    assert found["member"][0]["reached"] == "HTXSNV"
    assert found["cell"][0]["grade"] == "TSVM"


def test_a_verdict_is_printed_for_people(facts):
    found = said("judge", "hx17", facts({"member": [MEMBER | {"votes_excellent": 14}]}))
    assert found.splitlines()[0] == "m1: Xếp loại HTTNV"
    assert "✗ Không đạt: Trên 2/3 số đảng viên chính thức bỏ phiếu tán thành" in found


def test_facts_are_read_from_tables(facts, tmp_path):
    header = "subject,party_body,points_sum,points_slips,task_result,united,front_mass_lowest,members_pending"
    facts(f"{header}\nc1,ward,40000,10,basic,true,,0\n", name="cell.csv")
    found = json.loads(said("judge", "hx17", str(tmp_path), "--json"))
    values = {fact: value for one in found["cell"][0]["findings"] for fact, value in one["values"].items()}
    assert values["points"] == {"sum": 40000, "slips": 10}
    assert (values["front_mass_lowest"], values["task_result"], values["united"]) == (None, "basic", True)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"votes_good": 30}, "votes_good"),
        ({"votes_done": -1}, "votes_done"),
        ({"dome": 1}, "dome"),
        ({"task_result": "superb"}, "task_result"),
        ({"is_ccvc": "yes"}, "is_ccvc"),
    ],
)
def test_facts_that_cannot_be_are_refused_by_row_and_column(facts, change, column):
    found = said("judge", "hx17", facts({"member": [MEMBER | change]}), code=1)
    assert f"dòng 1 (m1), cột {column}:" in found


@pytest.mark.parametrize("content", ["", "[]", "{", '{"member": 5}', '{"village": []}'])
def test_a_file_that_holds_no_facts_is_wrong_use(facts, content):
    said("judge", "hx17", facts(content), code=2)


def test_another_reading_can_be_asked(facts):
    place = facts({"member": [MEMBER | {"enrolled_2": 30}]})
    present = json.loads(said("judge", "hx17", place, "--reading", "hx_denominator=present", "--json"))
    assert present["member"][0]["reached"] == "HTXSNV"
    said("judge", "hx17", place, "--reading", "hx_denominator=all", code=2)


def test_the_same_facts_are_tried_under_another_reading(facts):
    people = [MEMBER | {"subject": f"m{n}", "votes_excellent": 21 - n} for n in range(1, 8)]
    place = facts({"member": people})
    told = said("rulebook", "simulate", "hx17", "hx17", place, "--reading", "quota_rounding=up")
    assert "== Đảng viên: 7 trường hợp, 1 thay đổi ==" in told
    assert "    m2: Hoàn thành tốt nhiệm vụ → Hoàn thành xuất sắc nhiệm vụ" in told
    assert "HX17-III.1.4-7" in told


def test_facts_of_one_rulebook_are_tried_under_another_that_asks_for_more(facts):
    place = facts({"member": [MEMBER]})
    found = json.loads(said("rulebook", "simulate", "hx17", "dl19", place, "--json"))
    (case,) = found["cases"]
    assert (case["subject"], case["after"], case["direction"]) == ("m1", "cannot_say", "otherwise")
    assert "Số sản phẩm cụ thể đã lượng hóa" in found["unknown"]["member"]
    assert ["DL19-II.2.3.d-3"] in [ground["rows"] for ground in case["grounds"]]


def test_facts_that_cannot_be_are_not_tried(facts):
    place = facts({"member": [MEMBER | {"votes_good": 30}]})
    assert "votes_good" in said("rulebook", "simulate", "hx17", "dl19", place, code=1)
    assert "Không có" in said("rulebook", "simulate", "hx17", "dl19", "/nowhere", code=2)
