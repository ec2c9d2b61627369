"""Tells Django about this room."""

from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "opora.voice"
    label = "voice"
