"""Tells Django about this room."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "opora.families"
    label = "families"
