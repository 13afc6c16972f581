"""Ways of using the commands of the console wrongly, read off the commands themselves."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from django.core.management import get_commands, load_command_class

# What is written there; every other path is read.
WRITTEN = {"to", "into", "out"}
WRITERS = {("template", "file")}
# What a right use would say, to get as far as the one thing that is wrong.
RIGHT = {"rulebook": "hx17", "subject": "member", "act": "record_decision"}
# Words that may be anything: of this machine, of a committee above; and those of a person, which must be a name.
FREE = {"name", "host", "superior"}
NAMES = {"names", "username", "new"}
# What every command has from the framework, which is no business of an operator.
GIVEN = {
    "help",
    "verbosity",
    "version",
    "settings",
    "pythonpath",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}
LONG = "ơ" * 5000


def own_commands() -> dict[str, argparse.ArgumentParser]:
    """The commands of the program with the parser of each."""
    own = {name: app for name, app in get_commands().items() if str(app).startswith("kiemdiem.")}
    return {name: load_command_class(app, name).create_parser("kiemdiem", name) for name, app in sorted(own.items())}


def leaves(parser: argparse.ArgumentParser, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list]]:
    """Every command and sub-command with its arguments."""
    actions = [action for action in parser._actions if action.dest not in GIVEN]
    verbs = [action for action in actions if isinstance(action, argparse._SubParsersAction)]
    if not verbs:
        yield words, actions
    for verb in verbs:
        for name, below in verb.choices.items():
            yield from leaves(below, (*words, name))


def files(folder: Path) -> dict[str, list[str]]:
    """Paths nobody should hand in, to be read and to be written to."""
    (folder / "thu-muc").mkdir()
    contents = {
        "rac.json": bytes(range(256)) * 40, "rac.xlsx": bytes(range(256)) * 40, "rac.zip": b"PK\x03\x04" * 99,
        "mot-nua.json": b'{"member": [', "chu.json": '"chữ"'.encode(), "so.json": b"1e999", "rong.json": b"",
        "la.json": b'{"khong_co": [{"id": 1}]}', "sau.json": b"[" * 100_000,
    }  # fmt: skip
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    beneath = folder / "rong.json" / "ben-trong.xlsx"
    read = [folder / name for name in contents] + [
        folder / "khong-co.json",
        folder / "thu-muc",
        beneath,
        Path("/dev/null"),
    ]
    written = [beneath, Path("/dev/full/a.xlsx"), Path("/proc/khong-co/a.xlsx"), folder / f"{LONG}.xlsx"]
    return {"read": [*map(str, read), str(folder / LONG), ""], "written": [*map(str, written), str(folder / "rac.zip")]}


def wrong_uses(folder: Path) -> Iterator[list[str]]:
    """Every wrong use: nothing said, something unknown, too much, and each argument wrong, the others right."""
    paths = files(folder)
    for name, parser in own_commands().items():
        for words, actions in leaves(parser, (name,)):
            wanted = [action for action in actions if not action.option_strings]
            yield [*words, "--khong-co"]
            if wanted:
                yield list(words)
                yield [*words, *(RIGHT.get(action.dest, paths["read"][0]) for action in wanted), "thua", "--khong-co"]
            for action in actions:
                yield from wrong_in(words, action, wanted, paths=paths)
        if any(isinstance(action, argparse._SubParsersAction) for action in parser._actions):
            yield from ([name], [name, "khong-co"])


def wrong_in(words: tuple[str, ...], action, wanted: list, *, paths: dict[str, list[str]]) -> Iterator[list[str]]:
    """The wrong uses of one argument."""
    if action.nargs == 0:
        return
    must = [each for each in wanted if each is not action]
    said = [RIGHT.get(each.dest, paths["read"][0]) for each in must]
    for value in values(words, action, paths):
        if action.option_strings:
            yield [*words, *said, action.option_strings[-1], value]
        else:
            place = wanted.index(action)
            yield [*words, *said[:place], value, *said[place:]]


def values(words: tuple[str, ...], action, paths: dict[str, list[str]]) -> list[str]:
    """What the argument should not be."""
    if action.type in (int, float):
        return ["khong-co", "", "0x10", "１２ba"]
    if action.type is Path or action.dest in ("facts", "gaps"):
        is_written = action.dest in WRITTEN or (words[0], action.dest) in WRITERS
        return paths["written" if is_written else "read"]
    if action.dest in FREE:
        return []
    odd = [LONG, "\udcff"] if action.option_strings else ["", LONG, "\udcff"]
    return odd if action.dest in NAMES else ["khong-co", "../../etc/passwd", *odd]
