"""What people do with jobs: queue one, stop one; and the jobs of every night."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from kiemdiem.core.answer import refuse
from kiemdiem.jobs import queries
from kiemdiem.jobs.kinds import kinds
from kiemdiem.jobs.models import Job
from kiemdiem.journal import commands as journal

NIGHT = 1  # the hour at which nightly jobs may begin


def queue_job(
    kind: str,
    facts: dict[str, Any],
    *,
    by: journal.Keyer | None,
    at: datetime,
    ready_from: datetime | None = None,
    season: str = "",
) -> Job:
    """The job, waiting for a worker. Called inside the act it belongs to, it is queued only if that act is done.

    Raises: KeyError for a kind the installation does not know, a fault of the caller.
    """
    kinds()[kind]
    with journal.act("jobs.queue_job", by=by, at=at, about=f"kind:{kind}", season=season) as act:
        job = Job.objects.create(
            kind=kind, facts=facts, queued_at=at, queued_by_id=by.pk if by else None, ready_from=ready_from or at
        )
        act.details = {"job": job.pk}
    return job


def cancel_job(job_id: int, *, by: journal.Keyer, at: datetime) -> Job:
    """The job, stopped at once if nobody works on it, else asked to stop at its next sign of life.

    Raises: Refused when it is over already.
    """
    with journal.act("jobs.cancel_job", by=by, at=at, about=f"job:{job_id}"):
        Job.objects.filter(pk=job_id, state=Job.READY).update(
            state=Job.CANCELLED, cancel_asked=True, ended_at=at, ended_by=by.display_name
        )
        Job.objects.filter(pk=job_id, state=Job.RUNNING).update(cancel_asked=True)
        job = Job.objects.filter(pk=job_id).first()
        if job is None or not job.cancel_asked:
            raise refuse("Không dừng được: công việc này đã kết thúc.", todo="Hãy tải lại trang để xem kết quả.")
    return job


def queue_nightly_jobs(at: datetime) -> list[Job]:
    """The nightly jobs of the coming night that were not queued yet; every worker asks, one of them queues."""
    tonight = _next_night(at)
    missing = [name for name, kind in kinds().items() if kind.nightly and not _is_queued(name, tonight)]
    if not missing:
        return []
    with journal.act("jobs.queue_nightly_jobs", by=None, at=at) as act:
        # Asked again now that it is this worker's turn: another may have queued them meanwhile.
        still = [name for name in missing if not _is_queued(name, tonight)]
        queued = [queue_job(name, {}, by=None, at=at, ready_from=tonight) for name in still]
        act.details = {"jobs": [job.pk for job in queued]}
    return queued


def _next_night(at: datetime) -> datetime:
    local = at.astimezone(journal.ZONE)
    night = local.replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    return night if local < night else night + timedelta(days=1)


def _is_queued(kind: str, night: datetime) -> bool:
    """Whether one waits for that night, or an earlier one still waits because no worker ran."""
    return queries.jobs_of(kind).filter(Q(ready_from=night) | Q(state=Job.READY)).exists()
