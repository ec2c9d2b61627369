"""Tells Django about the shell's template tags, and how forms of this house speak."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "opora.web.shell"
    label = "shell"

    def ready(self) -> None:
        from opora.web.shell.warm_errors import put_in_force

        put_in_force()
