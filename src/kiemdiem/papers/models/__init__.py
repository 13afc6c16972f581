"""The tables of the room: papers written, and papers handed in."""

from kiemdiem.papers.models.paper import Paper
from kiemdiem.papers.models.received import ReceivedPaper

__all__ = ["Paper", "ReceivedPaper"]
