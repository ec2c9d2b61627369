"""Tells Django about this room."""

from django.apps import AppConfig


class CircumstancesConfig(AppConfig):
    name = "opora.circumstances"
    label = "circumstances"
