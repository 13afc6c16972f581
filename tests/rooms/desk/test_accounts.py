"""Accounts for a whole cell: slips printed once, kept nowhere, renewed while unused; in the office's rights."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.management import call_command

from kiemdiem.accounts import commands as accounts
from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.desk import commands, queries
from kiemdiem.desk.pages import unit_accounts
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import console
from kiemdiem.journal.models import Entry
from kiemdiem.org import commands as org
from kiemdiem.web.moment import moment
from tests.rooms.cycles import make as cycles
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)


@pytest.fixture
def made():
    return cycles.opened()


def opened(made, *, by: Account | None = None, cell: int = 1) -> list[commands.Given]:
    until = made.at + MONTH
    return commands.open_unit_accounts(made.ward.cells[cell], until=until, by=by or made.ward.administrator, at=made.at)


def states(made, *, days: int = 0) -> list[str]:
    return [each.state for each in queries.holders_of(made.ward.cells[1], on=(made.at + timedelta(days=days)).date())]


def test_everybody_of_the_cell_gets_a_members_account_of_his_own(made):
    given = opened(made)
    headmaster, teacher = (made.ward.persons[name] for name in ("headmaster", "teacher"))
    headmaster.refresh_from_db()

    assert [each.holder.person for each in given] == [headmaster, teacher]
    assert headmaster.account == given[0].slip.account
    grants = [(g.role, g.unit.key) for each in given for g in each.slip.account.grants.all()]
    assert grants == [("member", "cb2"), ("member", "cb2")]
    assert states(made) == ["unused", "unused"]


def test_no_password_is_kept_in_rows_journal_or_files(made):
    passwords = [each.slip.password for each in opened(made)]
    kept = repr(list(Account.objects.values())) + repr(list(Entry.objects.values()))

    assert [password in kept for password in passwords] == [False, False]
    assert StoredFile.objects.count() == 0


def test_a_second_time_opens_nothing(made):
    opened(made)
    with pytest.raises(Refused, match="đã có tài khoản"):
        opened(made)

    assert Account.objects.filter(must_change_password=True).count() == 2


def test_the_officer_may_and_a_clerk_or_secretary_may_not(made):
    for by in (made.ward.clerk, made.ward.secretaries[1], made.ward.inspector):
        with pytest.raises(Refused, match="chưa được làm việc này"):
            opened(made, by=by)

    assert len(opened(made, by=made.ward.officer)) == 2


def test_slips_that_ended_unused_are_renewed_and_chosen_passwords_are_not(made):
    first, second = opened(made)
    accounts.change_password(
        second.slip.account, old=second.slip.password, new="lúa chín đồng xa", address="a", at=made.at
    )
    assert states(made, days=30) == ["ended", "used"]
    later, renew = made.at + MONTH, commands.renew_slips
    with pytest.raises(Refused, match="chưa dùng phiếu"):
        renew(made.ward.cells[1], [second.slip.username], until=later, by=made.ward.officer, at=later)
    (again,) = renew(made.ward.cells[1], [first.slip.username], until=later + MONTH, by=made.ward.officer, at=later)

    with pytest.raises(Refused, match="chưa đúng"):
        accounts.sign_in(first.slip.username, first.slip.password, address="a", at=later)
    assert accounts.sign_in(again.slip.username, again.slip.password, address="a", at=later) == again.slip.account


def test_the_administrator_is_told_of_slips_that_ended(made):
    opened(made)
    on = (made.at + MONTH).date()
    found = [todo.title for todo in queries.todos_of(made.season, made.ward.administrator, on=on)]

    assert found == ["Cấp lại phiếu tài khoản hết hạn – Chi bộ Trường Tiểu học số 1: 2"]


def test_the_page_gives_the_slips_once_and_needs_the_tick(client, made):
    client.force_login(made.ward.administrator)
    assert client.post("/tai-khoan/cb2/", {}).status_code == 422
    answer = client.post("/tai-khoan/cb2/", {"sure": "on"})
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages)

    assert (answer["Content-Type"], "no-store" in answer["Cache-Control"]) == ("application/pdf", True)
    assert [words.count(each) for each in ("Trương Văn Minh", "Đinh Thị Nga", "Cắt theo đường này")] == [1, 1, 2]
    shown = client.get("/tai-khoan/cb2/").content.decode()
    assert ("Mở tài khoản cho" in shown, "Chưa dùng phiếu" in shown) == (False, True)


def test_the_page_is_closed_to_others(client, made):
    for by in (made.ward.clerk, made.ward.secretaries[1], made.ward.inspector):
        client.force_login(by)
        assert (
            client.get("/tai-khoan/cb2/").status_code,
            client.post("/tai-khoan/cb2/", {"sure": "on"}).status_code,
        ) == (
            403,
            422,
        )
    assert Account.objects.filter(must_change_password=True).count() == 0


def test_the_command_writes_the_slips_once(made, tmp_path, capsys):
    out = tmp_path / "phieu.pdf"
    call_command("slips", "cb2", "--as", made.ward.administrator.username, "--out", str(out))
    assert "Đã ghi 2 phiếu" in capsys.readouterr().out
    assert len(pypdf.PdfReader(out).pages) == 1

    with pytest.raises(console.WrongUse, match="tệp đã có"):
        call_command("slips", "cb2", "--as", made.ward.administrator.username, "--out", str(out))
    with pytest.raises(console.WrongUse, match="Không có tài khoản"):
        call_command("slips", "cb2", "--as", "khong-co", "--out", str(tmp_path / "khac.pdf"))
    assert Account.objects.filter(one_time_until__gt=moment()).count() == 2


def test_too_many_at_once_are_sent_to_their_cells(client, made):
    client.force_login(made.ward.administrator)
    assert client.get("/tai-khoan/db/").content.decode().count("/tai-khoan/cb") == 0
    for number in range(unit_accounts.MOST):
        org.register_person(
            f"Lê Văn {number}", cell=made.ward.cells[0], from_on=make.START, admitted_on=make.START,
            by=made.ward.officer, at=moment(),
        )  # fmt: skip
    answer = client.post("/tai-khoan/db/", {"sure": "on"})

    assert (answer.status_code, Account.objects.filter(must_change_password=True).count()) == (422, 0)
    shown = client.get("/tai-khoan/db/").content.decode()
    assert [f'href="/tai-khoan/{key}/"' in shown for key in ("cb1", "cb2")] == [True, True]


def test_the_way_to_hand_a_function_over_stands_on_the_first_page(client, made):
    client.force_login(made.ward.secretaries[0])

    assert "/lam-thay/cb1/" in client.get("/").content.decode()
