"""Who and what a season reviews and grades, as the register stood when it opened, and what was added since."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class SeasonUnit(models.Model):
    """One organisation of the season, with its name and place in the tree as frozen at the opening."""

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="units")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=400)
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=640)
    kind = models.CharField(max_length=60)
    cell_kind = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["season", "unit"], name="season_unit_once")]
        indexes: ClassVar = [models.Index(fields=["season", "kind"], name="season_unit_kind")]
        ordering: ClassVar = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name


class SeasonSubject(models.Model):
    """One subject of the season: a member, a leader, a collective, a cell or the party body itself.

    A leader stands twice, once as the member he is and once as the leader. A subject is never deleted: when somebody
    leaves, it ends with its day and its reason.
    """

    class Kind(models.TextChoices):
        """What kind of subject this is."""

        MEMBER = "member", "Đảng viên"
        LEADER = "leader", "Cán bộ lãnh đạo, quản lý"
        COLLECTIVE = "collective", "Tập thể"
        CELL = "cell", "Chi bộ"
        PARTY_BODY = "party_body", "Đảng bộ"

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="subjects")
    key = models.CharField(max_length=100)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    person = models.ForeignKey("org.Person", null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=640)
    is_reviewed = models.BooleanField()
    is_graded = models.BooleanField()
    why_not = models.CharField(max_length=400, blank=True)
    rows = models.JSONField(default=list)
    added_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "key"], name="season_subject_once"),
            models.CheckConstraint(
                name="subject_person_or_unit",
                condition=Q(kind__in=["member", "leader"], person__isnull=False)
                | (~Q(kind__in=["member", "leader"]) & Q(person__isnull=True)),
            ),
            models.CheckConstraint(name="subject_out_with_reason", condition=Q(is_graded=True) | ~Q(why_not="")),
            models.CheckConstraint(name="subject_ended_why", condition=Q(ended_on__isnull=True) | ~Q(ended_why="")),
        ]
        indexes: ClassVar = [models.Index(fields=["season", "unit", "kind"], name="season_subject_unit")]
        ordering: ClassVar = ["sort_key", "key"]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """Where a subject is reviewed: at which unit's session, before which body, and whether he is voted on there."""

    subject = models.ForeignKey(SeasonSubject, on_delete=models.PROTECT, related_name="places")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    entry_key = models.CharField(max_length=80)
    is_cell = models.BooleanField()
    is_ballot = models.BooleanField(default=False)
    rows = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField(default=1)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["subject", "unit"], name="place_once")]
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.subject} → {self.unit}"
