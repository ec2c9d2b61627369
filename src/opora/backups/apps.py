"""Tells Django about this room."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    name = "opora.backups"
    label = "backups"
