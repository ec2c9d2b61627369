"""Tells Django about this room."""

from django.apps import AppConfig


class StudiesConfig(AppConfig):
    name = "opora.studies"
    label = "studies"
