"""The long work of this room, as jobs do it."""

from pathlib import Path
from typing import Any

from django.conf import settings

from kiemdiem.files import commands, queries
from kiemdiem.files.models import StoredFile
from kiemdiem.jobs.commands import Turn

KEPT_NIGHTS = 30


def make_nightly_backup(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Makes the backup of the night and lets go of the oldest beyond a month of nights."""
    folder = Path(settings.HOME) / "backups" / "nightly"
    at = turn.now()
    made = commands.make_backup(by=None, at=at, to=folder / f"kiemdiem-{at:%Y%m%d-%H%M%S}.zip")
    for old in sorted(folder.glob("kiemdiem-*.zip"))[:-KEPT_NIGHTS]:
        old.unlink()
    return {"name": made.path.name, "bytes": made.size, "sha256": made.sha256, "missing": len(made.missing)}


def verify_store(facts: dict[str, Any], *, turn: Turn) -> dict[str, Any]:
    """Reads every stored file and names those that are lost or changed."""
    kept = list(StoredFile.objects.order_by("name", "pk"))
    faults = []
    for done, stored in enumerate(kept, start=1):
        if fault := queries.fault_of(stored):
            faults.append({"name": fault.name, "what": fault.what})
        turn.tell(done, len(kept))
    return {"files": len(kept), "faults": faults}
