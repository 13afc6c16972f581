"""Reads of the room: papers written, what dossiers owe, and what is still missing."""

from kiemdiem.papers.queries.counter import (
    OwedPaper,
    missing_papers,
    owed_papers,
    receipt_values,
    received,
    received_paper,
    title_of,
)
from kiemdiem.papers.queries.dossiers import Submitted, dossier_facts, dossier_of, dossier_step, dossiers_of
from kiemdiem.papers.queries.own import is_own, is_signed_by_subject, own_forms, own_papers
from kiemdiem.papers.queries.papers import contents_of, count_by_form, paper, papers_of, whose

__all__ = [
    "OwedPaper",
    "Submitted",
    "contents_of",
    "count_by_form",
    "dossier_facts",
    "dossier_of",
    "dossier_step",
    "dossiers_of",
    "is_own",
    "is_signed_by_subject",
    "missing_papers",
    "owed_papers",
    "own_forms",
    "own_papers",
    "paper",
    "papers_of",
    "receipt_values",
    "received",
    "received_paper",
    "title_of",
    "whose",
]
