"""Tells Django about this room."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "opora.reminders"
    label = "reminders"
