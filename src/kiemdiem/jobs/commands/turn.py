"""What workers do with jobs: take one, show that they live, end it — only while they hold it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from kiemdiem.core.answer import Refused
from kiemdiem.jobs.models import Job

MOST_TRIES = 3
LEASE = timedelta(seconds=30)
DIED = "Tiến trình chạy việc này đã dừng đột ngột nhiều lần."

# One statement on both databases, so that no two workers take the same job.
TAKE = """
    UPDATE jobs_job SET state = 'running', worker = %s, lease_until = %s, tries = tries + 1, done = 0, total = 0
    WHERE id = (
        SELECT id FROM jobs_job
        WHERE (state = 'ready' AND ready_from <= %s) OR (state = 'running' AND lease_until < %s AND tries < %s)
        ORDER BY id LIMIT 1 {skip}
    ) RETURNING id
"""


class Stopped(Exception):  # noqa: N818 - a wish of the person, not a fault
    """Somebody asked for the job to stop."""


class Lost(Exception):  # noqa: N818 - a state, not a fault of the work
    """The lease ran out and another worker took the job over: whatever this one does must not be written."""


@dataclass
class Turn:
    """One worker's try at one job. `now` gives the moment, for acts the work carries out."""

    job: Job
    now: Callable[[], datetime]
    lease: timedelta = LEASE

    def live(self, **told: int) -> None:
        """A sign of life: holds the job for another lease.

        Raises: Lost, or Stopped when somebody asked for it.
        """
        self._held(lease_until=self.now() + self.lease, **told)
        if Job.objects.filter(pk=self.job.pk, cancel_asked=True).exists():
            raise Stopped

    def tell(self, done: int, total: int) -> None:
        """How far the work is, and a sign of life. Call it between parts, outside transactions, or nobody sees it.

        Raises: Lost, or Stopped when somebody asked for it.
        """
        self.live(done=done, total=total)

    def finish(self, result: dict[str, Any]) -> None:
        """Ends the job well. Called as the last thing inside the work's own act, both are written or neither is.

        Raises: Lost.
        """
        self._end(Job.DONE, result=result)

    def stop(self) -> None:
        """Ends the job because somebody asked for it."""
        self._end(Job.CANCELLED)

    def fail(self, fault: str, *, for_good: bool) -> None:
        """Ends this try: for good, or until another worker has a try left."""
        if for_good or self.job.tries >= MOST_TRIES:
            self._end(Job.FAILED, fault=fault)
        else:
            self._held(state=Job.READY, worker="", lease_until=None, fault=fault, ready_from=self.now() + self.lease)

    @property
    def is_over(self) -> bool:
        """Whether the work ended the job itself."""
        return not self._mine().exists()

    def _end(self, state: str, **told: Any) -> None:
        self._held(state=state, lease_until=None, ended_at=self.now(), ended_by=self.job.worker, **told)

    def _mine(self) -> Any:
        # The number of tries tells two turns of one worker apart.
        return Job.objects.filter(pk=self.job.pk, state=Job.RUNNING, worker=self.job.worker, tries=self.job.tries)

    def _held(self, **changes: Any) -> None:
        if not self._mine().update(**changes):
            raise Lost


def take_job(worker: str, *, now: Callable[[], datetime], lease: timedelta = LEASE) -> Turn | None:
    """The turn at the oldest job that is ready, or whose worker showed no life for a whole lease; else nothing."""
    at = now()
    _give_up_dead(at)
    moment = connection.ops.adapt_datetimefield_value
    skip = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(TAKE.format(skip=skip), [worker, moment(at + lease), moment(at), moment(at), MOST_TRIES])
        taken = cursor.fetchone()
    return Turn(Job.objects.get(pk=taken[0]), now=now, lease=lease) if taken else None


def _give_up_dead(at: datetime) -> None:
    """Ends jobs that killed every worker that tried them."""
    Job.objects.filter(state=Job.RUNNING, lease_until__lt=at, tries__gte=MOST_TRIES).update(
        state=Job.FAILED, lease_until=None, fault=DIED, ended_at=at, ended_by=""
    )


def carry_out(turn: Turn, work: Callable[..., dict[str, Any]]) -> str:
    """Does the work of the turn and ends it as it went; the state the job is in now, or "lost".

    A refusal is final: another try would be refused too. Any other fault leaves the job to another try.
    """
    try:
        result = work(turn.job.facts, turn=turn)
        if not turn.is_over:
            turn.finish(result)
    except Lost:
        return "lost"
    except Stopped:
        turn.stop()
    except Refused as refusal:
        turn.fail(str(refusal), for_good=True)
    except Exception as fault:  # whatever the work raises must end up on the job, not in a dead worker
        turn.fail(f"{type(fault).__name__}: {fault}", for_good=False)
    turn.job.refresh_from_db()
    return turn.job.state
