"""Tells Django about this room."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "opora.papers"
    label = "papers"
