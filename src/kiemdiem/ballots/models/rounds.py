"""A round of voting: its roll, its lines and its official figures."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


def both_or_none(name: str) -> Q:
    """The condition that a moment stands with its person, or neither does."""
    return Q(**{f"{name}_at__isnull": True, f"{name}_by__isnull": True}) | Q(
        **{f"{name}_at__isnull": False, f"{name}_by__isnull": False}
    )


class Round(models.Model):
    """One round of one ballot at one meeting, from the roll to the locked figures.

    `fresh_slips` is false where the slips of the round before were handed out again: that one cannot be recounted.
    """

    class State(models.TextChoices):
        """Where the round stands."""

        PREPARED = "prepared", "Đã chuẩn bị"
        ISSUED = "issued", "Đã phát phiếu"
        COUNTING = "counting", "Đang kiểm phiếu"
        LOCKED = "locked", "Đã chốt"
        VOID = "void", "Vòng hủy"

    class Entry(models.TextChoices):
        """How the two counts are keyed."""

        TELLERS = "tellers", "Hai người kiểm phiếu nhập tại cuộc họp"
        SHEET = "sheet", "Nhập hai lần từ phiếu kiểm đã ký"

    key = models.CharField(max_length=60, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="rounds")
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.PROTECT, related_name="rounds")
    ballot_key = models.CharField(max_length=80)
    number = models.PositiveSmallIntegerField()
    attempt = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=300)
    is_scored = models.BooleanField(default=False)
    options = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARED)
    entry = models.CharField(max_length=10, choices=Entry, default=Entry.TELLERS)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="next_rounds")
    repeats = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="repeated_by")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    reason = models.CharField(max_length=500, blank=True)
    fresh_slips = models.BooleanField(default=True)
    convened = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    issued = models.PositiveIntegerField(null=True)
    returned = models.PositiveIntegerField(null=True)
    valid = models.PositiveIntegerField(null=True)
    invalid = models.PositiveIntegerField(null=True)
    held_on = models.DateField()
    counted_attempt = models.PositiveSmallIntegerField(default=1)
    official_attempt = models.PositiveSmallIntegerField(null=True)
    void_why = models.CharField(max_length=500, blank=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    locked_at = models.DateTimeField(null=True)
    locked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    announced_on = models.DateField(null=True)
    announced_at = models.DateTimeField(null=True)
    announced_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["meeting_id", "ballot_key", "number", "attempt"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "ballot_key", "number", "attempt"], name="ballots_round_attempt_once"
            ),
            models.CheckConstraint(condition=Q(present__lte=F("convened")), name="ballots_present_within_convened"),
            models.CheckConstraint(
                condition=~Q(state="locked")
                | Q(
                    issued__lte=F("present"),
                    returned__lte=F("issued"),
                    returned=F("valid") + F("invalid"),
                    official_attempt__isnull=False,
                    locked_at__isnull=False,
                ),
                name="ballots_locked_balances",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["issued", "counting"]) | Q(issued__isnull=False), name="ballots_issued_counted"
            ),
            models.CheckConstraint(condition=~Q(state="void") | ~Q(void_why=""), name="ballots_void_has_ground"),
            models.CheckConstraint(
                condition=Q(announced_on__isnull=True) | Q(state="locked"), name="ballots_announced_is_locked"
            ),
            models.CheckConstraint(
                condition=Q(fresh_slips=True) | Q(follows__isnull=False), name="ballots_reused_slips_follow"
            ),
            models.CheckConstraint(condition=both_or_none("issued"), name="ballots_round_issued_pair"),
            # Two tellers without accounts lock a round by agreeing: a moment, then, without an account.
            models.CheckConstraint(
                condition=Q(locked_by__isnull=True) | Q(locked_at__isnull=False), name="ballots_round_locked_pair"
            ),
            models.CheckConstraint(condition=both_or_none("announced"), name="ballots_round_announced_pair"),
        ]

    def __str__(self) -> str:
        return self.title


class RoundVoter(models.Model):
    """One voter on the roll taken for one round: in the room or not. Who took or cast a slip is kept nowhere."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="voters")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    printed_name = models.CharField(max_length=160)
    present = models.BooleanField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "person"], name="ballots_voter_once")]


class Line(models.Model):
    """One line printed on the slip: a subject of the season, with the birth year where two names are the same."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="lines")
    subject = models.ForeignKey("cycles.SeasonSubject", on_delete=models.PROTECT, related_name="ballot_lines")
    position = models.PositiveSmallIntegerField()
    printed_name = models.CharField(max_length=200)
    birth_year = models.PositiveSmallIntegerField(null=True)
    convened = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["round_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "subject"], name="ballots_line_once"),
            models.UniqueConstraint(fields=["round", "position"], name="ballots_line_position"),
        ]

    def __str__(self) -> str:
        return f"{self.printed_name} ({self.birth_year})" if self.birth_year else self.printed_name
