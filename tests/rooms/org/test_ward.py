"""The ward that other rooms' tests begin with."""

from datetime import date

import pytest

from kiemdiem.journal import queries as journal
from kiemdiem.org import queries
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
NOVEMBER = date(2017, 11, 1)


def test_the_ward_has_its_register_by_given_name():
    ward = make.ward()
    names = [membership.person.full_name.split()[-1] for membership in queries.register(ward.body, on=NOVEMBER)]
    assert names == ["An", "Bình", "Châu", "Dũng", "Én", "Giang", "Hạnh", "Ích", "Khôi", "Lan", "Minh", "Nga"]


def test_only_official_members_neither_exempt_nor_suspended_count():
    ward = make.ward()
    keys = {person.pk: key for key, person in ward.persons.items()}
    found = [keys[person.pk] for person in queries.officials_of(ward.cells[0], on=NOVEMBER)]
    assert found == ["secretary", "deputy", "standing", "chair", "plain", "disciplined"]


def test_a_second_ward_stands_beside_the_first():
    other = make.ward(beside=make.ward())
    assert len(queries.register(other.body, on=NOVEMBER)) == 12
    assert journal.verify().whole
