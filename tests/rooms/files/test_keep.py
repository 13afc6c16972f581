"""A file is kept whole, once, under the hash of its content — or not at all."""

import hashlib
import resource
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from kiemdiem.core.answer import Refused
from kiemdiem.files import commands, queries, store
from kiemdiem.files.models import StoredFile
from kiemdiem.journal.models import Entry

from .make import MORNING, PDF, account, docx, paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def lying_about() -> list[str]:
    return sorted(p.name for p in (Path(settings.HOME) / "files").rglob("*") if p.is_file())


def test_a_file_is_kept_under_its_hash_and_noted():
    by = account()
    stored = commands.keep_file(PDF, name="thư mục/biên bản.pdf", by=by, at=MORNING)

    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (stored.name, stored.media_type, stored.size) == ("biên bản.pdf", "application/pdf", len(PDF))
    assert (stored.kept_at, stored.kept_by) == (MORNING, by)
    assert queries.content_of(stored) == PDF
    assert [(e.act, e.about) for e in Entry.objects.all()] == [("files.keep_file", f"file:{stored.sha256}")]


def test_only_the_owner_of_the_installation_may_read_it():
    path = store.path_of(paper().sha256)

    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


def test_the_same_content_is_kept_once():
    first = paper(name="a.pdf")
    second = paper(name="b.pdf")

    assert (first, second.name) == (second, "a.pdf")
    assert lying_about() == [first.sha256]


def test_a_content_that_rotted_is_replaced_when_handed_in_again():
    stored = paper()
    store.path_of(stored.sha256).write_bytes(b"rot")
    paper()

    assert queries.content_of(stored) == PDF


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", docx()), ("a.xlsx", docx("xl/workbook.xml")), ("a.zip", docx("a")), ("a.csv", "họ,tên".encode())],
)
def test_the_types_offices_use_are_taken(name, content):
    assert paper(content, name=name).name == name


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.pdf", b"", "Không nhận tệp “a.pdf”: tệp rỗng."),
        ("a.exe", b"MZ", "Không nhận tệp “a.exe”: loại tệp không được dùng."),
        ("pdf", PDF, "Không nhận tệp “pdf”: loại tệp không được dùng."),
        ("a.pdf", b"MZ", "Không nhận tệp “a.pdf”: nội dung không đúng loại .pdf."),
        ("a.docx", b"PK", "Không nhận tệp “a.docx”: nội dung không đúng loại .docx."),
        ("a.docx", docx("xl/workbook.xml"), "Không nhận tệp “a.docx”: nội dung không đúng loại .docx."),
        ("a.csv", b"\xff\xfe\x00", "Không nhận tệp “a.csv”: nội dung không đúng loại .csv."),
        ("a.pdf", PDF + bytes(commands.MAX_BYTES), "Không nhận tệp “a.pdf”: tệp quá lớn."),
    ],
)
def test_a_file_that_cannot_be_what_it_says_is_refused(name, content, sentence):
    with pytest.raises(Refused) as refused:
        paper(content, name=name)

    assert refused.value.answer.what == sentence
    assert (StoredFile.objects.count(), lying_about(), Entry.objects.count()) == (0, [], 0)


def test_a_file_of_exactly_the_most_bytes_is_taken():
    assert paper(PDF + bytes(commands.MAX_BYTES - len(PDF))).size == commands.MAX_BYTES


@pytest.fixture
def tiny_quota() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("tiny_quota")
def test_a_disk_that_takes_no_more_is_told_and_leaves_nothing():
    with pytest.raises(Refused) as refused:
        paper(PDF + bytes(400_000))

    assert refused.value.answer.what == "Chưa lưu được tệp: ổ đĩa không nhận thêm dữ liệu."
    assert (lying_about(), StoredFile.objects.count()) == ([], 0)


def test_lost_and_changed_contents_are_named():
    lost, changed, _ = paper(PDF + b"1", name="a.pdf"), paper(PDF + b"2", name="b.pdf"), paper(PDF + b"3", name="c.pdf")
    store.path_of(lost.sha256).unlink()
    store.path_of(changed.sha256).write_bytes(PDF)

    assert [(f.name, f.what) for f in queries.verify_store()] == [
        ("a.pdf", "không còn trên đĩa"),
        ("b.pdf", "nội dung đã bị thay đổi"),
    ]
