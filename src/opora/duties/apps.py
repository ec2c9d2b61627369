"""Tells Django about this room."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "opora.duties"
    label = "duties"
