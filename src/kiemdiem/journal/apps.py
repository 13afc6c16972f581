from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kiemdiem.journal"
    label = "journal"
