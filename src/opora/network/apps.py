"""Tells Django about this room."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "opora.network"
    label = "network"
