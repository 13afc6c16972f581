"""The values of every form gathered from the rooms' records, and the orders of papers due at each stage."""

from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.papers.gathering.orders import (
    orders_of_body,
    orders_of_call,
    orders_of_cell,
    orders_of_decisions,
    orders_of_notices,
    orders_of_plan,
    orders_of_requests,
    orders_of_scoring,
    orders_of_season,
    orders_of_sitting,
    orders_of_tables,
)
from kiemdiem.papers.gathering.packs import cover_values, parts_of_cell, parts_of_sitting

__all__ = [
    "Frame",
    "cover_values",
    "orders_of_body",
    "orders_of_call",
    "orders_of_cell",
    "orders_of_decisions",
    "orders_of_notices",
    "orders_of_plan",
    "orders_of_requests",
    "orders_of_scoring",
    "orders_of_season",
    "orders_of_sitting",
    "orders_of_tables",
    "parts_of_cell",
    "parts_of_sitting",
]
