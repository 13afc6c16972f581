"""Addresses of seasons."""

from django.urls import path

from kiemdiem.cycles.pages import (
    change,
    new_season,
    notices,
    reconciliation,
    season,
    season_act,
    seasons,
    step,
    subjects,
)

app_name = "cycles"
urlpatterns = [
    path("dot/", seasons.seasons, name="seasons"),
    path("dot/moi/", new_season.new_season, name="new_season"),
    path("dot/<str:key>/", season.season, name="season"),
    path("dot/<str:key>/viec/<slug:way>/", season_act.season_act, name="season_act"),
    path("dot/<str:key>/buoc/<int:pk>/", step.step, name="step"),
    path("dot/<str:key>/danh-sach/", subjects.subjects, name="subjects"),
    path("dot/<str:key>/thay-doi/", change.change, name="change"),
    path("dot/<str:key>/thong-bao/", notices.season_notices, name="notices"),
    path("dot/<str:key>/doi-chieu/", reconciliation.reconciliation, name="reconciliation"),
]
