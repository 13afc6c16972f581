"""The database's own guard of what was counted: a locked or void round, its roll, its lines and its counts stand.

A locked round takes new figures only with the recount that a correction ordered. On SQLite Django rebuilds a table to
change it, which drops its triggers: a later migration of a guarded table must run `install` again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiemdiem.journal.triggers import present

SAID = "a locked count stands as it is"
SETTLED = "state IN ('locked', 'void')"
# What a settled round never changes, and what only a correction changes.
FIXED = (
    "id key season_id meeting_id ballot_key number attempt state is_scored options follows_id repeats_id replaces_id "
    "fresh_slips convened present issued held_on void_why"
).split()
COUNTED = ("returned", "valid", "invalid", "official_attempt")
# Where a REPLACE of SQLite, which asks no DELETE trigger, could put another row in a guarded one's place.
UNIQUE = {
    "round": (("id",), ("key",)),
    "count": (("id",), ("round_id", "attempt", "part")),
    "tally": (("id",), ("count_id", "line_id")),
    "scoreslip": (("id",),),
    "line": (("id",), ("round_id", "position"), ("round_id", "subject_id")),
    "roundvoter": (("id",), ("round_id", "person_id")),
    "recount": (("id",), ("round_id", "attempt")),
    "custody": (("id",),),
}


@dataclass(frozen=True)
class Guard:
    """One trigger: on which table, before which statement, and when it refuses."""

    table: str
    before: str
    when: str

    @property
    def name(self) -> str:
        """The trigger's name."""
        return f"{self.table}_{self.before.lower()}_stands"


def guards(differs: str) -> Iterator[Guard]:
    """Every guard; `differs` is how the database says that two values, perhaps null, are not the same."""
    round_ = "ballots_round"
    corrected = (
        "NEW.official_attempt > OLD.official_attempt AND EXISTS (SELECT 1 FROM ballots_recount r WHERE "
        "r.round_id = OLD.id AND r.attempt = NEW.official_attempt AND r.is_correction)"
    )
    fixed = " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in FIXED)
    counted = " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in COUNTED)
    yield Guard(round_, "UPDATE", f"OLD.{SETTLED} AND (({fixed}) OR (({counted}) AND NOT ({corrected})))")
    yield Guard(round_, "DELETE", f"OLD.{SETTLED}")
    for table, of_row in guarded_rows().items():
        for before in ("UPDATE", "DELETE"):
            yield Guard(f"ballots_{table}", before, of_row.format(row="OLD"))


def guarded_rows() -> dict[str, str]:
    """For each table below a round, when a row of it is settled; recounts and custody are so from the start."""
    of_round = f"EXISTS (SELECT 1 FROM ballots_round r WHERE r.id = {{row}}.round_id AND r.{SETTLED})"
    official = "(r.state = 'void' OR (r.state = 'locked' AND c.attempt <= r.official_attempt))"
    of_count = (
        "EXISTS (SELECT 1 FROM ballots_count c JOIN ballots_round r ON r.id = c.round_id "
        f"WHERE c.id = {{row}}.count_id AND {official})"
    )
    counted = f"EXISTS (SELECT 1 FROM ballots_round r WHERE r.id = {{row}}.round_id AND {official})"
    return {
        "count": counted.replace("c.attempt", "{row}.attempt"),
        "tally": of_count,
        "scoreslip": of_count,
        "line": of_round,
        "roundvoter": of_round,
        "recount": "1 = 1",
        "custody": "1 = 1",
    }


def sqlite() -> dict[str, str]:
    """The statements that set each guard on SQLite, by name."""
    found = {
        each.name: f"CREATE TRIGGER {each.name} BEFORE {each.before} ON {each.table} WHEN {each.when} "
        f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        for each in guards("IS NOT")
    }
    settled = {"round": "t." + SETTLED, **{table: row.format(row="t") for table, row in guarded_rows().items()}}
    for table, keys in UNIQUE.items():
        same = " OR ".join("(" + " AND ".join(f"t.{name} = NEW.{name}" for name in key) + ")" for key in keys)
        found[f"ballots_{table}_replace_stands"] = (
            f"CREATE TRIGGER ballots_{table}_replace_stands BEFORE INSERT ON ballots_{table} "
            f"WHEN EXISTS (SELECT 1 FROM ballots_{table} t WHERE ({same}) AND {settled[table]}) "
            f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        )
    return found


def postgres() -> dict[str, str]:
    """The statements that set each guard on PostgreSQL, by name; a condition that asks a table stands in a function."""
    refuse = f"RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'"
    found = {}
    for each in guards("IS DISTINCT FROM"):
        row = "OLD" if each.before == "DELETE" else "NEW"
        found[each.name] = (
            f"CREATE OR REPLACE FUNCTION {each.name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN IF {each.when} THEN {refuse}; END IF; RETURN {row}; END $$; "
            f"CREATE TRIGGER {each.name} BEFORE {each.before} ON {each.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {each.name}()"
        )
    for table in UNIQUE:
        name = f"ballots_{table}_truncate_stands"
        found[name] = (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$; "
            f"CREATE TRIGGER {name} BEFORE TRUNCATE ON ballots_{table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
    return found


def wanted(connection: Any) -> dict[str, str]:
    """The statements that set each guard on this database, by name."""
    return postgres() if connection.vendor == "postgresql" else sqlite()


def missing(connection: Any) -> list[str]:
    """The guards that are not there, or not switched on, by name."""
    return sorted(wanted(connection).keys() - present(connection))


def install(connection: Any) -> None:
    """Sets every guard that is missing."""
    statements = wanted(connection)
    absent = missing(connection)
    with connection.cursor() as cursor:
        for name in absent:
            cursor.execute(statements[name])


def remove(connection: Any) -> None:
    """Takes every guard away: only to undo the migration, and for tests that empty their database."""
    kept = wanted(connection).keys() - missing(connection)
    with connection.cursor() as cursor:
        for name in sorted(kept):
            table = name.removesuffix("_stands").rpartition("_")[0]
            cursor.execute(
                f"DROP TRIGGER {name} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}"
            )
