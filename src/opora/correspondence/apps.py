"""Tells Django about this room."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "opora.correspondence"
    label = "correspondence"
