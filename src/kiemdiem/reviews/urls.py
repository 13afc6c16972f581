"""Addresses of reviews."""

from django.urls import path

from kiemdiem.reviews.pages import (
    answer_mark,
    comment,
    desk,
    leader,
    opinion,
    preparations,
    rating,
    ratings,
    report,
    report_act,
    scan,
    self_review,
    self_review_act,
    statements,
    suggestions,
)

app_name = "reviews"
urlpatterns = [
    path("dot/<str:key>/chuan-bi/", preparations.preparations, name="preparations"),
    path("dot/<str:key>/chuan-bi/<str:unit_key>/", desk.desk, name="desk"),
    path("dot/<str:key>/ban-kiem-diem/<str:person_key>/", self_review.self_review, name="self_review"),
    path(
        "dot/<str:key>/ban-kiem-diem/<str:person_key>/<slug:way>/",
        self_review_act.self_review_act,
        name="self_review_act",
    ),
    path("dot/<str:key>/bao-cao/<str:unit_key>/<str:kind>/", report.report, name="report"),
    path("dot/<str:key>/bao-cao/<str:unit_key>/<str:kind>/<slug:way>/", report_act.report_act, name="report_act"),
    path("dot/<str:key>/nhan-xet/<str:person_key>/<str:kind>/", comment.comment, name="comment"),
    path("dot/<str:key>/y-kien/<str:unit_key>/", opinion.opinion, name="opinion"),
    path("dot/<str:key>/goi-y/<str:unit_key>/", suggestions.suggestions, name="suggestions"),
    path("dot/<str:key>/danh-gia/<str:unit_key>/", ratings.ratings, name="ratings"),
    path("dot/<str:key>/danh-gia/<str:unit_key>/<str:rating_key>/", rating.rating, name="rating"),
    path("dot/<str:key>/khang-dinh/<str:unit_key>/", statements.statements, name="statements"),
    path("dot/<str:key>/sai-trinh-tu/<int:pk>/", answer_mark.answer_mark, name="answer_mark"),
    path("dot/<str:key>/ban-chup/<slug:of>/<int:pk>/", scan.scan, name="scan"),
    path("dot/<str:key>/can-bo/<str:person_key>/", leader.leader, name="leader"),
]
