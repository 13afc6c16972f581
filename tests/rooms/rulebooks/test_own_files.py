"""An own rulebook as YAML files: what goes out comes in the same; what is wrong is told where, and nothing is taken."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kiemdiem.core.answer import Refused
from kiemdiem.core.law import content, yaml_writing
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.yaml_text import parse
from kiemdiem.rulebooks import commands, packed, queries, shelf
from kiemdiem.rulebooks.models import Change
from tests.rooms.rulebooks import make
from tests.rooms.rulebooks.test_own_books import PERCENT, said
from tests.rooms.rulebooks.test_own_pages import BOOK, as_, page

PAGE = f"{BOOK}nhap/"
ODD = [
    "07",
    "1_000",
    "null",
    "",
    "TRUE",
    "a: b",
    "# x",
    "*a",
    "&a",
    "'q'",
    '"q"',
    "hai\ndòng",
    " lề ",
    "2017-11-16",
    "1.5",
]


def zipped(*files, compress=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compress) as archive:
        for name, text in files:
            archive.writestr(name, text)
    return held.getvalue()


def test_a_shipped_book_written_as_yaml_reads_the_same():
    book = content.content_of(shelf.rulebook("hx17").folder)
    texts = packed.unpacked(packed.packed(book))
    assert {file: content.plain(parse(file, text)) for file, text in texts.items()} == book


def test_what_names_an_entry_is_written_before_what_it_says():
    text = yaml_writing.text_of({"items": [{"at_least": 1, "text": "Lời", "key": "a", "clause": "I", "until": 2}]})
    assert [line.strip(" -").split(":")[0] for line in text.splitlines()[1:]] == [
        "key", "clause", "text", "at_least", "until",
    ]  # fmt: skip


@pytest.mark.parametrize("words", ODD)
def test_a_text_that_looks_like_something_else_stays_a_text(words):
    again = parse("x.yaml", yaml_writing.text_of({"một": words, "list": [words, 7, True, None, {}]}))
    assert (again["một"], again["list"]) == (words, [words, 7, True, None, {}])


def test_the_same_content_is_the_same_archive_under_plain_names():
    book = {"plan.yaml": {"items": []}}
    assert packed.packed(book) == packed.packed(book)
    with zipfile.ZipFile(io.BytesIO(packed.packed(book))) as archive:
        assert archive.namelist() == ["plan.yaml"]


@pytest.mark.parametrize(
    ("archive", "word"),
    [
        (b"", "không phải tệp .zip"),
        (b"PK\x03\x04 torn", "không phải tệp .zip"),
        (zipped(*((f"{n}.yaml", "a: 1") for n in range(40))), "quá nhiều tệp"),
        (zipped(("plan.yaml", "x" * 5_000_000)), "nội dung quá lớn"),
        (b"x" * (packed.MOST_BYTES + 1), "lớn hơn 2 MB"),
    ],
)
def test_what_is_no_fit_archive_is_refused(archive, word):
    with pytest.raises(Refused) as refused:
        packed.unpacked(archive)
    assert word in refused.value.answer.why


def test_two_files_of_one_name_and_foreign_letters_are_told_by_name():
    with pytest.raises(RulebookProblems) as found:
        packed.unpacked(zipped(("a/plan.yaml", "x: 1"), ("b/plan.yaml", "x: 2"), ("quotas.yaml", b"\xff")))
    assert [(p.file, p.message) for p in found.value.problems] == [
        ("plan.yaml", "tệp có hai lần trong gói"), ("quotas.yaml", "có chữ không theo bảng mã UTF-8"),
    ]  # fmt: skip


def sent(officer, version, *files, archive=None):
    held = SimpleUploadedFile("bo-quy-tac.zip", archive if archive is not None else zipped(*files))
    return officer.post(PAGE, {"version": version.version, "packed": held})


@pytest.mark.django_db
def test_what_was_taken_out_changed_and_brought_in_again_is_told_value_by_value(client):
    made = make.looked_over()
    officer = as_(client, made.ward.officer)
    taken = officer.get(f"{BOOK}ban/1/tai/")
    assert taken["Content-Disposition"] == 'attachment; filename="hx17_2018-ban-1.zip"'
    assert "giống hệt" in page(sent(officer, made.version, archive=taken.content))
    texts = packed.unpacked(taken.content)
    texts["quotas.yaml"] = texts["quotas.yaml"].replace("percent: 15", "percent: 9")
    texts["rulebook.yaml"] = texts["rulebook.yaml"].replace("code: hx17_2018", "code: other")
    assert sent(officer, made.version, *((f"sua/{name}", text) for name, text in texts.items())).url == BOOK
    (changed,) = [each for each in queries.changed(made.version) if each.file == "quotas.yaml"]
    assert (changed.place, changed.before, changed.after) == (PERCENT[1], 15, 9)
    assert said(made.version, "rulebook.yaml", "code") == make.OWN


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("quotas.yaml", "percent: 15", "percent: nhiều", "[quota.excellent_members]: 'percent' không"),
        ("plan.yaml", "items:", "items: [", "plan.yaml:"),
        ("plan.yaml", "until_on: '2018-12-16'", "until_on: '2018-12-01'", "ngày cuối (until_on) trước ngày đầu"),
        ("standards.yaml", "standards:", "tieu_chuan:", "thiếu khóa 'standards'"),
    ],
)
def test_a_bad_file_is_told_where_it_is_bad_and_nothing_is_taken(client, file, old, new, where):
    made = make.looked_over()
    texts = packed.unpacked(packed.packed(queries.content_of(made.version)))
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    before = Change.objects.count()
    answer = sent(as_(client, made.ward.officer), made.version, *texts.items())
    assert (answer.status_code, Change.objects.count()) == (422, before)
    assert [each for each in answer.context["problems"] if where in each] != [], answer.context["problems"]


@pytest.mark.django_db
def test_missing_and_foreign_files_are_named(client):
    made = make.copied()
    answer = sent(as_(client, made.ward.officer), made.version, ("plan.yaml", "items: []"), ("virus.exe", "x"))
    told = answer.context["problems"]
    assert [each.split(":")[0] for each in told if "thiếu tệp" in each] == [
        "rulebook.yaml", "subjects.yaml", "standards.yaml", "interpretations.yaml", "gaps.yaml",
    ]  # fmt: skip
    assert told[0].startswith("virus.exe: tệp không thuộc bộ quy tắc")


@pytest.mark.django_db
def test_an_archive_that_is_none_and_no_file_at_all_are_asked_again(client):
    made = make.copied()
    officer = as_(client, made.ward.officer)
    assert "không phải tệp .zip đọc được" in page(sent(officer, made.version, archive=b"x"))
    assert officer.post(PAGE, {"version": made.version.version}).status_code == 422


@pytest.mark.django_db
def test_only_the_officer_imports_and_never_into_a_frozen_version(client):
    made = make.frozen()
    texts = packed.unpacked(packed.packed(queries.content_of(queries.newest(made.book))))
    with pytest.raises(Refused, match="đã chốt"):
        commands.import_files(queries.newest(made.book), texts, **made.act())
    assert as_(client, made.ward.clerk).get(PAGE).status_code == 403
    assert client.get(f"{BOOK}ban/1/tai/").status_code == 200
    assert client.get(f"{BOOK}ban/9/tai/").status_code == 403
