"""Addresses of rulebooks."""

from django.urls import path

from kiemdiem.rulebooks.pages import (
    act,
    act_file,
    book,
    books,
    chapter,
    copy_book,
    find,
    own_begin,
    own_book,
    own_books,
    own_checks,
    own_entries,
    own_entry,
    own_export,
    own_freeze,
    own_import,
    own_version,
    reading_act,
    readings,
)

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
    path("quy-tac-rieng/", own_books.own_books, name="own_books"),
    path("quy-tac-rieng/lap/<str:code>/<str:unit_key>/", copy_book.copy_book, name="copy_book"),
    path("quy-tac-rieng/<str:code>/", own_book.own_book, name="own_book"),
    path("quy-tac-rieng/<str:code>/kiem-tra/", own_checks.own_checks, name="own_checks"),
    path("quy-tac-rieng/<str:code>/noi-dung/", own_entries.own_entries, name="own_entries"),
    path("quy-tac-rieng/<str:code>/sua/<str:file>/<path:place>/", own_entry.own_entry, name="own_entry"),
    path("quy-tac-rieng/<str:code>/chot/", own_freeze.own_freeze, name="own_freeze"),
    path("quy-tac-rieng/<str:code>/ban-moi/", own_begin.own_begin, name="own_begin"),
    path("quy-tac-rieng/<str:code>/ban/<int:number>/", own_version.own_version, name="own_version"),
    path("quy-tac-rieng/<str:code>/ban/<int:number>/tai/", own_export.own_export, name="own_export"),
    path("quy-tac-rieng/<str:code>/nhap/", own_import.own_import, name="own_import"),
]
