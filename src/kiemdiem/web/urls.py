"""Addresses of the pages that belong to no room."""

from django.urls import path

from kiemdiem.web.pages import text_size

app_name = "web"
urlpatterns = [path("co-chu/", text_size.text_size, name="text_size")]
