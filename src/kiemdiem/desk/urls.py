"""The addresses of the desk."""

from django.urls import path

from kiemdiem.desk.pages import board, home

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("dot/<str:key>/tien-do/", board.board, name="board"),
]
