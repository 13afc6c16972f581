"""Entries of the journal and their head, written by `commands.act` alone; triggers forbid changing what stands."""

from django.db import models


class Entry(models.Model):
    """One act that was carried out. Keys instead of foreign keys: the journal outlives what it tells of."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    keyed_at = models.DateTimeField()
    keyed_by = models.BigIntegerField(null=True)  # no account: keyed at the machine's own console
    keyed_by_name = models.CharField(max_length=120)
    act = models.CharField(max_length=80)
    about = models.CharField(max_length=120, blank=True)
    season = models.CharField(max_length=80, blank=True)
    happened_on = models.DateField(null=True)
    rows = models.JSONField(default=list)
    details = models.JSONField(default=dict)
    sets_clock = models.BooleanField(default=False)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(fields=["season", "seq"], name="journal_by_season"),
            models.Index(fields=["about", "seq"], name="journal_by_about"),
            models.Index(fields=["act", "seq"], name="journal_by_act"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.act} {self.about}".rstrip()


class Head(models.Model):
    """The end of the chain: one row, locked while an act is carried out, so that acts follow one another."""

    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"
