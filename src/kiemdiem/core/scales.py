"""Grade scales and level scales: an ordered list of codes, best first, that belongs to a rulebook."""

from kiemdiem.core.law.entry import Entry, Frozen, Text


class Level(Frozen):
    """One step of a scale: its code, the name printed for people, a short form for tables."""

    code: str
    name: Text
    short: str = ""


class Scale(Entry):
    """An ordered scale, best level first."""

    levels: tuple[Level, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, best first."""
        return tuple(level.code for level in self.levels)

    @property
    def top(self) -> str:
        """The best level."""
        return self.levels[0].code

    @property
    def lowest(self) -> str:
        """The worst level."""
        return self.levels[-1].code

    def rank(self, code: str) -> int:
        """How high a level stands: 1 for the lowest.

        Raises: KeyError for a code that is not of this scale.
        """
        try:
            return len(self.levels) - self.codes.index(code)
        except ValueError:
            raise KeyError(code) from None

    def code(self, rank: int) -> str:
        """The level of a rank."""
        return self.levels[len(self.levels) - rank].code

    def name(self, code: str) -> str:
        """The name printed for people."""
        return self.levels[len(self.levels) - self.rank(code)].name

    def at_least(self, code: str) -> tuple[str, ...]:
        """The level and all better ones, best first."""
        return self.codes[: self.codes.index(code) + 1]
