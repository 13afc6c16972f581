from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "kiemdiem.exchange"
    label = "exchange"
