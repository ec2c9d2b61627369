"""Tells Django about this room."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "opora.partners"
    label = "partners"
