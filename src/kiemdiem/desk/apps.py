from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "kiemdiem.desk"
    label = "desk"
