"""Tells Django about this room."""

from django.apps import AppConfig


class GoodsConfig(AppConfig):
    name = "opora.goods"
    label = "goods"
