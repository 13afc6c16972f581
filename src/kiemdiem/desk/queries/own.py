"""What one person sees of himself in a season: his results with where they stand, and the papers that are his."""

from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import queries as grading
from kiemdiem.grading.queries import Result
from kiemdiem.org.models import Person


def own_results(season: Season, person: Person) -> list[Result]:
    """The person's results as a member and as a leader, the member's first."""
    subjects = SeasonSubject.objects.filter(season=season, person=person, ended_on__isnull=True)
    found = grading.results_of(subjects.select_related("unit", "person", "season").order_by("key"))
    return sorted(found, key=lambda result: result.subject.kind != "member")
