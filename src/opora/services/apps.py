"""Tells Django about this room."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "opora.services"
    label = "services"
