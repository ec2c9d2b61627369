"""Tells Django about the shell's template tags."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "opora.web.shell"
    label = "shell"
