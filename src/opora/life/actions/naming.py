"""Families to choose from, called by name for whoever may know it."""

from collections.abc import Sequence
from dataclasses import replace

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.families import actions as families
from opora.families.rules import Identity
from opora.families.words import family_name
from opora.intake import actions as intake
from opora.intake.queries import signals_of_routes
from opora.intake.words import path_by_number
from opora.life.queries import FamilyLine
from opora.process import queries as process


def call_families(*, actor: Actor, lines: Sequence[FamilyLine]) -> list[FamilyLine]:
    """The same families: a name stands first and its number beside it; whose name one may not read keeps the number.

    Names come through the doors that write down who read them: of the client of a case; where there is no case yet, of
    the family, or of the signal where nobody has named it.
    """
    clients = cases.open_clients(actor=actor, case_ids={one.case_id for one in lines if one.case_id is not None})
    paths = {one.route_id for one in lines if one.case_id is None and one.route_id is not None}
    told = intake.open_told(actor=actor, route_ids=paths)
    on_paths = process.families_on(actor=actor, route_ids=paths)
    titles = families.call_families(actor=actor, family_ids=set(on_paths.values()))
    signals = signals_of_routes({one.route_id for one in lines if one.route_id is not None and not one.title})

    def name_of(one: FamilyLine) -> str:
        if one.case_id is not None:
            client = clients.get(one.case_id)
            return family_name(client.identity) if client else ""
        route_id = one.route_id or 0
        known = Identity(surname=told.get(route_id, {}).get("surname", ""))
        return titles.get(on_paths.get(route_id, 0), "") or family_name(known)

    def named(one: FamilyLine) -> FamilyLine:
        signal = one.signal if one.signal is not None else signals.get(one.route_id or 0)
        number = one.title or path_by_number(one.route_id or 0, signal)
        if name := name_of(one):
            return replace(one, title=name, note=f"{one.note} · {number}")
        return replace(one, title=number)

    return [named(one) for one in lines]
