"""Addresses of ballots."""

from django.urls import path

from kiemdiem.ballots.pages import (
    again,
    ballots,
    compared,
    count,
    custody,
    enter_pin,
    prepare,
    renew_pin,
    result,
    round,
    round_act,
    scan,
    scores,
    tellers,
)

app_name = "ballots"
urlpatterns = [
    path("cuoc-hop/<str:key>/bo-phieu/", ballots.ballots, name="ballots"),
    path("cuoc-hop/<str:key>/bo-phieu/<str:ballot_key>/lan-<int:number>/", prepare.prepare, name="prepare"),
    path("cuoc-hop/<str:key>/to-kiem-phieu/", tellers.tellers, name="tellers"),
    path("cuoc-hop/<str:key>/to-kiem-phieu/<int:pk>/ma-moi/", renew_pin.renew_pin, name="renew_pin"),
    path("cuoc-hop/<str:key>/niem-phong/", custody.custody, name="custody"),
    path("kiem-phieu/<str:key>/", enter_pin.enter_pin, name="enter_pin"),
    path("vong/<str:key>/", round.round_page, name="round"),
    path("vong/<str:key>/viec/<slug:way>/", round_act.round_act, name="round_act"),
    path("vong/<str:key>/bo-phieu-lai/", again.again, name="again"),
    path("vong/<str:key>/kiem/", count.count, name="count"),
    path("vong/<str:key>/phieu-diem/", scores.scores, name="scores"),
    path("vong/<str:key>/doi-chieu/", compared.compared, name="compared"),
    path("vong/<str:key>/ban-chup/<int:pk>/", scan.scan, name="scan"),
    path("vong/<str:key>/ket-qua/", result.result, name="result"),
]
