"""Families to choose from, called by name for whoever may know it."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.families.rules import Identity
from opora.families.words import family_name
from opora.intake import actions as intake
from opora.life.queries import FamilyLine


def call_families(*, actor: Actor, lines: Sequence[FamilyLine]) -> list[FamilyLine]:
    """The same families: a name stands first and its number beside it; whose name one may not read keeps the number.

    Names come through the doors that write down who read them: of the client of a case, or of the signal before it.
    """
    clients = cases.open_clients(actor=actor, case_ids={one.case_id for one in lines if one.case_id is not None})
    paths = {one.route_id for one in lines if one.case_id is None and one.route_id is not None}
    told = intake.open_told(actor=actor, route_ids=paths)

    def named(one: FamilyLine) -> FamilyLine:
        client = clients.get(one.case_id) if one.case_id is not None else None
        known = client.identity if client else Identity(surname=told.get(one.route_id or 0, {}).get("surname", ""))
        number = one.title or _number(one)
        if name := family_name(known):
            return replace(one, title=name, note=f"{one.note} · {number}")
        return replace(one, title=number)

    return [named(one) for one in lines]


def _number(one: FamilyLine) -> str:
    if one.signal is not None:
        return _("Signal No. %(n)s") % {"n": one.signal}
    return _("Path %(n)s") % {"n": one.route_id}
