"""Days of notice, working days, due days, months and terms, at the edge and one step beyond."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemdiem.core import calendar
from kiemdiem.core.calendar import WorkCalendar

PLAIN = WorkCalendar()
DAYS = st.dates(min_value=date(2010, 1, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("sent", "meeting", "plain", "clear"),
    [
        (date(2017, 11, 26), date(2017, 11, 29), 3, 2),
        (date(2017, 11, 25), date(2017, 11, 29), 4, 3),
        (date(2017, 11, 29), date(2017, 11, 29), 0, -1),
        (date(2017, 12, 31), date(2018, 1, 1), 1, 0),
    ],
)
def test_calendar_days_do_not_count_the_day_of_sending(sent, meeting, plain, clear):
    assert (calendar.cal_days(sent, meeting), calendar.clear_days(sent, meeting)) == (plain, clear)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2017, 12, 1), True),  # a Friday
        (date(2017, 12, 2), False),  # a Saturday
        (date(2017, 12, 3), False),  # a Sunday
        (date(2018, 1, 1), False),  # New Year
        (date(2018, 2, 16), False),  # first day of the lunar year
        (date(2017, 9, 4), False),  # the Monday in place of National Day on a Saturday
        (date(2019, 1, 5), True),  # a Saturday worked in exchange for 31/12/2018
    ],
)
def test_the_country_rests_on_weekends_and_feasts_and_works_days_in_exchange(day, works):
    assert PLAIN.works_on(day) is works


def test_the_committees_own_list_goes_before_the_countrys():
    own = WorkCalendar(off=frozenset({date(2017, 12, 1)}), worked=frozenset({date(2017, 12, 2)}))
    assert [own.works_on(date(2017, 12, day)) for day in (1, 2, 3, 4)] == [False, True, False, True]


def test_saturday_is_a_working_day_only_where_the_reading_says_so():
    assert WorkCalendar(saturday_works=True).works_on(date(2017, 12, 2)) is True
    assert WorkCalendar(saturday_works=True).works_on(date(2017, 12, 3)) is False


@pytest.mark.parametrize(
    ("first", "last", "days", "clear"),
    [
        (date(2017, 12, 1), date(2017, 12, 4), 1, 0),
        (date(2017, 12, 1), date(2017, 12, 5), 2, 1),
        (date(2017, 12, 29), date(2018, 1, 2), 1, 0),
        (date(2017, 12, 5), date(2017, 12, 5), 0, 0),
        (date(2017, 12, 5), date(2017, 12, 1), 0, 0),
    ],
)
def test_working_days_leave_out_rest(first, last, days, clear):
    found = calendar.work_days(first, last, calendar=PLAIN), calendar.clear_work_days(first, last, calendar=PLAIN)
    assert found == (days, clear)


@given(DAYS, st.integers(min_value=0, max_value=40))
def test_working_days_agree_with_counting_one_by_one(first, length):
    days = [date.fromordinal(first.toordinal() + number) for number in range(1, length + 1)]
    last = days[-1] if days else first
    assert calendar.work_days(first, last, calendar=PLAIN) == len([day for day in days if PLAIN.works_on(day)])


@pytest.mark.parametrize(("clear", "last"), [(False, date(2017, 11, 26)), (True, date(2017, 11, 25))])
def test_the_latest_sending_still_leaves_its_days(clear, last):
    meeting = date(2017, 11, 29)
    assert calendar.latest_sending(meeting, days=3, clear=clear) == last
    count = calendar.clear_days if clear else calendar.cal_days
    assert (count(last, meeting), count(date.fromordinal(last.toordinal() + 1), meeting)) == (3, 2)


def test_a_term_of_two_days_ends_on_the_second_day_after():
    assert calendar.due_after(date(2017, 12, 1), 2) == date(2017, 12, 3)
    assert calendar.due_after(date(2017, 12, 30), 2) == date(2018, 1, 1)


@pytest.mark.reading("before_date", "day_before")
def test_before_a_day_ends_the_day_before():
    assert calendar.last_day_before(date(2018, 1, 5), inclusive=False) == date(2018, 1, 4)


@pytest.mark.reading("before_date", "inclusive")
def test_before_a_day_may_include_it():
    assert calendar.last_day_before(date(2018, 1, 5), inclusive=True) == date(2018, 1, 5)


@pytest.mark.parametrize(
    ("reading", "moved"),
    [
        ("stay", date(2017, 12, 2)),
        ("next_working_day", date(2017, 12, 4)),
        ("previous_working_day", date(2017, 12, 1)),
    ],
)
def test_a_deadline_on_a_day_of_rest_is_moved_as_the_reading_says(reading, moved):
    assert calendar.moved_off_rest(date(2017, 12, 2), reading, calendar=PLAIN) == moved
    assert calendar.moved_off_rest(date(2017, 12, 4), reading, calendar=PLAIN) == date(2017, 12, 4)


@pytest.mark.parametrize(("month_end", "end"), [("last_day", date(2018, 2, 28)), ("next_month", date(2018, 3, 1))])
def test_six_months_from_a_day_the_month_does_not_have(month_end, end):
    assert calendar.add_months(date(2017, 8, 31), 6, month_end=month_end) == end


@pytest.mark.parametrize(
    ("admitted", "on", "months"),
    [
        (date(2017, 6, 1), date(2017, 11, 30), 5),
        (date(2017, 6, 1), date(2017, 12, 1), 6),
        (date(2017, 6, 2), date(2017, 12, 1), 5),
        (date(2017, 12, 2), date(2017, 12, 1), 0),
        (date(2016, 8, 31), date(2017, 2, 28), 6),
    ],
)
def test_full_months_pass_on_the_same_day_of_the_month(admitted, on, months):
    assert calendar.full_months(admitted, on) == months


@given(DAYS, st.integers(min_value=0, max_value=30))
def test_full_months_undo_added_months(day, months):
    later = calendar.add_months(day, months)
    assert calendar.full_months(day, later) == months


@pytest.mark.parametrize(
    ("on", "inside", "with_anniversary"),
    [
        (date(2016, 12, 6), False, False),
        (date(2016, 12, 7), True, True),
        (date(2017, 12, 6), True, True),
        (date(2017, 12, 7), False, True),
        (date(2017, 12, 8), False, False),
    ],
)
def test_a_year_from_a_day_ends_before_its_anniversary_or_with_it(on, inside, with_anniversary):
    start = date(2016, 12, 7)
    found = calendar.within_year(start, on), calendar.within_year(start, on, anniversary=True)
    assert found == (inside, with_anniversary)


def test_days_are_printed_as_the_country_writes_them():
    assert calendar.printed(date(2017, 12, 7)) == "07/12/2017"
