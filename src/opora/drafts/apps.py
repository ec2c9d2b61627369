"""Tells Django about this room."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "opora.drafts"
    label = "drafts"
