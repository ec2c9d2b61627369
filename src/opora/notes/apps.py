"""Tells Django about this room."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "opora.notes"
    label = "notes"
