"""Connects the wires between the rooms once all of them are there."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "opora.config"
    label = "config"

    def ready(self) -> None:
        from opora.common import news
        from opora.config.wiring import SIGHT, WIRES
        from opora.families import policies as families

        news.wire(WIRES)
        families.look_through(SIGHT)
