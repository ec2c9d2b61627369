"""Tells Django about this room."""

from django.apps import AppConfig


class LifeConfig(AppConfig):
    name = "opora.life"
    label = "life"
