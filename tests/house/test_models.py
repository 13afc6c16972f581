"""What every table keeps: paired moment and person, no pending migration, append-only history."""

import pytest
from django.apps import apps
from django.core.management import call_command

# A moment that no person causes stands alone.
LONE_MOMENTS = {"run_after_at", "lease_until_at", "locked_until_at", "created_at", "last_login"}


def test_every_moment_names_its_person():
    found = []
    for model in apps.get_models():
        if not model.__module__.startswith("kiemdiem."):
            continue
        names = {f.name for f in model._meta.get_fields()}
        moments = sorted(n for n in names if n.endswith("_at") and n not in LONE_MOMENTS)
        found += [f"{model._meta.label}.{name}" for name in moments if name[:-3] + "_by" not in names]
    assert found == []


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
