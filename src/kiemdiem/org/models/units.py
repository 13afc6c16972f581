"""Units by date: their names, kinds and places in the tree, where they came from, which bodies belong to a cell."""

from django.db import models

from kiemdiem.org.models.known import Dated, Known, among, one_open, ordered, paired

SUCCESSIONS = ("merged", "split", "consolidated")


class Unit(models.Model):
    """A Party body, cell, collective or outside body: only its identity; all else is in its periods."""

    key = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.key


class UnitPeriod(Dated):
    """What a unit was called, what kind it was and under which unit it stood, over a period."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="periods")
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=640)
    search_key = models.CharField(max_length=200)
    kind = models.CharField(max_length=60)
    cell_kind = models.CharField(max_length=60, blank=True)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="child_periods", null=True, blank=True)

    class Meta:
        constraints = [ordered(), paired(), one_open("unit", name="org_unitperiod_one_open")]
        indexes = [models.Index(fields=["parent", "from_on"]), models.Index(fields=["unit", "from_on"])]

    def __str__(self) -> str:
        return self.name


class UnitSuccession(Known):
    """Which unit took the place of another, and when."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="precessions")
    kind = models.CharField(max_length=20)
    happened_on = models.DateField()

    class Meta:
        constraints = [paired(), among("kind", SUCCESSIONS)]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class UnitLink(Dated):
    """A government, Front or mass body whose yearly result counts for a cell."""

    cell = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="links")
    linked_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="linked_cells")
    kind = models.CharField(max_length=60)

    class Meta:
        constraints = [ordered(), paired(), one_open("cell", "linked_unit", name="org_unitlink_one_open")]

    def __str__(self) -> str:
        return f"{self.cell} – {self.linked_unit}"
