"""People: who they are, where they take part, their standing, seats and leave."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

from kiemdiem.org.models.known import Dated, Known, among, one_open, ordered, paired
from kiemdiem.org.models.units import Unit

MEMBERSHIPS = ("official", "temporary", "residence")
STANDINGS = ("probationary", "official", "exempt_work", "exempt_activity", "suspended")
DEPARTURES = ("moved", "struck_off", "expelled", "died", "left")

models.CharField.register_lookup(Length)


class Person(models.Model):
    """Somebody the committee knows: a member, or a non-Party person in an invited body."""

    key = models.CharField(max_length=40, unique=True)
    full_name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=400)
    search_key = models.CharField(max_length=120, db_index=True)
    birth_on = models.DateField(null=True, blank=True)
    id_number = models.CharField(max_length=12, null=True, blank=True, unique=True)
    gender = models.CharField(max_length=10, blank=True)
    account = models.OneToOneField(
        "accounts.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="person"
    )
    admitted_on = models.DateField(null=True, blank=True)
    official_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    known_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["sort_key", "key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(id_number__isnull=True) | Q(id_number__length=12), name="org_person_id_number_length"
            ),
            models.CheckConstraint(
                condition=Q(official_on__isnull=True)
                | Q(admitted_on__isnull=True)
                | Q(official_on__gte=models.F("admitted_on")),
                name="org_person_official_after_admitted",
            ),
            among("gender", ("", "male", "female")),
        ]

    def __str__(self) -> str:
        return self.full_name


class Membership(Dated):
    """Where a person takes part: the cell of record, a cell for a time, or the cell where he lives."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = [
            ordered(),
            paired(),
            among("kind", MEMBERSHIPS),
            one_open("person", "kind", name="org_membership_one_open"),
        ]
        indexes = [models.Index(fields=["unit", "kind", "from_on"]), models.Index(fields=["person", "kind"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.unit}"


class Standing(Dated):
    """Probationary, official, exempt from work, exempt from activity, suspended — over a period."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="standings")
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = [
            ordered(),
            paired(),
            among("kind", STANDINGS),
            one_open("person", "kind", name="org_standing_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.kind}"


class Seat(Dated):
    """A post a person holds in a body."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="seats")
    post = models.CharField(max_length=60)

    class Meta:
        constraints = [ordered(), paired(), one_open("person", "unit", "post", name="org_seat_one_open")]
        indexes = [models.Index(fields=["unit", "post"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.post} · {self.unit}"


class Leave(Dated):
    """Time away: ill, on maternity leave, on a long journey or a course."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leaves")
    kind = models.CharField(max_length=40)

    class Meta:
        constraints = [ordered(), paired()]

    def __str__(self) -> str:
        return f"{self.person} · {self.kind}"


class Departure(Known):
    """That a member left the register: moved away, struck off, expelled, died, or left the Party."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="departures")
    kind = models.CharField(max_length=20)
    left_on = models.DateField()
    to_text = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [paired(), among("kind", DEPARTURES)]

    def __str__(self) -> str:
        return f"{self.person} · {self.kind}"
