"""The acts of a committee on its book: settling what it leaves open, and keeping a rulebook of its own."""

from kiemdiem.rulebooks.commands.attaching import attach_act
from kiemdiem.rulebooks.commands.copying import OwnAct, copy_book
from kiemdiem.rulebooks.commands.editing import Value, change_values, check_places, import_files
from kiemdiem.rulebooks.commands.freezing import begin_version, freeze_version
from kiemdiem.rulebooks.commands.overlays import choose_reading, fill_gap, sign_readings

__all__ = [
    "OwnAct",
    "Value",
    "attach_act",
    "begin_version",
    "change_values",
    "check_places",
    "choose_reading",
    "copy_book",
    "fill_gap",
    "freeze_version",
    "import_files",
    "sign_readings",
]
