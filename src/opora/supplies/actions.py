"""A workbook of goods is looked at, and brought in by the room that keeps the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.errors import Refused
from opora.goods import actions as goods
from opora.goods import policies
from opora.goods import queries as stock
from opora.goods.rules.bringing_in import Coming, put_together
from opora.registry.rules.issues import Issue, Unreadable
from opora.registry.workbook import LARGEST_FILE, open_sheets
from opora.supplies import words
from opora.supplies.rules.reading import Reading, read_stock_list

__all__ = ["LARGEST_FILE", "Seen", "import_goods", "preview"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What bringing a workbook in does: new goods, changed quantities, what stays, and rows that are not kept."""

    new: tuple[Coming, ...]
    changed: tuple[Coming, ...]
    unchanged: int
    rejected: tuple[Issue, ...]

    def report(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "imported": len(self.new),
            "updated": len(self.changed),
            "unchanged": self.unchanged,
            "rejected": [
                {
                    "sheet": one.sheet,
                    "row": one.row,
                    "column": str(words.COLUMNS.get(one.column, "")),
                    "value": one.value,
                    "reason": words.reason(one),
                }
                for one in self.rejected
            ],
        }


def preview(*, actor: Actor, data: bytes, place: str = "") -> Seen:
    """What bringing the workbook in would do; nothing is changed. Refused when it cannot be read."""
    policies.check_can_manage(actor)
    reading = _read(actor, data, place)
    return _seen(stock.coming_of(actor=actor, rows=reading.rows), reading.rejected)


def import_goods(*, actor: Actor, data: bytes, place: str = "", on: date) -> Seen:
    """Bring the workbook in; brought in twice, the second time changes nothing."""
    policies.check_can_manage(actor)
    reading = _read(actor, data, place)
    done, refused = goods.bring_in(actor=actor, rows=put_together(reading.rows), on=on)
    given_out = [
        Issue(one.said.sheet, one.said.row, "quantity", "", str(one.said.quantity), "supply_given_out")
        for one in refused
    ]
    return _seen(done, [*reading.rejected, *given_out])


def _read(actor: Actor, data: bytes, place: str) -> Reading:
    try:
        reading = read_stock_list(open_sheets(data), place=place.strip()[:120])
    except Unreadable as problem:
        raise Refused(words.refusal(problem.note)) from problem
    otherwise = _otherwise(actor, reading)
    reading.rows = [one if one.place else replace(one, place=otherwise) for one in reading.rows]
    return reading


def _otherwise(actor: Actor, reading: Reading) -> str:
    """Where goods lie whose rows do not say it: where the workbook says first, else in our first place.

    Told by the workbook before all, so that the same workbook means the same however many places there are by then.
    """
    named = next((one.place for one in reading.rows if one.place), "")
    known = [one.name for one in stock.list_places(actor=actor)]
    return named or (known[0] if known else _("Social warehouse"))


def _seen(coming: Sequence[Coming], rejected: Sequence[Issue]) -> Seen:
    return Seen(
        new=tuple(one for one in coming if one.is_new),
        changed=tuple(one for one in coming if one.change and not one.is_new),
        unchanged=sum(not one.change and not one.is_new for one in coming),
        rejected=tuple(sorted(rejected, key=lambda one: (one.sheet, one.row))),
    )
