"""Tells Django about this room."""

from django.apps import AppConfig


class StaysConfig(AppConfig):
    name = "opora.stays"
    label = "stays"
