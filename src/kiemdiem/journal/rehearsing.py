"""Trying an act to the end without keeping it."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

T = TypeVar("T")


def rehearse(act: Callable[[], T]) -> T:
    """What the act gives, carried out to the end and taken back: nothing of it is kept.

    Raises: Refused as the act itself would.
    """
    with transaction.atomic():
        given = act()
        transaction.set_rollback(True)
    return given
