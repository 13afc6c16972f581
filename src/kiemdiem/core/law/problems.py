"""What is wrong with a rulebook, where, and what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of a rulebook text: file, line and entry where it stands, what is wrong, what to write instead."""

    file: str
    line: int
    entry: str
    message: str
    hint: str = ""

    def sentence(self) -> str:
        """The fault in one line, as a person reads it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        entry = f" [{self.entry}]" if self.entry else ""
        hint = f" → {self.hint}" if self.hint else ""
        return f"{place}{entry}: {self.message}{hint}"


class RulebookProblems(Exception):  # noqa: N818 - a rulebook has problems; the program has none
    """A rulebook that cannot be used: every problem found, in the order of the files."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__("\n".join(problem.sentence() for problem in problems))
        self.problems = problems
