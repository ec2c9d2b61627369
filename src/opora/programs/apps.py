"""Tells Django about this room."""

from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    name = "opora.programs"
    label = "programs"
