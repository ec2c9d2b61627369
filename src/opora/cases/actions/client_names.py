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
# Lists name dozens of families: nothing is read of them but what is shown.
_READ = (
    "pk", "number", "family_id", "client_id", "client__code_letter", "client__code_number",
    "client__identity", "client__key__wrapped", "client__key__key_id",
)  # fmt: skip


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
    found = visible_to(actor, "identity.read").filter(pk__in=set(case_ids), client__identity__isnull=False)
    cases = list(found.order_by().values_list(*_READ, named=True))
    opened = families.unlocked_rows(
        (one.client_id, one.client__identity, one.client__key__wrapped, one.client__key__key_id) for one in cases
    )
    named = {
        one.pk: NamedClient(
            one.pk, one.number, f"{one.client__code_letter}{one.client__code_number}", opened[one.client_id]
        )
        for one in cases
        if one.client_id in opened
    }
    entries = {
        one.client_id: {
            "case_id": one.pk,
            "family_id": one.family_id,
            "person_id": one.client_id,
            "code": named[one.pk].code,
        }
        for one in cases
        if one.pk in named
    }
    audit.record_many(
        actor=actor, verb="families.identity_opened", entries=entries.values(), unless_since=now() - ONE_READING
    )
    return named
