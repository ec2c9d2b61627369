"""What people on a list are called: by name for whoever may know it, by code for all others."""

from django.http import HttpRequest
from django.urls import reverse

from opora.common.dates import today
from opora.families.actions import call_families, name_families
from opora.groups.queries import GroupPage, RosterLine
from opora.web.shell.asking import actor_of


def people_called(request: HttpRequest, found: GroupPage) -> dict[int, str]:
    """The people by id; of families out of sight there is nothing, so that their code stands."""
    seen = {one.family_id: one.case_id for one in found.roster if one.is_seen and one.family_id is not None}
    named = name_families(actor=actor_of(request), families=seen, on=today())
    return {pk: name for family in named.values() for pk, name in family.called().items()}


def families_called(request: HttpRequest, found: GroupPage) -> list[tuple[str, str]]:
    """The families of the list by where they are recorded, each once."""
    seen = {one.family_id for one in found.roster if one.is_seen and one.family_id is not None}
    called = call_families(actor=actor_of(request), family_ids=seen)
    families: dict[str, str] = {}
    for one in found.roster:
        families.setdefault(key_of(one), called.get(one.family_id or 0) or one.case_number or one.code)
    return list(families.items())


def key_of(line: RosterLine) -> str:
    """The family of a line as a form names it."""
    return f"r{line.route_id}" if line.route_id is not None else f"c{line.case_id}"


def place_of_key(key: str) -> dict[str, int | None]:
    """The same as an action asks for it."""
    number = int(key[1:])
    return {"route_id": number, "case_id": None} if key.startswith("r") else {"route_id": None, "case_id": number}


def home_of(group_id: int) -> str:
    """The page of a group."""
    return reverse("groups:group", args=[group_id])
