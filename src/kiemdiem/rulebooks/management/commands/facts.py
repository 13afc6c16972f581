"""`facts schema RULEBOOK SUBJECT`: the JSON Schema of the facts the judge takes."""

import json
from argparse import ArgumentParser
from typing import Any

from kiemdiem.core.judge.rows import facts_schema
from kiemdiem.journal import console
from kiemdiem.rulebooks.management.commands.rulebook import book_of


class Command(console.Command):
    """Says what facts of a subject look like."""

    help = "Dữ kiện: schema (lược đồ JSON của một dòng dữ kiện)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One sub-command."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="schema")
        schema = verbs.add_parser("schema", help="in lược đồ JSON")
        schema.add_argument("rulebook", metavar="RULEBOOK")
        schema.add_argument("subject", metavar="SUBJECT", help="loại đối tượng, ví dụ member, cell")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the schema."""
        book = book_of(options["rulebook"])
        kinds = [subject.key for subject in book.subjects.subjects]
        if options["subject"] not in kinds:
            raise console.WrongUse(f"Không có loại đối tượng “{options['subject']}”. Có: {', '.join(kinds)}.")
        self.stdout.write(json.dumps(facts_schema(book, options["subject"]), ensure_ascii=False, indent=2))
