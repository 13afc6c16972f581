"""What people try on the way that the rules must turn down: once for each gate, at the moment its facts are there."""

from collections.abc import Callable, Mapping
from typing import Any

from kiemdiem.desk.play.stage import Stage

# Whether it was made: one that finds nobody here to try it with waits for the next such moment.
Attempt = Callable[[Stage, Any], bool]
PLANNED: Mapping[str, tuple[Attempt, ...]] = {}


def tries(stage: Stage) -> None:
    """From now on every attempt is made at the first moment it can be, before the papers of that moment are written."""
    waiting = {moment: list(made) for moment, made in PLANNED.items()}
    before = stage.leave

    def reached(moment: str, about: Any = None) -> None:
        for attempt in tuple(waiting.get(moment, ())):
            if attempt(stage, about):
                waiting[moment].remove(attempt)
        before(moment, about)

    stage.leave = reached
