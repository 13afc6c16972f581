"""The kinds of jobs: a table that `config` fills with functions of the rooms and names in the settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Kind:
    """One kind of job.

    `work(facts, turn=…)` gets the facts the job was queued with and gives its result, both JSON; `turn` is a
    `commands.Turn`. `nightly`: a worker queues one every night by itself.
    """

    title: str
    work: Callable[..., dict[str, Any]]
    nightly: bool = False


def kinds() -> Mapping[str, Kind]:
    """Every kind of this installation, by name."""
    return import_string(settings.JOB_KINDS)
