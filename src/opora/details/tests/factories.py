"""Own fields of every kind, for tests."""

from collections.abc import Collection
from datetime import date

from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.fields.actions import add_field
from opora.fields.rules import OwnField

SINCE = date(2026, 1, 1)


def a_field(
    about: str = "family", kind: str = "choice", title: str = "Откуда узнали", *, roles: Collection[str] = ()
) -> OwnField:
    titles = [Text("Соседи"), Text("Опека"), Text("Сами")] if kind in ("choice", "several") else []
    return add_field(actor=SYSTEM, about=about, kind=kind, title=Text(title), titles=titles, roles=roles, on=SINCE)
