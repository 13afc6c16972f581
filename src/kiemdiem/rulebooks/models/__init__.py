"""The room's rows: what is laid over a book, and the rulebooks a committee has of its own."""

from kiemdiem.rulebooks.models.books import BookVersion, Change, OwnBook
from kiemdiem.rulebooks.models.overlays import AttachedAct, Overlay, Signature

__all__ = ["AttachedAct", "BookVersion", "Change", "Overlay", "OwnBook", "Signature"]
