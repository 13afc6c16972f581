"""What the server says of every page, whatever the page is."""

import ssl
import urllib.error
import urllib.request

import pytest

from tests.journeys.site import Site

pytestmark = pytest.mark.journey

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def asked(address: str, **kwargs):
    """The answer, also when it is a refusal."""
    try:
        return urllib.request.urlopen(address, timeout=10, **kwargs)
    except urllib.error.HTTPError as answer:
        return answer


def test_every_page_forbids_foreign_and_inline_content(site: Site):
    with asked(f"{site.start().address}/khong-co/") as answer:
        told = {name: answer.headers[name] for name in ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")}
        policy = {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")}
    assert answer.status == 404
    assert policy == {part.strip() for part in POLICY.split(";")}
    assert told == {"X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


def test_a_form_from_elsewhere_changes_nothing(site: Site):
    with asked(f"{site.start().address}/co-chu/", data=b"size=lon") as answer:
        said = answer.read().decode()
    assert (answer.status, "Trang đã mở quá lâu" in said) == (403, True)


def test_files_are_kept_by_the_browser_for_ever(site: Site):
    style = site.start().python("from django.templatetags.static import static; print(static('web/frame.css'))").strip()
    with asked(site.address + style) as answer:
        kept = answer.headers["Cache-Control"]
    assert kept == "max-age=315360000, public, immutable"


def test_a_name_that_is_not_ours_is_turned_away(site: Site):
    request = urllib.request.Request(f"{site.start().address}/khong-co/", headers={"Host": "evil.example"})
    with asked(request) as answer:
        assert answer.status == 400


def test_a_lan_is_served_over_an_own_certificate(site: Site):
    site.start("--tls")
    trusted = ssl.create_default_context(cafile=str(site.home / "tls" / "cert.pem"))
    with asked(f"https://localhost:{site.port}/co-chu/", context=trusted) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert (answer.status, cookie) == (405, None)
