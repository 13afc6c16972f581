"""Papers written: by key, by form, about somebody; and the content items a season's forms print."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.papers import catalogue
from kiemdiem.papers.drawn import Prompt
from kiemdiem.papers.models import Paper


def contents_of(season: Season) -> dict[str, tuple[Prompt, ...]]:
    """The content items of the season's rulebook by the key of their set."""
    return catalogue.contents_of(cycles.book_of(season))


def papers_of(season: Season, *, form_key: str = "", about: str = "") -> QuerySet[Paper]:
    """The papers of the season in the order written; of one form, or about one subject."""
    found = Paper.objects.filter(season=season).select_related("unit", "docx", "pdf", "xlsx", "written_by")
    if form_key:
        found = found.filter(form_key=form_key)
    return found.filter(about=about) if about else found


def whose(season: Season, papers: Iterable[Paper]) -> dict[int, str]:
    """Whom each of the papers is about and who issued it, in words, by id of paper."""
    listed = list(papers)
    units = {each.unit_id: each.name for each in season.units.filter(unit__in=[paper.unit_id for paper in listed])}
    about = cycles.subjects_of(season).filter(key__in={paper.about for paper in listed}, person__isnull=False)
    names = {each.key: each.name for each in about.select_related("person")}
    return {
        paper.pk: ", ".join(text for text in (names.get(paper.about), units.get(paper.unit_id)) if text)
        for paper in listed
    }


def paper(key: str) -> Paper:
    """The paper of that key.

    Raises: Refused when there is none.
    """
    found = Paper.objects.filter(key=key).select_related("season", "unit", "docx", "pdf", "xlsx").first()
    if found is None:
        raise refuse("Không tìm thấy giấy tờ này.", todo="Hãy chọn lại trong danh sách giấy tờ.")
    return found


def count_by_form(season: Season) -> dict[str, int]:
    """How many papers of each form the season wrote, voided ones left out."""
    found = Paper.objects.filter(season=season).exclude(state=Paper.State.VOIDED)
    counted = found.values("form_key").annotate(papers=Count("pk")).order_by("form_key")
    return {each["form_key"]: each["papers"] for each in counted}
