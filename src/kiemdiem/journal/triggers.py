"""The database's own guard of the journal: entries can be added at the end, and nothing else can be done to them.

On SQLite Django rebuilds a table to change it, which drops its triggers: a later migration of `Entry` or `Head` must
run `install` again. `journal verify` reports a missing one.
"""

from typing import Any

SAID = "the journal is append-only"

SQLITE = {
    "journal_entry_stands": f"""
        CREATE TRIGGER journal_entry_stands BEFORE UPDATE ON journal_entry
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    "journal_entry_stays": f"""
        CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    # REPLACE deletes without asking the DELETE trigger, so an insert must be the next entry.
    "journal_entry_next": f"""
        CREATE TRIGGER journal_entry_next BEFORE INSERT ON journal_entry
        WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM journal_entry)
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    "journal_head_forward": f"""
        CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head
        WHEN NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    "journal_head_stays": f"""
        CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
}

POSTGRES_FUNCTIONS = f"""
    CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE OR REPLACE FUNCTION journal_next() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM journal_entry) THEN
            RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE OR REPLACE FUNCTION journal_forward() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1 THEN
            RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
"""

POSTGRES = {
    "journal_entry_stands": """
        CREATE TRIGGER journal_entry_stands BEFORE UPDATE OR DELETE ON journal_entry
        FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    "journal_entry_stays": """
        CREATE TRIGGER journal_entry_stays BEFORE TRUNCATE ON journal_entry
        FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
    "journal_entry_next": """
        CREATE TRIGGER journal_entry_next BEFORE INSERT ON journal_entry
        FOR EACH ROW EXECUTE FUNCTION journal_next()""",
    "journal_head_forward": """
        CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head
        FOR EACH ROW EXECUTE FUNCTION journal_forward()""",
    "journal_head_stays": """
        CREATE TRIGGER journal_head_stays BEFORE DELETE OR TRUNCATE ON journal_head
        FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
}


def install(connection: Any) -> None:
    """Sets every guard that is missing."""
    wanted = POSTGRES if connection.vendor == "postgresql" else SQLITE
    absent = missing(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTIONS)
        for name in absent:
            cursor.execute(wanted[name])


def remove(connection: Any) -> None:
    """Takes every guard away: only to undo the migration, and for tests that empty their database."""
    kept = SQLITE.keys() - missing(connection)
    with connection.cursor() as cursor:
        for name in sorted(kept):
            table = "journal_head" if name.startswith("journal_head") else "journal_entry"
            cursor.execute(
                f"DROP TRIGGER {name} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}"
            )


def missing(connection: Any) -> list[str]:
    """The guards that are not there, or not switched on, by name."""
    return sorted(SQLITE.keys() - present(connection))


def present(connection: Any) -> frozenset[str]:
    """The names of all triggers of the database that are switched on."""
    asked = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return frozenset(row[0] for row in cursor.fetchall())
