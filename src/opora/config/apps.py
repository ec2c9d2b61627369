"""Tells the ground which clock the organization goes by, connects the wires between the rooms, keeps Python calm."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "opora.config"
    label = "config"

    def ready(self) -> None:
        from django.conf import settings

        from opora.audit import actions as audit
        from opora.common import dates, news
        from opora.config import arrays, catalogues, memory
        from opora.config.wiring import COMPOSERS, SIGHT, WHOSE_HAND, WIRES
        from opora.families import policies as families
        from opora.papers.composers import hand_in

        catalogues.lay_together(code for code, _name in settings.LANGUAGES)
        memory.keep_calm()
        arrays.spell_quickly()
        dates.use_zone(settings.TIME_ZONE)
        news.wire(WIRES)
        families.look_through(SIGHT)
        audit.tell_whose_hand(WHOSE_HAND)
        for kind, composer in COMPOSERS.items():
            hand_in(kind, composer)
