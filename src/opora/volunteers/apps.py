"""Tells Django about this room."""

from django.apps import AppConfig


class VolunteersConfig(AppConfig):
    name = "opora.volunteers"
    label = "volunteers"
