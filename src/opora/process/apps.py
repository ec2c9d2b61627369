"""Tells Django about this room."""

from django.apps import AppConfig


class ProcessConfig(AppConfig):
    name = "opora.process"
    label = "process"
