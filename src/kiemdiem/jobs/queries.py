"""Reads of jobs: how far one is, and what is waiting."""

from dataclasses import dataclass

from django.db.models import QuerySet

from kiemdiem.jobs.kinds import kinds
from kiemdiem.jobs.models import Job

OVER = frozenset({Job.DONE, Job.FAILED, Job.CANCELLED})


@dataclass(frozen=True)
class Progress:
    """How far a job is, in the words of the screen. `percent` is a whole number, 0 while nothing was counted."""

    title: str
    state: str
    state_text: str
    done: int
    total: int
    percent: int
    over: bool
    may_cancel: bool
    fault: str


def progress_of(job: Job) -> Progress:
    """How far the job is."""
    kind = kinds().get(job.kind)
    return Progress(
        title=kind.title if kind else job.kind,
        state=job.state,
        state_text="đang dừng" if job.cancel_asked and job.state not in OVER else job.get_state_display(),
        done=job.done,
        total=job.total,
        percent=100 * job.done // job.total if job.total else 0,
        over=job.state in OVER,
        may_cancel=job.state not in OVER and not job.cancel_asked,
        fault=job.fault,
    )


def waiting_jobs() -> QuerySet[Job]:
    """Jobs that are not over, in the order they are taken."""
    return Job.objects.exclude(state__in=OVER)


def jobs_of(kind: str) -> QuerySet[Job]:
    """Jobs of one kind, newest first."""
    return Job.objects.filter(kind=kind).order_by("-pk")
