"""The access table of every URL. A page nobody listed does not open (X-10).

Each front room lists its pages in ``doors.py``; the doorkeeper reads the whole table. A door says only who
may knock: whether this person may see this very case is asked again by the room's queries.
"""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from opora.access.rules import ABILITIES, ROLES, Actor, Scope, scope

FRONT_ROOMS = (
    "shell",
    "today",
    "access",
    "organization",
    "cases",
    "family_page",
    "families",
    "assessments",
    "evidence",
    "registry",
    "journal",
    "process",
    "intake",
    "partners",
    "papers",
    "correspondence",
    "volunteers",
    "voice",
    "councils",
    "plans",
    "goods",
    "life",
    "circumstances",
    "results",
    "network",
    "stays",
    "reminders",
    "attention",
    "search",
    "duties",
    "sources",
    "catalogue",
    "logic",
    "instruments",
    "fields",
    "indicators",
    "chain",
    "studies",
    "api",
    "pivot",
    "release",
    "reports",
    "groups",
    "services",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Door:
    """Who may knock at a page.

    ``public``: anybody, signed in or not. ``ability``: only who has it, as far as ``reach`` or farther;
    none means anybody who is signed in. ``relation``: the page speaks of one case, so that the answer
    also depends on the reader's relation to it. Of every page of a case or a path the doorkeeper writes down who
    looked, unless the page itself does (``notes_look``).
    """

    ability: str | None = None
    public: bool = False
    relation: bool = False
    notes_look: bool = False
    # A program may knock with a token of its owner instead of being signed in; who is neither is told so.
    token: bool = False
    reach: Scope = Scope.TEAM
    # Whether something may be sent there; of most pages one only reads.
    takes_forms: bool = True

    @property
    def only_shown(self) -> "Door":
        """The same door of a page that is only shown: whatever is sent there is refused as not meant for it."""
        return replace(self, takes_forms=False)

    def opens_to(self, actor: Actor) -> bool:
        """Whether somebody who is signed in may knock."""
        return self.ability is None or scope(actor, self.ability) >= self.reach

    @property
    def roles(self) -> list[str]:
        """To whom it opens, by role; of a page with no ability nobody in particular."""
        row = ABILITIES[self.ability] if self.ability is not None else {}
        return [role for role in ROLES if row.get(role, Scope.NONE) >= self.reach]


@cache
def all_doors() -> Mapping[str, Door]:
    """Every listed page by its URL name (``cases:list``)."""
    table: dict[str, Door] = {}
    for room in FRONT_ROOMS:
        try:
            module = importlib.import_module(f"opora.web.{room}.doors")
        except ModuleNotFoundError as error:
            if error.name != f"opora.web.{room}.doors":
                raise
            continue
        table |= getattr(module, "DOORS", {})
    return table


DOORS = {
    "shell:theme": Door(public=True),
    "shell:language": Door(public=True),
    "shell:settings": Door(ability="practice.manage"),
    "shell:gallery": Door().only_shown,
    "shell:gallery_confirm": Door().only_shown,
}
