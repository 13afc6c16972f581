"""Stored files: what each is called and where it came from; the bytes lie under the home folder by their hash."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """One stored content. The same content kept twice is one row, under the name it first came with."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="files_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name
