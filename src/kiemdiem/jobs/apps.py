from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "kiemdiem.jobs"
    label = "jobs"
