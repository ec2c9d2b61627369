"""Tells Django about this room."""

from django.apps import AppConfig


class ChainConfig(AppConfig):
    name = "opora.chain"
    label = "chain"
