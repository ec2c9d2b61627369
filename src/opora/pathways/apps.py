"""Tells Django about this room."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "opora.pathways"
    label = "pathways"
