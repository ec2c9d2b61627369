"""Tells Django about this room."""

from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "opora.councils"
    label = "councils"
