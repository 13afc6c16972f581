from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "kiemdiem.cycles"
    label = "cycles"
