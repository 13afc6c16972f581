from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "kiemdiem.notices"
    label = "notices"
