"""Addresses of this room."""

from django.urls import path

from kiemdiem.accounts.pages import change_password, sign_in, sign_out

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", sign_in.sign_in, name="sign_in"),
    path("dang-xuat/", sign_out.sign_out, name="sign_out"),
    path("doi-mat-khau/", change_password.change_password, name="change_password"),
]
