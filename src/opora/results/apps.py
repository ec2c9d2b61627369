"""Tells Django about this room."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "opora.results"
    label = "results"
