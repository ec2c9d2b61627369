"""Tells Django about this room."""

from datetime import date

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    name = "opora.backups"
    label = "backups"

    def ready(self) -> None:
        """Tell acts of destruction how long backups of before are kept."""
        from opora.papers.copies import Copies

        Copies.kept_until = staticmethod(_kept_until)


def _kept_until(day: date) -> date | None:
    # Imported where it is needed: no page but the act's asks for it.
    from opora.backups import own

    return own.kept_until(day)
