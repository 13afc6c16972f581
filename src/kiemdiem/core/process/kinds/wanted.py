"""Something a rule wants, by the key facts name it with, and the words to print."""

from kiemdiem.core.law.entry import Frozen, Key, Text


class Wanted(Frozen):
    """One thing wanted."""

    key: Key
    name: Text
