"""Addresses of papers and of the counter for dossiers."""

from django.urls import path

from kiemdiem.papers.pages import (
    counter,
    counter_unit,
    difference_file,
    file,
    papers,
    printing,
    printing_unit,
    report_up,
    return_paper,
    void_paper,
)

app_name = "papers"
urlpatterns = [
    path("dot/<str:season_key>/quay-nhan-ho-so/", counter.counter, name="counter"),
    path("dot/<str:season_key>/quay-nhan-ho-so/<str:unit_key>/", counter_unit.counter_unit, name="counter_unit"),
    path("dot/<str:season_key>/bao-cao-len-cap-tren/", report_up.report_up, name="report_up"),
    path("dot/<str:season_key>/giay-to/", papers.papers, name="papers"),
    path("dot/<str:season_key>/in-giay/", printing.printing, name="printing"),
    path("dot/<str:season_key>/in-giay/<str:unit_key>/", printing_unit.printing_unit, name="printing_unit"),
    path("so-sanh-quy-tac/van-ban/", difference_file.difference_file, name="difference_file"),
    path("giay-to/<str:key>/viec/huy/", void_paper.void_paper, name="void_paper"),
    path("giay-nhan/<str:key>/tra-lai/", return_paper.return_paper, name="return_paper"),
    path("giay-to/<str:key>/<slug:suffix>/", file.file, name="file"),
]
