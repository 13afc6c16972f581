"""Every broken rulebook is refused with all its faults: file, line and entry, what is wrong, what to write instead."""

import unicodedata
from itertools import zip_longest
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kiemdiem.core.law.loader import load
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.yaml_text import decoded
from tests.core.law.folder import ROWS
from tests.core.law.full_folder import FULL

HERE = Path(__file__).parent / "broken"
FILES = [HERE / f"{name}.yaml" for name in ("text", "shape", "fit")]
TABLE = [one for file in FILES for one in YAML(typ="safe").load(file.read_text("utf-8"))]
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 8)
)


def said(texts):
    """The sentences about the texts."""
    with pytest.raises(RulebookProblems) as found:
        load(texts, catalogue=ROWS)
    return [one.sentence() for one in found.value.problems]


def cut(sentences, like):
    """The sentences, each cut where the one it should be like ends in an ellipsis: lists of names that may grow."""
    pairs = zip_longest(sentences, like, fillvalue="")
    return [found[: len(want) - 1] + "…" if want.endswith("…") else found for found, want in pairs]


def changed(one):
    """The full folder with the change of a row of the table."""
    if "old" not in one:
        return {**FULL, one["file"]: one["new"]}
    assert one["old"] in FULL[one["file"]]
    return {**FULL, one["file"]: FULL[one["file"]].replace(one["old"], one["new"], 1)}


def test_the_folder_that_is_broken_below_is_sound():
    assert load(FULL, catalogue=ROWS).code == "small"


def test_the_table_breaks_a_rulebook_in_as_many_ways_as_it_says():
    assert len({one["name"] for one in TABLE}) == len(TABLE) == 169


@pytest.mark.parametrize("one", TABLE, ids=lambda one: one["name"])
def test_a_broken_rulebook_is_refused_in_words(one):
    assert cut(said(changed(one)), one["said"]) == one["said"]


def test_every_sentence_has_a_way_out_and_no_foreign_words():
    for one in TABLE:
        for sentence in one["said"]:
            assert " → " in sentence, sentence
            assert not {"Input", "should", "expected", "found", "None"} & set(sentence.split()), sentence


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        (
            "quotas.yaml",
            BOMB + FULL["quotas.yaml"],
            "quotas.yaml:5: nội dung có quá 100000 mục → bớt các tham chiếu '*' lồng nhau, hoặc chia bớt nội dung",
        ),
        (
            "quotas.yaml",
            FULL["quotas.yaml"].replace("Tỷ lệ", "Tỷ \x07lệ"),
            "quotas.yaml:5: có ký tự điều khiển không đọc được (mã 7) → xóa ký tự này",
        ),
        (
            "rulebook.yaml",
            FULL["rulebook.yaml"].replace("2017\nkind", "9" * 5000 + "\nkind"),
            "rulebook.yaml:7: số '99999999999999999999…' không phải số nguyên viết thường → viết số nguyên; "
            "nếu là chữ, đặt trong dấu nháy kép",
        ),
        (
            "quotas.yaml",
            "x: 1\n" * 300_000,
            "quotas.yaml: tệp dài quá 1000000 chữ → chia bớt nội dung, hoặc kiểm tra có đúng tệp không",
        ),
        (
            "quotas.yaml",
            unicodedata.normalize("NFD", FULL["quotas.yaml"].replace("falls_to: DAT", "falls_to: Khá")),
            "quotas.yaml:3 [quota]: thang 'grades' không có mức 'Khá' → chọn trong: TOT, DAT, KEM",
        ),
    ],
    ids=["bomb", "control sign", "endless number", "huge", "letters apart"],
)
def test_a_text_that_is_too_much_or_not_composed(file, text, sentence):
    assert said({**FULL, file: text}) == [sentence]


def test_a_missing_file_is_named():
    texts = {name: text for name, text in FULL.items() if name != "standards.yaml"}
    assert said(texts) == ["standards.yaml: thiếu tệp này → thêm tệp này vào thư mục"]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("a: 1\nb: Tỷ lệ\n".encode("cp1258", "replace") + b"c: T\xfb l\xea\n", 3),
        ("a: 1\n".encode("utf-16"), 1),
        (b"\x7fELF\x02\x01\x01\x00\xff\xfe", 1),
    ],
    ids=["an old code page", "UTF-16", "a program"],
)
def test_bytes_that_are_no_text_are_named_with_their_line(raw, line):
    with pytest.raises(RulebookProblems) as found:
        decoded("quotas.yaml", raw)
    place = f"quotas.yaml:{line}: có chữ không theo bảng mã UTF-8"
    assert str(found.value) == f"{place} → lưu lại tệp với bảng mã UTF-8 (Unicode)"


def test_a_mark_at_the_beginning_of_the_file_is_no_fault():
    marked = decoded("quotas.yaml", FULL["quotas.yaml"].encode("utf-8-sig"))
    assert load({**FULL, "quotas.yaml": marked}, catalogue=ROWS).sha256 == load(FULL, catalogue=ROWS).sha256
