"""The addresses of the desk."""

from django.urls import path

from kiemdiem.desk.pages import board, end_stand_in, home, result_file, result_files, stand_in, unit_accounts

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("dot/<str:key>/tien-do/", board.board, name="board"),
    path("dot/<str:key>/ho-so-ket-qua/", result_files.result_files, name="result_files"),
    path("dot/<str:key>/ho-so-ket-qua/<str:subject_key>/", result_file.result_file, name="result_file"),
    path("tai-khoan/<str:key>/", unit_accounts.unit_accounts, name="unit_accounts"),
    path("lam-thay/<str:key>/", stand_in.stand_in, name="stand_in"),
    path("lam-thay/<str:key>/<int:pk>/thu-hoi/", end_stand_in.end_stand_in, name="end_stand_in"),
]
