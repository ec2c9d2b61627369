"""Tells Django about this room."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "opora.access"
    label = "access"
