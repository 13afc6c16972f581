"""What bears on a grade and comes from elsewhere: discipline, results of other bodies, awards, work, managing body."""

from django.db import models
from django.db.models import Q

from kiemdiem.org.models.known import Dated, Known, among, ordered, paired
from kiemdiem.org.models.people import Person
from kiemdiem.org.models.units import Unit

SIDES = ("party", "government", "mass")


class Discipline(Dated):
    """A penalty of Party, government or mass organisation; the offence has a place and day of its own."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disciplines")
    side = models.CharField(max_length=20)
    measure = models.CharField(max_length=60)
    offence_on = models.DateField(null=True, blank=True)
    offence_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    self_detected = models.BooleanField(default=False)
    document = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [ordered(), paired(), among("side", SIDES)]

    def __str__(self) -> str:
        return f"{self.person} · {self.measure}"


class OutsideResult(Known):
    """A year's grade given by another authority, to a person or to a body."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="outside_results")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="outside_results")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    grade = models.CharField(max_length=40)
    known_on = models.DateField()
    document = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            paired(),
            models.CheckConstraint(
                condition=Q(person__isnull=True, unit__isnull=False) | Q(person__isnull=False, unit__isnull=True),
                name="org_outsideresult_one_subject",
            ),
            models.UniqueConstraint(
                fields=["person", "year", "kind"],
                condition=Q(superseded_at__isnull=True, person__isnull=False),
                name="org_outsideresult_one_per_person",
            ),
            models.UniqueConstraint(
                fields=["unit", "year", "kind"],
                condition=Q(superseded_at__isnull=True, unit__isnull=False),
                name="org_outsideresult_one_per_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.unit} · {self.year} · {self.grade}"


class Award(Known):
    """A title or certificate of a year, given or (titles) proposed."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="awards")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)
    level = models.CharField(max_length=60, blank=True)
    is_proposed = models.BooleanField(default=False)
    document = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [paired()]

    def __str__(self) -> str:
        return f"{self.person} · {self.kind}"


class Work(Dated):
    """What a person works as, and where."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="works")
    kind = models.CharField(max_length=40)
    workplace = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [ordered(), paired()]

    def __str__(self) -> str:
        return f"{self.person} · {self.kind}"


class ManagedBy(Dated):
    """Which body manages a cadre."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="managed_by")
    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="manages")

    class Meta:
        constraints = [ordered(), paired()]

    def __str__(self) -> str:
        return f"{self.person} · {self.body}"
