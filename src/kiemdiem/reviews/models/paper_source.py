"""How a text came into the house: typed by its author, or keyed for him from a signed paper."""

from django.db import models
from django.db.models import Q


class Entered(models.TextChoices):
    """By which way a text came in."""

    TYPED = "typed", "Tự nhập"
    PAPER = "paper", "Nhập thay, theo bản giấy"


class PaperSource(models.Model):
    """The part of a record that says by which way it came in, from which paper, and where its scan is."""

    entered = models.CharField(max_length=8, choices=Entered.choices, default=Entered.TYPED)
    paper = models.CharField(max_length=300, blank=True)
    scan = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class FromPaper(PaperSource):
    """A source together with whose hand keyed it, and when."""

    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def paper_is_named(prefix: str) -> models.CheckConstraint:
    """The constraint that what was keyed for somebody names the paper it was keyed from."""
    return models.CheckConstraint(name=f"{prefix}_paper_named", condition=~Q(entered="paper") | ~Q(paper=""))
