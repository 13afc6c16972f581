"""Addresses of rulebooks."""

from django.urls import path

from kiemdiem.rulebooks.pages import book, books, reading_act, readings

app_name = "rulebooks"
urlpatterns = [
    path("quy-tac/", books.books, name="books"),
    path("quy-tac/<str:code>/", book.book, name="book"),
    path("quy-tac/<str:code>/<str:unit_key>/cach-hieu/", readings.readings, name="readings"),
    path(
        "quy-tac/<str:code>/<str:unit_key>/cach-hieu/<slug:way>/<str:name>/",
        reading_act.reading_act,
        name="reading_act",
    ),
]
