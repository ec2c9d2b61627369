"""Keeping the tables of the demonstration: what a board looks at, and what a coordinator asks of the form."""

from collections.abc import Mapping
from typing import Final

from opora.access.rules import Actor
from opora.pivot import actions as pivot
from opora.pivot.queries import saved_tables
from opora.pivot.rules import Definition

_TABLES: Final = (
    ("head", "Услуги за квартал для правления", Definition("services", "direction", "month", period="this_quarter")),
    (
        "coordinator",
        "Что решается рядом с какой помощью",
        Definition("items_solved", "received_direction", "section", kind="share", period="ever", is_drawn=True),
    ),
)


class TableWriter:
    """Keeps two tables for the whole organization."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self.actors = actors

    def write(self) -> None:
        """Each table under its name; once in a home."""
        if saved_tables(actor=self.actors["head"]):
            return
        for who, title, definition in _TABLES:
            pivot.keep_table(actor=self.actors[who], title=title, definition=definition, is_shared=True)
