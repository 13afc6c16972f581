"""The site is served only when everything is in place; else the reason is said in one sentence."""

import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from kiemdiem.web import certificate
from kiemdiem.web.management.commands import serve
from tests.journeys.site import Site

AT = datetime(2017, 12, 1, tzinfo=UTC)


def served(home, *options):
    """The exit code and what was said."""
    site = Site(home)
    called = [sys.executable, "-m", "kiemdiem.config.cli", "serve", *options]
    ended = subprocess.run(called, env=site.surroundings(), capture_output=True, text=True, timeout=60)
    return ended.returncode, ended.stderr.strip()


def test_a_port_in_use_is_named_with_the_way_out(tmp_path):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        code, said = served(tmp_path, "--port", str(port))
    assert code == 1
    assert said.endswith(f"hoặc chọn cổng khác: kiemdiem serve --port {port + 1}")
    assert f"127.0.0.1:{port}" in said


def test_an_empty_database_is_not_served(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code, said = served(tmp_path, "--port", str(port))
    assert code == 1
    assert said.endswith("Chạy trước: kiemdiem migrate")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--port", "0"], "Cổng phải từ 1 đến 65535; số tiến trình và số luồng phải từ 1."),
        (["--workers", "0"], "Cổng phải từ 1 đến 65535; số tiến trình và số luồng phải từ 1."),
        (["--cert", "a.pem"], "--cert và --key phải đi cùng nhau và cùng --tls."),
        (["--tls", "--cert", "a.pem", "--key", "b.pem"], "Không có tệp a.pem, b.pem."),
    ],
)
def test_options_without_meaning_are_wrong_use(tmp_path, options, said):
    code, answer = served(tmp_path, *options)
    assert (code, answer.splitlines()[0]) == (2, f"CommandError: {said}")
    assert answer.splitlines()[1] == "Lệnh dùng chưa đúng. Gõ `kiemdiem serve --help` để xem cách dùng."


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.168.1.5", False)],
)
def test_only_this_computer_is_loopback(host, alone):
    assert serve.is_loopback(host) == alone


def test_a_lan_answers_to_the_names_asked_for(monkeypatch):
    monkeypatch.setenv("KIEMDIEM_HOSTS", "[fd00::5],van-phong.local")
    names = serve.names_of({"host": "127.0.0.1", "name": ["may-chu.local"]})
    assert names == ["localhost", "127.0.0.1", "::1", "fd00::5", "van-phong.local", "may-chu.local"]


def test_the_own_certificate_is_kept_while_it_stands(tmp_path):
    first, key = certificate.own_certificate(tmp_path, names=["localhost", "192.168.1.5"], at=AT)
    before = first.read_bytes()
    certificate.own_certificate(tmp_path, names=["192.168.1.5"], at=AT + timedelta(days=800))
    assert (first.read_bytes(), oct(key.stat().st_mode & 0o777)) == (before, "0o600")


@pytest.mark.parametrize(("names", "days"), [(["may-chu"], 0), (["localhost"], 819)])
def test_a_certificate_that_lacks_a_name_or_runs_out_is_made_anew(tmp_path, names, days):
    cert, _ = certificate.own_certificate(tmp_path, names=["localhost"], at=AT)
    before = cert.read_bytes()
    certificate.own_certificate(tmp_path, names=names, at=AT + timedelta(days=days))
    assert cert.read_bytes() != before
