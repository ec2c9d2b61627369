"""What the demonstration publishes: one table that left the house, and one that waits for a second person."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from opora.access.rules import Actor
from opora.common.dates import add_months
from opora.common.errors import Conflict, Invalid
from opora.release import actions
from opora.release.queries import Asked, releases

# Table, rows, columns, what it is for; of the last of them nothing is decided yet.
_RELEASED: Final = ("placement", "program", "answer", "Для отчёта на сайте")
_WAITING: Final = ("families", "program", "", "Для презентации партнёрам")


class ReleaseWriter:
    """Prepares by the analyst; the head lets the first one go."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors = actors
        self.today = today

    def write(self) -> None:
        """Once in a home; a table for which there are too few families yet is left out."""
        if releases(actor=self.actors["head"]).exists():
            return
        made = self._ask(*_RELEASED)
        if made is not None:
            actions.let_go(actor=self.actors["head"], release_id=made, on=self.today)
        self._ask(*_WAITING)

    def _ask(self, table: str, row: str, column: str, note: str) -> int | None:
        last = date.fromordinal(self.today.replace(day=1).toordinal() - 1)
        asked = Asked(table, row, column, add_months(last.replace(day=1), -23), last)
        try:
            return actions.ask_for_release(actor=self.actors["analyst"], asked=asked, note=note, on=self.today).pk
        except (Invalid, Conflict):
            return None
