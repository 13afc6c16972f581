from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "kiemdiem.files"
    label = "files"
