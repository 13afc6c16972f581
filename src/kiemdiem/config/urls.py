"""Every room's addresses, in one table."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kiemdiem.web.urls")),
    path("", include("kiemdiem.accounts.urls")),
    path("", include("kiemdiem.jobs.urls")),
    path("", include("kiemdiem.org.urls")),
    path("", include("kiemdiem.exchange.urls")),
    path("", include("kiemdiem.rulebooks.urls")),
    path("", include("kiemdiem.cycles.urls")),
    path("", include("kiemdiem.reviews.urls")),
    path("", include("kiemdiem.meetings.urls")),
    path("", include("kiemdiem.ballots.urls")),
    path("", include("kiemdiem.grading.urls")),
    path("", include("kiemdiem.papers.urls")),
    path("", include("kiemdiem.desk.urls")),
]

handler400 = "kiemdiem.web.pages.faults.bad_request"
handler403 = "kiemdiem.web.pages.faults.permission_denied"
handler404 = "kiemdiem.web.pages.faults.not_found"
handler500 = "kiemdiem.web.pages.faults.server_error"
