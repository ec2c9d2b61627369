"""Tells Django about this room."""

from django.apps import AppConfig


class AttentionConfig(AppConfig):
    name = "opora.attention"
    label = "attention"
