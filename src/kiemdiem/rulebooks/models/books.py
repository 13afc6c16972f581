"""A committee's own rulebook: copied from another, changed value by value, frozen version by version."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class OwnBook(models.Model):
    """A rulebook a committee keeps for itself. `origin`: the shipped book whose rows and papers it goes on using."""

    code = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="own_books")
    origin = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.code


class BookVersion(models.Model):
    """One version of an own book: what it began with, over which its changes are laid; frozen it never changes.

    Shape: `content` is the canonical JSON of the files it began with; `began_from` names where that came from.
    """

    book = models.ForeignKey(OwnBook, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    began_from = models.CharField(max_length=200)
    content = models.TextField()
    sha = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["book", "number"], name="own_version_number_once"),
            models.UniqueConstraint(
                fields=["book"], condition=Q(frozen_at__isnull=True), name="own_version_one_in_work"
            ),
            models.CheckConstraint(
                name="own_version_frozen_whole",
                condition=Q(frozen_at__isnull=True, frozen_by__isnull=True, sha="")
                | (Q(frozen_at__isnull=False, frozen_by__isnull=False) & ~Q(sha="") & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.book} · {self.number}"

    @property
    def is_frozen(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.frozen_at is not None


class Change(models.Model):
    """One value laid over the version it belongs to; a later one of the same place goes over it.

    Shape: `before` and `after` are JSON; `place` as in core/law/content.py, empty for a whole file. `to_check`: the
    program put it there, or found it naming the former year, and a person has to look at it before the version is
    frozen.
    """

    version = models.ForeignKey(BookVersion, on_delete=models.PROTECT, related_name="changes")
    file = models.CharField(max_length=40)
    place = models.CharField(max_length=300, blank=True)
    before = models.TextField()
    after = models.TextField()
    to_check = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["version", "file", "place"], name="own_change_at_place")]

    def __str__(self) -> str:
        return f"{self.version} · {self.file} {self.place}"
