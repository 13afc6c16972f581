"""Style sheets, scripts and fonts: how they get their hashed names."""

import hashlib
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Static files under names that carry their hash; under their plain names until they have been collected."""

    # Vendored files stay as published, so they may name a source map that is not shipped: only url() and @import count.
    patterns: ClassVar = tuple(
        (glob, tuple(rule for rule in rules if "sourceMappingURL" not in str(rule)))
        for glob, rules in CompressedManifestStaticFilesStorage.patterns
    )

    def stored_name(self, name: str) -> str:
        """The name under which `name` is served."""
        return super().stored_name(name) if self.hashed_files else name


def collect() -> bool:
    """Whether the static files had to be gathered again; they are when one of them changed since the last time."""
    mark = Path(settings.STATIC_ROOT) / ".collected"
    present = fingerprint()
    if mark.is_file() and mark.read_text(encoding="ascii") == present:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(present, encoding="ascii")
    return True


def fingerprint() -> str:
    """One hash over every static file of every room."""
    digest = hashlib.sha256()
    for finder in finders.get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(path.encode())
            digest.update(Path(storage.path(path)).read_bytes())
    return digest.hexdigest()
