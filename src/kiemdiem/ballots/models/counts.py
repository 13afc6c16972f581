"""Two independent counts of a round, line by line; score slips; and a corrected count as a new version."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Count(models.Model):
    """The whole sheet of one teller (or one keying of the signed sheet) in one attempt at counting a round."""

    round = models.ForeignKey("ballots.Round", on_delete=models.PROTECT, related_name="counts")
    attempt = models.PositiveSmallIntegerField()
    part = models.PositiveSmallIntegerField()
    teller = models.ForeignKey("ballots.Teller", on_delete=models.PROTECT, null=True, related_name="counts")
    clerk = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    returned = models.PositiveIntegerField()
    valid = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField()
    reason = models.CharField(max_length=500, blank=True)
    scan = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["round_id", "attempt", "part"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(part__in=[1, 2]), name="ballots_two_parts"),
            models.CheckConstraint(condition=Q(returned=F("valid") + F("invalid")), name="ballots_count_balances"),
            models.CheckConstraint(
                condition=Q(teller__isnull=False, clerk__isnull=True) | Q(teller__isnull=True, clerk__isnull=False),
                name="ballots_count_by_one",
            ),
            models.UniqueConstraint(fields=["round", "attempt", "part"], name="ballots_part_once"),
            models.UniqueConstraint(fields=["round", "attempt", "teller"], name="ballots_two_tellers"),
            models.UniqueConstraint(fields=["round", "attempt", "clerk"], name="ballots_two_clerks"),
        ]


class Tally(models.Model):
    """The marks of one line in one count; together with blank and invalid marks they are the valid slips."""

    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="tallies")
    line = models.ForeignKey("ballots.Line", on_delete=models.PROTECT, related_name="tallies")
    votes_1 = models.PositiveIntegerField(default=0)
    votes_2 = models.PositiveIntegerField(default=0)
    votes_3 = models.PositiveIntegerField(default=0)
    votes_4 = models.PositiveIntegerField(default=0)
    votes_5 = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    line_invalid = models.PositiveIntegerField(default=0)
    valid_slips = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["count_id", "line__position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["count", "line"], name="ballots_tally_once"),
            models.CheckConstraint(
                condition=Q(
                    valid_slips=F("votes_1")
                    + F("votes_2")
                    + F("votes_3")
                    + F("votes_4")
                    + F("votes_5")
                    + F("blank")
                    + F("line_invalid")
                ),
                name="ballots_line_balances",
            ),
        ]

    @property
    def marks(self) -> tuple[int, ...]:
        """The marks per option, in the order of the slip."""
        return (self.votes_1, self.votes_2, self.votes_3, self.votes_4, self.votes_5)


class ScoreSlip(models.Model):
    """One score slip as keyed in one count: no number, no time, no voter; its key is random and its place shuffled.

    Points are hundredths. A part left empty is null; `total` is the sum of the parts, beside it what the voter wrote.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="slips")
    parts = models.JSONField()
    written_total = models.PositiveIntegerField(null=True)
    total = models.PositiveIntegerField()
    maximum = models.PositiveIntegerField()
    is_valid = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(is_valid=False) | Q(total__lte=F("maximum")), name="ballots_score_within_maximum"
            )
        ]


class ScorePile(models.Model):
    """The score slips one hand has keyed so far, one by one; gone once they are a count.

    Shape: `slips` is a list in shuffled order of `parts` (hundredths or null), `written_total` and `spoiled`. It is one
    value written anew with each slip, so that no row, number or time tells in which order slips came.
    """

    round = models.ForeignKey("ballots.Round", on_delete=models.PROTECT, related_name="piles")
    attempt = models.PositiveSmallIntegerField()
    teller = models.ForeignKey("ballots.Teller", on_delete=models.PROTECT, null=True, related_name="piles")
    clerk = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    returned = models.PositiveIntegerField()
    slips = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(teller__isnull=False, clerk__isnull=True) | Q(teller__isnull=True, clerk__isnull=False),
                name="ballots_pile_of_one",
            ),
            models.UniqueConstraint(fields=["round", "attempt", "teller"], name="ballots_one_pile_a_teller"),
            models.UniqueConstraint(fields=["round", "attempt", "clerk"], name="ballots_one_pile_a_clerk"),
        ]


class Recount(models.Model):
    """A further pair of counts of a round: which lines, why, and, once a count was locked, on which signed paper.

    A correction is a recount of a locked round; it keeps the figures that stood before and what was built on them.
    """

    round = models.ForeignKey("ballots.Round", on_delete=models.PROTECT, related_name="recounts")
    attempt = models.PositiveSmallIntegerField()
    lines = models.JSONField(default=list)
    reason = models.CharField(max_length=500)
    is_correction = models.BooleanField(default=False)
    document = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField(null=True)
    before = models.JSONField(default=dict)
    depends = models.JSONField(default=list)
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["round_id", "attempt"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "attempt"], name="ballots_recount_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="ballots_recount_has_ground"),
            models.CheckConstraint(
                condition=Q(is_correction=False) | (~Q(document="") & Q(signed_on__isnull=False)),
                name="ballots_correction_signed",
            ),
        ]
