"""A number for what is kept about results, so that a page can tell whether somebody came in between."""

from collections.abc import Iterable

from django.db.models import Sum

from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.grading.models import Commendation, CommendationProposal, Decision, Proposal, ReturnedLine, Verdict

# Rows of these are only added, so their number grows with every act.
ADDED = (Verdict, Proposal, Decision, CommendationProposal, Commendation)


def version_of(*subjects: SeasonSubject) -> int:
    """The version of the results of the subjects: it grows with everything kept about any of them."""
    return versions_of(subjects, together=True)[0]


def versions_of(subjects: Iterable[SeasonSubject], *, together: bool = False) -> dict[int, int]:
    """The version of each subject's result by its id; `together` adds them up under 0."""
    chosen = list(subjects)
    found = dict.fromkeys((subject.pk for subject in chosen), 1)
    for model in ADDED:
        for pk in model.objects.filter(subject__in=chosen).values_list("subject_id", flat=True):
            found[pk] += 1
    # A returned line is answered in its own row, which counts its changes.
    returned = ReturnedLine.objects.filter(subject__in=chosen).values("subject_id").annotate(all=Sum("version"))
    for row in returned.order_by():
        found[row["subject_id"]] += row["all"]
    return {0: sum(found.values())} if together else found
