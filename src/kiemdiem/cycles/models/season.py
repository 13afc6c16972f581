"""A season: one year of one committee under one rulebook, frozen when it opens."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


def both_or_none(name: str) -> Q:
    """The condition that a moment `<name>_at` stands with its person `<name>_by`, or neither does."""
    return Q(**{f"{name}_at__isnull": True, f"{name}_by__isnull": True}) | Q(
        **{f"{name}_at__isnull": False, f"{name}_by__isnull": False}
    )


class Season(models.Model):
    """The yearly review of one committee."""

    class State(models.TextChoices):
        """Where the season stands."""

        DRAFT = "draft", "Đang chuẩn bị"
        OPEN = "open", "Đang tiến hành"
        CLOSED = "closed", "Đã khép"

    key = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="seasons")
    rulebook_code = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    effective_json = models.TextField(blank=True)
    effective_sha = models.CharField(max_length=64, blank=True)
    register_on = models.DateField(null=True)
    as_of = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)
    is_rehearsal = models.BooleanField(default=False)
    joined_late_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="season_opened_pair", condition=both_or_none("opened")),
            models.CheckConstraint(name="season_closed_pair", condition=both_or_none("closed")),
            models.CheckConstraint(
                name="season_frozen_when_open",
                condition=Q(state="draft", effective_sha="", opened_at__isnull=True)
                | (~Q(state="draft") & ~Q(effective_sha="") & Q(opened_at__isnull=False, register_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="season_closed_when_closed",
                condition=Q(state="closed", closed_at__isnull=False) | (~Q(state="closed") & Q(closed_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="season_as_of_only_assumed",
                condition=Q(as_of__isnull=True) | Q(is_demo=True) | Q(is_rehearsal=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EffectiveBook(models.Model):
    """The effective rulebook of an open season from one moment on; the first is the freeze, later ones are acts.

    `rulebook_code`, `rulebook_version`: the book behind it, and of a committee's own one which frozen version.
    """

    season = models.ForeignKey(Season, on_delete=models.PROTECT, related_name="books")
    number = models.PositiveSmallIntegerField()
    rulebook_code = models.CharField(max_length=40, default="")
    rulebook_version = models.PositiveSmallIntegerField(default=0)
    effective_json = models.TextField()
    effective_sha = models.CharField(max_length=64)
    what = models.TextField()
    body = models.CharField(max_length=200, blank=True)
    document = models.CharField(max_length=200, blank=True)
    scan = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "number"], name="book_number_once"),
            models.CheckConstraint(
                name="book_change_documented", condition=Q(number=1) | (~Q(body="") & ~Q(document=""))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.season} · {self.number}"
