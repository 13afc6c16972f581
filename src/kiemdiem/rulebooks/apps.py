from django.apps import AppConfig


class RulebooksConfig(AppConfig):
    name = "kiemdiem.rulebooks"
    label = "rulebooks"
