"""The numbers that stand for an outcome in the database; a grade is its rank, 1 or more.

`WAITING` is not graded yet; everything below nothing is a result still to come.
"""

NONE = 0
NOT_GRADED = 0
CANNOT_SAY = -1
NO_GRADE = -2
WAITING = -3

WORDS = {NOT_GRADED: "not_graded", CANNOT_SAY: "cannot_say", NO_GRADE: "no_grade", WAITING: "not_graded"}


def word(reached: int) -> str:
    """The word for an outcome."""
    return WORDS.get(reached, "graded")
