"""Families called by their names in a list of work, for those who may know them; written down who read them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.queries import visible_to
from opora.common.dates import now
from opora.families import queries as families
from opora.families.rules import Identity

ONE_READING = timedelta(hours=12)
"""Who opens the list of a day ten times read its names once: the journal says so in one line a day."""


@dataclass(frozen=True, slots=True)
class NamedClient:
    """The client of a case as whoever works with the family knows him or her."""

    case_id: int
    number: str
    code: str
    identity: Identity


def open_clients(*, actor: Actor, case_ids: Collection[int]) -> dict[int, NamedClient]:
    """Give the clients of those cases in which the actor may read names, by case, and write a line for each name.

    One question for all of them and one statement for the journal, so that no transaction is needed around it. A
    client whose name is not known or does not open is left out.
    """
    if not case_ids:
        return {}
    found = visible_to(actor, "identity.read").filter(pk__in=set(case_ids)).select_related("client__key")
    cases = list(found.filter(client__identity__isnull=False))
    opened = families.unlocked([case.client for case in cases])
    named = [case for case in cases if case.client_id in opened]
    entries = {
        case.client_id: {
            "case_id": case.pk,
            "family_id": case.family_id,
            "person_id": case.client_id,
            "code": case.client.code,
        }
        for case in named
    }
    audit.record_many(
        actor=actor, verb="families.identity_opened", entries=entries.values(), unless_since=now() - ONE_READING
    )
    return {case.pk: NamedClient(case.pk, case.number, case.client.code, opened[case.client_id]) for case in named}
