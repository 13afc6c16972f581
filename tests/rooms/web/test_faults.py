"""The page of a fault of ours, whatever else is broken."""

from django.test import RequestFactory, override_settings

from kiemdiem.web.pages import faults


@override_settings(KIEMDIEM_FRAME="kiemdiem.web.no_such_module.frame")
def test_the_page_of_a_fault_needs_nothing_of_the_other_pages():
    answer = faults.server_error(RequestFactory().get("/"))
    assert (answer.status_code, "Việc vừa rồi chưa được ghi" in answer.content.decode()) == (500, True)
