from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "kiemdiem.meetings"
    label = "meetings"
