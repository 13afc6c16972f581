"""A job is taken by one worker at a time and ends only in the hands of its holder."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.jobs import commands, queries, worker
from kiemdiem.jobs.models import Job
from kiemdiem.journal.models import Entry

pytestmark = pytest.mark.django_db
MORNING = datetime(2017, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LEASE = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def kinds(settings) -> None:
    settings.JOB_KINDS = "tests.rooms.jobs.kinds_here.KINDS"


def queued(kind: str = "count", **facts: int) -> Job:
    return commands.queue_job(kind, facts, by=None, at=MORNING)


def take(name: str = "w1", *, after: int = 0) -> commands.Turn | None:
    return commands.take_job(name, now=lambda: MORNING + timedelta(seconds=after), lease=LEASE)


def work(after: int = 0) -> str:
    done = worker.take_one("w1", now=lambda: MORNING + timedelta(seconds=after), lease=LEASE)
    return done[1] if done else "nothing"


def test_a_job_is_done_with_its_progress_and_result():
    job = queued(parts=3)
    state = work()

    job.refresh_from_db()
    assert (state, job.result, job.done, job.total, job.tries) == ("done", {"sum": 3}, 3, 3, 1)
    assert (job.ended_at, job.ended_by, job.lease_until) == (MORNING, "w1", None)


def test_the_oldest_job_is_taken_first_and_once():
    first, second = queued(parts=1), queued(parts=1)

    assert [t.job.pk if t else None for t in (take("a"), take("b"), take("c"))] == [first.pk, second.pk, None]


def test_a_job_for_later_is_not_taken_before():
    commands.queue_job("count", {}, by=None, at=MORNING, ready_from=MORNING + timedelta(seconds=10))

    assert (take(after=9), take(after=10) is None) == (None, False)


@pytest.mark.parametrize(("seconds", "taken"), [(30, False), (31, True)])
def test_a_job_without_a_sign_of_life_is_taken_over_after_the_lease(seconds, taken):
    queued(parts=1)
    take("dead")

    assert (take("other", after=seconds) is not None) is taken


def test_a_sign_of_life_keeps_the_job():
    queued(parts=1)
    turn = take("alive")
    turn.now = lambda: MORNING + timedelta(seconds=20)
    turn.live()

    assert (take("other", after=50), take("other", after=51) is None) == (None, False)


def test_who_lost_the_job_cannot_end_it():
    job = queued(parts=1)
    late = take("late")
    take("other", after=31)
    with pytest.raises(commands.Lost):
        late.finish({"sum": 0})

    job.refresh_from_db()
    assert (job.state, job.worker, job.tries, job.result) == ("running", "other", 2, {})


def test_one_worker_with_two_turns_is_told_apart():
    queued(parts=1)
    first = take("same")
    take("same", after=31)
    with pytest.raises(commands.Lost):
        first.live()


def test_the_write_of_who_lost_the_job_is_taken_back():
    queued("be_overtaken")

    assert work() == "lost"
    assert [e.act for e in Entry.objects.all()] == ["jobs.queue_job"]


def test_a_job_that_kills_its_workers_is_given_up():
    job = queued(parts=1)
    for number in range(3):
        take(f"w{number}", after=31 * number)

    assert take("w4", after=93) is None
    job.refresh_from_db()
    assert (job.state, job.fault) == ("failed", "Tiến trình chạy việc này đã dừng đột ngột nhiều lần.")


def test_a_refusal_is_final():
    job = queued("say_no")
    state = work()

    job.refresh_from_db()
    assert (state, job.fault, job.tries) == ("failed", "Không nhập được. Hãy sửa tệp.", 1)


def test_a_fault_is_tried_three_times_and_kept():
    job = queued("break_down")
    states = [work(after=31 * number) for number in range(4)]

    job.refresh_from_db()
    assert states == ["ready", "ready", "failed", "nothing"]
    assert (job.tries, job.fault) == (3, "ZeroDivisionError: no parts")


def test_a_running_job_stops_at_its_next_sign_of_life():
    job = queued("be_stopped")
    state = work()

    job.refresh_from_db()
    assert (state, job.done, job.total) == ("cancelled", 2, 4)


def test_a_waiting_job_is_stopped_at_once():
    by = Account.objects.create(username="lan", display_name="Lan", created_at=MORNING)
    job = commands.cancel_job(queued(parts=1).pk, by=by, at=MORNING)

    assert (job.state, job.ended_by, work()) == ("cancelled", "Lan", "nothing")
    with pytest.raises(Refused, match="đã kết thúc"):
        commands.cancel_job(queued_and_done().pk, by=by, at=MORNING)


def queued_and_done() -> Job:
    job = queued(parts=1)
    work()
    return job


def test_an_unknown_kind_is_not_queued():
    with pytest.raises(KeyError):
        queued("unheard_of")


def test_a_kind_the_program_forgot_fails_with_its_name():
    job = queued(parts=1)
    Job.objects.update(kind="forgotten")
    state = work()

    job.refresh_from_db()
    assert (state, job.fault) == ("failed", "Chương trình này không biết loại việc forgotten.")


def test_progress_is_told_in_words_of_the_screen():
    queued(parts=1)
    turn = take()
    turn.tell(1, 3)
    progress = queries.progress_of(Job.objects.get())

    assert (progress.title, progress.state_text, progress.percent) == ("Đếm", "đang chạy", 33)
    assert (progress.over, progress.may_cancel) == (False, True)


def test_the_jobs_of_the_night_are_queued_once():
    first = commands.queue_nightly_jobs(MORNING)
    again = commands.queue_nightly_jobs(MORNING + timedelta(hours=2))

    assert ([j.ready_from for j in first], again) == ([MORNING + timedelta(hours=17)], [])


def test_the_next_night_has_its_own():
    commands.queue_nightly_jobs(MORNING)
    Job.objects.update(state=Job.DONE)
    tomorrow = commands.queue_nightly_jobs(MORNING + timedelta(days=1))

    assert [j.ready_from for j in tomorrow] == [MORNING + timedelta(days=1, hours=17)]
