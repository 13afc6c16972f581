"""Other projects' files stay byte for byte as published, each with its licence."""

import hashlib

from tests.house.repository import ROOT, tracked

VENDOR = ROOT / "vendor"
OWN = {"README.md", "SHA256SUMS"}


def vendored():
    """Every vendored file, by its path inside the folder."""
    files = {str(p.relative_to(VENDOR)): p for p in tracked() if VENDOR in p.parents}
    return {name: path for name, path in files.items() if name not in OWN}


def test_every_vendored_file_is_as_it_was_published():
    listed = dict(reversed(line.split("  ")) for line in (VENDOR / "SHA256SUMS").read_text().splitlines())
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in vendored().items()} == listed


def test_every_vendored_project_brings_its_licence():
    folders = {path.parent for path in vendored().values()}
    bare = [folder for folder in folders if not any("LICENSE" in path.name for path in folder.iterdir())]
    assert bare == []
