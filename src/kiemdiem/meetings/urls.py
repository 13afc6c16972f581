"""Addresses of meetings."""

from django.urls import path

from kiemdiem.meetings.pages import (
    answer_mark,
    correct_entry,
    line,
    line_act,
    meeting,
    meeting_act,
    meetings,
    minutes,
    open_meeting,
    plan_meeting,
    point,
    roll,
    scan,
)

app_name = "meetings"
urlpatterns = [
    path("dot/<str:season_key>/lich-hop/", meetings.meetings, name="meetings"),
    path("dot/<str:season_key>/lich-hop/an-dinh/", plan_meeting.plan_meeting, name="plan_meeting"),
    path("cuoc-hop/<str:key>/", meeting.meeting, name="meeting"),
    path("cuoc-hop/<str:key>/diem-danh/", roll.roll, name="roll"),
    path("cuoc-hop/<str:key>/khai-mac/", open_meeting.open_meeting, name="open_meeting"),
    path("cuoc-hop/<str:key>/ban-chup/", scan.scan, name="scan"),
    path("cuoc-hop/<str:key>/bien-ban/", minutes.minutes, name="minutes"),
    path("cuoc-hop/<str:key>/bien-ban/<int:pk>/sua/", correct_entry.correct_entry, name="correct_entry"),
    path("cuoc-hop/<str:key>/phan/<int:pk>/", line.line, name="line"),
    path("cuoc-hop/<str:key>/phan/<int:pk>/<slug:way>/", line_act.line_act, name="line_act"),
    path("cuoc-hop/<str:key>/noi-dung/<int:pk>/", point.point, name="point"),
    path("cuoc-hop/<str:key>/sai-trinh-tu/<int:pk>/", answer_mark.answer_mark, name="answer_mark"),
    path("cuoc-hop/<str:key>/viec/<slug:way>/", meeting_act.meeting_act, name="meeting_act"),
]
