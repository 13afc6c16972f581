"""Addresses of importing from Excel."""

from django.urls import path

from kiemdiem.exchange.pages import hand_in, preview, template

app_name = "exchange"
urlpatterns = [
    path("nhap-excel/to-chuc/<str:key>/", hand_in.hand_in, name="hand_in"),
    path("nhap-excel/to-chuc/<str:key>/mau/", template.template, name="template"),
    path("nhap-excel/<str:key>/", preview.preview, name="preview"),
]
