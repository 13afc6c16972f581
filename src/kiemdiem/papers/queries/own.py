"""The papers a person is shown of himself: those he signs, and the notice of his result."""

from django.db.models import QuerySet

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.sections.blocks import Signatures
from kiemdiem.core.law.sections.papers import Form
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org.models import Person
from kiemdiem.papers import catalogue
from kiemdiem.papers.models import Paper
from kiemdiem.papers.queries.papers import papers_of

NOTICE = "result_notice"
OWN_NAME = "{full_name}"


def own_papers(season: Season, person: Person) -> QuerySet[Paper]:
    """The papers of the season that are the person's own, voided ones left out, in the order written."""
    keys = SeasonSubject.objects.filter(season=season, person=person).values("key")
    found = papers_of(season).filter(about__in=keys, form_key__in=own_forms(season.rulebook_code))
    return found.filter(state=Paper.State.ISSUED)


def is_own(paper: Paper, account: Account) -> bool:
    """Whether the paper is one the owner of the account signs or is told by."""
    person = Person.objects.filter(account=account).first()
    return person is not None and own_papers(paper.season, person).filter(pk=paper.pk).exists()


def own_forms(code: str) -> list[str]:
    """The forms whom they are about signs himself, and the one that tells him his result."""
    forms = catalogue.papers_of(code).forms
    return [form.key for form in forms if form.key == NOTICE or is_signed_by_subject(form)]


def is_signed_by_subject(form: Form) -> bool:
    """Whether the person the form is about signs it."""
    signs = [sign for block in form.blocks if isinstance(block, Signatures) for sign in block.signs]
    return any(sign.name == OWN_NAME for sign in signs)
