"""Tells Django about this room."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "opora.instruments"
    label = "instruments"
