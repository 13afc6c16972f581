"""A refusal that reaches the edge of a page is said as one, never shown as a fault."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kiemdiem.core.answer import Refused
from kiemdiem.web.disk import full_disk
from kiemdiem.web.pages import faults


class RefusalMiddleware:
    """Turns a `Refused` that no form took up into its own page, with the reason and the way out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the page."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal or of a full disk, or nothing when the exception is something else."""
        answer = exception.answer if isinstance(exception, Refused) else full_disk(exception)
        return faults.refused(request, answer) if answer is not None else None
