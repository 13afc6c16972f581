from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "kiemdiem.papers"
    label = "papers"
