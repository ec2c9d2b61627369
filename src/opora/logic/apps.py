"""Tells Django about this room."""

from django.apps import AppConfig


class LogicConfig(AppConfig):
    name = "opora.logic"
    label = "logic"
