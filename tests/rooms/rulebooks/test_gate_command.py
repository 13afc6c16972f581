"""`gate RULEBOOK ACT FACTS`: the dry run from the console, with its exit codes."""

import json

import pytest
from django.core.management import CommandError, call_command

from kiemdiem.rulebooks import shelf

KNOWN = ", ".join(shelf.codes())
LATE = {
    "done_on": "2017-11-21",
    "window_from_on": "2017-11-17",
    "window_until_on": "2017-11-20",
}


@pytest.fixture
def facts(tmp_path):
    """A way to write facts into a file."""

    def written(content):
        path = tmp_path / "facts.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(path)

    return written


def stopped(*args, **options):
    """The exit code and sentence of a command that stops."""
    with pytest.raises(CommandError) as found:
        call_command("gate", *args, **options)
    return found.value.returncode, str(found.value)


def test_an_allowed_act_ends_well(facts, capsys):
    call_command("gate", "hx17", "hold_briefing", facts({**LATE, "done_on": "2017-11-20"}))
    assert capsys.readouterr().out == "Được phép; đã xét 1 điều kiện.\n"


def test_a_refused_act_says_why_with_its_row_and_ends_with_1(facts, capsys):
    assert stopped("hx17", "hold_briefing", facts(LATE))[0] == 1
    assert capsys.readouterr().out == (
        "Từ chối: Chưa thể ghi nhận cuộc họp quán triệt. Ngày 21/11/2017 chậm 1 ngày so với thời gian từ 17/11/2017 "
        "đến 20/11/2017 (IV.2). Kiểm tra lại ngày thực hiện; nếu đúng, ghi rõ lý do trong báo cáo. [HX17-IV.2-1]\n"
        "Không được phép: 1/1 điều kiện chưa đạt.\n"
    )


def test_the_same_as_json(facts, capsys):
    assert stopped("hx17", "hold_briefing", facts(LATE), json=True)[0] == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["allowed"], found["asked"]) == (False, 1)
    assert found["answers"][0]["rows"] == ["HX17-IV.2-1"]
    assert found["answers"][0]["numbers"] == {"days_late": 1, "days_early": 0}


def test_what_already_happened_is_marked(facts, capsys):
    call_command("gate", "hx17", "hold_briefing", facts(LATE), recording=True)
    assert capsys.readouterr().out.startswith("Sai trình tự (IV.2): Ngày 21/11/2017 chậm 1 ngày")


def test_wrong_use_ends_with_2_and_names_what_may_be_written(facts):
    assert stopped("xx99", "hold_briefing", facts(LATE)) == (2, f"Không có bộ quy tắc “xx99”. Có: {KNOWN}.")
    code, said = stopped("hx17", "fly", facts(LATE))
    assert (code, said.startswith("Không có việc “fly”. Có: pass_plan, open_season,")) == (2, True)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "(JSON): không đọc được JSON"),
        ({**LATE, "late": True}, "late: không có dữ kiện mang tên này"),
        ({**LATE, "done_on": 3}, "done_on: phải là ngày dạng YYYY-MM-DD"),
    ],
)
def test_facts_of_another_shape_end_with_2_and_their_place(facts, content, problem):
    code, said = stopped("hx17", "hold_briefing", facts(content))
    assert (code, said) == (2, f"Dữ kiện không đúng dạng của việc “hold_briefing”:\n  {problem}")


def test_a_file_that_is_not_there_ends_with_2(tmp_path):
    missing = str(tmp_path / "none.json")
    assert stopped("hx17", "hold_briefing", missing) == (2, f"Không đọc được tệp dữ kiện: {missing}")
