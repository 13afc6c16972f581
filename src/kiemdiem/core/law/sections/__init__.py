"""Which file of a rulebook becomes which section; each module of this folder lists its own."""

from kiemdiem.core.law.entry import Section

SECTIONS: dict[str, type[Section]] = {}
