"""An archive that was damaged, forged or made to harm is refused, and nothing is written."""

import hashlib
import struct
import zipfile
from pathlib import Path

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.files import commands
from kiemdiem.files.archive import Packer

from .make import PDF, rewritten

CONTENT = "files/" + hashlib.sha256(PDF).hexdigest()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An honest archive of one stored file; its database is never reached, so any bytes will do."""
    path = tmp_path / "a.zip"
    with path.open("wb") as stream, Packer(stream) as packer:
        packer.add("database.sqlite3", [b"SQLite format 3\x00" + bytes(5000)])
        packer.add(CONTENT, [PDF])
        packer.add_manifest(made_at="2017-12-01T08:00:00+07:00", journal="", migrations=(), missing=())
    return path


def refusal(source: Path) -> str:
    """Why it was refused, once it is certain that nothing was written."""
    before = sorted(p.name for p in source.parent.iterdir())
    with pytest.raises(Refused) as refused:
        commands.restore_backup(source, into=source.parent / "there")
    assert sorted(p.name for p in source.parent.iterdir()) == before
    return refused.value.answer.why or refused.value.answer.what


def entry(manifest: dict, name: str) -> dict:
    return next(e for e in manifest["entries"] if e["name"] == name)


def forge_content(parts: dict, manifest: dict) -> None:
    parts[CONTENT] = PDF.replace(b"signed", b"forged")


def forge_content_and_hash(parts: dict, manifest: dict) -> None:
    forge_content(parts, manifest)
    entry(manifest, CONTENT)["sha256"] = hashlib.sha256(parts[CONTENT]).hexdigest()


def add_unlisted(parts: dict, manifest: dict) -> None:
    parts["more"] = b"x"


def climb_out(parts: dict, manifest: dict) -> None:
    parts["../../evil"] = b"x"
    manifest["entries"].append({"name": "../../evil", "size": 1, "sha256": hashlib.sha256(b"x").hexdigest()})


def climb_from_files(parts: dict, manifest: dict) -> None:
    parts["files/../../evil"] = b"x"
    manifest["entries"].append({"name": "files/../../evil", "size": 1, "sha256": hashlib.sha256(b"x").hexdigest()})


def list_twice(parts: dict, manifest: dict) -> None:
    manifest["entries"].append(entry(manifest, CONTENT))


def take_away(parts: dict, manifest: dict) -> None:
    del parts[CONTENT]


def fill_the_disk(parts: dict, manifest: dict) -> None:
    parts[CONTENT] = bytes(80 * 1024 * 1024)
    entry(manifest, CONTENT).update(size=80 * 1024 * 1024, sha256=hashlib.sha256(parts[CONTENT]).hexdigest())


def come_from_later(parts: dict, manifest: dict) -> None:
    manifest["migrations"].append("journal.9999_later")


def be_another_format(parts: dict, manifest: dict) -> None:
    manifest["format"] = 2


def lose_a_key(parts: dict, manifest: dict) -> None:
    del manifest["entries"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (forge_content, f"Lý do: phần {CONTENT} không khớp bản kê."),
        (forge_content_and_hash, f"Lý do: phần {CONTENT} không mang đúng tên của nội dung."),
        (add_unlisted, "Lý do: các phần trong tệp không khớp bản kê."),
        (climb_out, "Lý do: có phần mang tên lạ."),
        (climb_from_files, "Lý do: có phần mang tên lạ."),
        (list_twice, "Lý do: các phần trong tệp không khớp bản kê."),
        (take_away, "Lý do: các phần trong tệp không khớp bản kê."),
        (fill_the_disk, "Lý do: dung lượng khi giải nén lớn bất thường."),
        (come_from_later, "Chương trình này chưa biết: journal.9999_later."),
        (be_another_format, "Lý do: bản sao lưu thuộc phiên bản chương trình khác."),
        (lose_a_key, "Lý do: bản kê không đọc được."),
    ],
)
def test_a_forged_archive_is_refused(archive, change, why):
    assert refusal(rewritten(archive, change=change)) == why


@pytest.mark.parametrize("part", [0, 10, 50, 99])
def test_a_truncated_archive_is_refused(archive, part):
    whole = archive.read_bytes()
    archive.write_bytes(whole[: len(whole) * part // 100])

    assert refusal(archive) == "Lý do: tệp không phải là bản sao lưu hoặc bị cắt ngắn."


@pytest.mark.parametrize("share", [0, 50, 99])
def test_a_flipped_byte_is_found(archive, share):
    with zipfile.ZipFile(archive) as package:
        info = package.getinfo(CONTENT)
    whole = bytearray(archive.read_bytes())
    at = info.header_offset
    begin = at + 30 + sum(struct.unpack_from("<HH", whole, at + 26))  # the header, the name and its extra field
    whole[begin + info.compress_size * share // 100] ^= 0xFF
    archive.write_bytes(whole)

    assert refusal(archive).startswith(f"Lý do: phần {CONTENT} ")


def test_a_folder_in_use_is_refused(archive, tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine").write_text("x")

    assert refusal(archive) == f"Không khôi phục: {tmp_path / 'there'} không trống."
    assert [p.name for p in (tmp_path / "there").iterdir()] == ["mine"]


def test_a_missing_archive_is_refused(tmp_path):
    assert refusal(tmp_path / "no.zip") == f"Không khôi phục: không có tệp {tmp_path / 'no.zip'}."
