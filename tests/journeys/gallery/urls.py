"""Addresses of the gallery."""

from django.urls import include, path

from kiemdiem.config.urls import handler400, handler403, handler404, handler500  # noqa: F401 - Django looks here
from tests.journeys.gallery import screens, views

urlpatterns = [
    path("", screens.tasks),
    path("", include("kiemdiem.config.urls")),
    path("gallery/components/", views.components),
    path("gallery/form/", views.form),
    path("gallery/refused/", views.refused),
    path("gallery/tasks/", screens.tasks),
    path("gallery/board/", screens.board),
    path("gallery/result/", screens.result),
    path("gallery/meeting/", screens.meeting),
    path("gallery/desk/", screens.desk),
    path("gallery/tally/", screens.tally),
    path("gallery/answers/", screens.answers),
    path("gallery/done/", screens.done),
]
