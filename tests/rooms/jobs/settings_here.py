"""The settings of an installation whose jobs are those of the tests."""

from kiemdiem.config.settings import *  # noqa: F403 - settings are names

JOB_KINDS = "tests.rooms.jobs.kinds_here.KINDS"
