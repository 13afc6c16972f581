"""Addresses of rulebooks."""

from django.urls import path

from kiemdiem.rulebooks.pages import act, act_file, book, books, chapter, find, reading_act, readings

app_name = "rulebooks"
urlpatterns = [
    path("quy-tac/", books.books, name="books"),
    path("quy-tac/<str:code>/", book.book, name="book"),
    path("quy-tac/<str:code>/muc/<slug:key>/", chapter.chapter, name="chapter"),
    path("quy-tac/<str:code>/tim/", find.find, name="find"),
    path("quy-tac/<str:code>/van-ban/", act.act, name="act"),
    path("quy-tac/<str:code>/van-ban/tep/", act_file.act_file, name="act_file"),
    path("quy-tac/<str:code>/<str:unit_key>/cach-hieu/", readings.readings, name="readings"),
    path(
        "quy-tac/<str:code>/<str:unit_key>/cach-hieu/<slug:way>/<str:name>/",
        reading_act.reading_act,
        name="reading_act",
    ),
]
