"""The acts of this room: queueing and stopping by people; taking, holding and ending by workers."""

from kiemdiem.jobs.commands.queue import cancel_job, queue_job, queue_nightly_jobs
from kiemdiem.jobs.commands.turn import Lost, Stopped, Turn, carry_out, take_job

__all__ = [
    "Lost",
    "Stopped",
    "Turn",
    "cancel_job",
    "carry_out",
    "queue_job",
    "queue_nightly_jobs",
    "take_job",
]
