"""Every command used wrongly: exit code 1 or 2, a sentence in Vietnamese, no traceback, and nothing has changed."""

import signal
import subprocess
import sys

import pytest

from kiemdiem.config import cli
from tests.house import bad
from tests.house.staged import House, surroundings
from tests.house.wrong_uses import own_commands, wrong_uses

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("staged house")]
VIETNAMESE = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùýĐ")

# A wrong use that begins to serve or to play would never end by itself.
PATIENCE = 300


class Endless(Exception):  # noqa: N818 - what the command is, not a fault of the test
    """The command does not end."""


def stop(*_: object) -> None:
    """Stops a command that does not end."""
    raise Endless


def said_wrongly(code: object, said: str) -> str:
    """What is wrong with the answer to a wrong use; nothing when it is as it should be."""
    if code not in (1, 2):
        return f"exit code {code}"
    if "Traceback" in said or "Error(" in said:
        return "a traceback"
    return "" if VIETNAMESE & set(said) else f"no Vietnamese sentence: {said[-200:]}"


def called(words: list[str], monkeypatch, capsys) -> tuple[object, str]:
    """The exit code of a command run in this process, and what it said."""
    monkeypatch.setattr(sys, "argv", ["kiemdiem", *words])
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        cli.main()
        code: object = 0
    except SystemExit as ended:
        code = ended.code
    except Exception as fault:
        code = repr(fault)
    finally:
        signal.alarm(0)
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_wrong_uses_end_with_a_sentence_and_change_nothing(house: House, tmp_path, monkeypatch, capsys):
    before, found = bad.checksum(), {}
    for words in wrong_uses(tmp_path):
        wrong = said_wrongly(*called(words, monkeypatch, capsys))
        if wrong:
            found[" ".join(word[:60] for word in words)] = wrong
    assert found == {}
    assert bad.checksum() == before


@pytest.mark.parametrize("name", own_commands())
def test_a_home_that_cannot_be_used_is_told_by_every_command(name: str, tmp_path):
    (tmp_path / "tep").write_text("đây là một tệp")
    command = [sys.executable, "-m", "kiemdiem.config.cli", name]
    done = subprocess.run(
        command,
        env=surroundings(tmp_path / "tep"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said_wrongly(done.returncode, done.stderr) == ""
    assert (tmp_path / "tep").read_text() == "đây là một tệp"
