"""Tells Django about this room."""

from django.apps import AppConfig


class ReleaseConfig(AppConfig):
    name = "opora.release"
    label = "release"
