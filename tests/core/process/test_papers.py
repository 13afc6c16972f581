"""Which papers a dossier owes."""

import pytest

from kiemdiem.core.law.sections.proceedings import DossierItem
from kiemdiem.core.process.papers import About, papers_of_item

PERSON = About(subject="p1", name="An")


@pytest.mark.parametrize(("if_any", "owed"), [(False, 1), (True, 0)])
@pytest.mark.parametrize("per", ["unit", "member"])
def test_a_paper_put_in_where_there_is_one_is_never_owed(per, if_any, owed):
    item = DossierItem(key="i", clause="I", text="Giấy", title="Giấy", per=per, if_any=if_any)
    assert len(papers_of_item(item, (PERSON,))) == owed
