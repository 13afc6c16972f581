"""Addresses of this room."""

from django.urls import path

from kiemdiem.jobs.pages import job

app_name = "jobs"
urlpatterns = [path("cong-viec/<int:pk>/", job.job, name="job")]
