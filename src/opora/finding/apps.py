"""Tells Django about this room."""

from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "opora.finding"
    label = "finding"
