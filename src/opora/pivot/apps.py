"""Tells Django about this room."""

from django.apps import AppConfig


class PivotConfig(AppConfig):
    name = "opora.pivot"
    label = "pivot"
