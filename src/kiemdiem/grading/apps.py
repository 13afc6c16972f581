from django.apps import AppConfig


class GradingConfig(AppConfig):
    name = "kiemdiem.grading"
    label = "grading"
