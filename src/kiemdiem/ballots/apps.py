from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "kiemdiem.ballots"
    label = "ballots"
