"""How the rows of a day call their families: by name for those who may know it, by number and code for others."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.families import actions as families
from opora.families.rules import Identity, to_dial
from opora.families.words import family_name
from opora.intake import actions as intake
from opora.intake.queries import signals_of_routes
from opora.intake.words import path_by_number
from opora.process import queries as process
from opora.reminders.rules import Reminder


@dataclass(frozen=True, slots=True)
class Family:
    """The family of a row: what it is called, its code beside the name, its page, and how to reach it."""

    name: str
    code: str = ""
    path: str = ""
    phone: str = ""
    dial: str = ""
    address: str = ""
    map: str = ""
    people_path: str = ""


def families_of(actor: Actor, rows: Iterable[Reminder]) -> dict[str, Family]:
    """The family of each row by the name of the row.

    Names come through the doors that write down who read them: of the client of a case; where there is no case yet, of
    the family, or of the signal where nobody has named it.
    """
    rows = list(rows)
    named = cases.open_clients(actor=actor, case_ids={one.case_id for one in rows if one.case_id is not None})
    paths = {one.route_id for one in rows if one.case_id is None and one.route_id is not None}
    signals = intake.open_told(actor=actor, route_ids=paths)
    on_paths = process.families_on(actor=actor, route_ids=paths)
    titles = families.call_families(actor=actor, family_ids=set(on_paths.values()))
    numbers = signals_of_routes(paths)
    found = {}
    for one in rows:
        if one.case_id is not None:
            client = named.get(one.case_id)
            found[one.name] = _of_case(one, client.identity if client else Identity())
        elif one.route_id is not None:
            title = titles.get(on_paths.get(one.route_id, 0), "")
            told = signals.get(one.route_id, {})
            name = title or family_name(Identity(surname=told.get("surname", "")))
            found[one.name] = _of_path(one, told, name or path_by_number(one.route_id, numbers.get(one.route_id)))
        else:
            found[one.name] = Family(one.code or _("the organization’s own"))
    return found


def _of_case(one: Reminder, identity: Identity) -> Family:
    name = family_name(identity)
    return Family(
        name=name or one.number,
        code=one.code if name else "",
        path=reverse("cases:file", args=[one.case_id]),
        **_reach(identity.phones[0] if identity.phones else "", identity.addresses[0] if identity.addresses else ""),
        people_path=reverse("families:people", args=[one.case_id]),
    )


def _of_path(one: Reminder, told: dict[str, str], name: str) -> Family:
    return Family(
        name=name,
        path=reverse("process:route", args=[one.route_id]),
        **_reach(told.get("phone", ""), told.get("address", "")),
    )


def _reach(phone: str, address: str) -> dict[str, str]:
    way = settings.MAP_LINK.format(address=quote(address)) if address else ""
    return {"phone": phone, "dial": to_dial(phone), "address": address, "map": way}
