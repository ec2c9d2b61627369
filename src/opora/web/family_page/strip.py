"""The strip of stages: where the family was and when, where it stands, what lies ahead."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from opora.pathways.rules import Stop
from opora.pathways.words import place_short
from opora.process.queries import RouteFile

# An exit has a long name, said below the strip; at its stop stands only how it ended.
EXITS: Final = {
    "success": pgettext_lazy("exit", "Finished"),
    "transfer": pgettext_lazy("exit", "Handed on"),
    "refused": pgettext_lazy("exit", "Not taken"),
    "declined": pgettext_lazy("exit", "Ended early"),
    "safe": pgettext_lazy("exit", "Child is safe"),
    "helped": pgettext_lazy("exit", "Helped"),
}

_LONG = 60
"""A stage that took longer says how many days it took, not when it began."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of the strip: its words, the word below it, and how it is drawn."""

    title: str
    below: str
    state: str
    is_side: bool
    on: date | None


@dataclass(frozen=True, slots=True)
class Strip:
    """All points, and the place of the present one among those of the main way."""

    marks: tuple[Mark, ...]
    here: str
    number: int
    total: int


def strip_of(found: RouteFile) -> Strip:
    """The strip of a path."""
    row = found.stops
    marks = tuple(_mark(found, stop) for stop in row)
    main = [stop for stop in row if not stop.is_side]
    passed = [stop for stop in main if stop.state != "next"]
    return Strip(marks, place_short(found.definition, found.route.stage), len(passed), len(main))


def _mark(found: RouteFile, stop: Stop) -> Mark:
    ending = found.definition.exits.get(stop.place)
    title = str(EXITS[ending.kind]) if ending else place_short(found.definition, stop.place)
    return Mark(title, _below(stop), stop.state, stop.is_side, stop.on)


def _below(stop: Stop) -> str:
    if stop.state == "now":
        here = _("you are here")
        again = _("round %(n)s") % {"n": stop.times} if stop.times > 1 else ""
        return " · ".join(filter(None, (here, again)))
    if stop.state == "next":
        return _("ahead")
    if stop.days is not None and stop.days >= _LONG:
        return ngettext("%(n)d day", "%(n)d days", stop.days) % {"n": stop.days}
    return stop.on.strftime("%d.%m") if stop.on else ""
