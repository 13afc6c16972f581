"""Reads of the desk: what each role has to do now, and how far each cell has come."""

from kiemdiem.desk.queries.board import Progress, board_of
from kiemdiem.desk.queries.tasks import Todo, todos_of

__all__ = ["Progress", "Todo", "board_of", "todos_of"]
