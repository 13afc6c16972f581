"""The acts of this room: keeping a file, making a backup, restoring one."""

from kiemdiem.files.commands.backup import make_backup
from kiemdiem.files.commands.keep import MAX_BYTES, keep_file
from kiemdiem.files.commands.restore import Restored, restore_backup

__all__ = ["MAX_BYTES", "Restored", "keep_file", "make_backup", "restore_backup"]
