"""The people of a family on its page: who they are, how to reach them, where each child lives."""

from collections.abc import Mapping
from dataclasses import dataclass

from opora.families.queries import Known, NamedFamily
from opora.families.rules import PlacedPeriod, to_dial
from opora.families.words import KIND_LABELS

AT_HOME = "own_family"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as a line: `phone` and `dial` for the one telephone to call first, `home` where a child lives."""

    person: Known
    phone: str = ""
    dial: str = ""
    home: str = ""
    home_kind: str = ""
    since: object = None


def people_rows(family: NamedFamily, homes: Mapping[int, PlacedPeriod | None]) -> list[PersonRow]:
    """Adults with their telephone, then children with their home; who has left the family is not shown here."""
    return [
        *(_adult(one) for one in family.adults),
        *(_child(one, homes.get(one.person_id)) for one in family.children),
    ]


def first_phone(rows: list[PersonRow]) -> PersonRow | None:
    """Whom one calls from the head of the page."""
    return next((row for row in rows if row.dial), None)


def address_of(family: NamedFamily) -> str:
    """Where the family lives, as the first adult with an address says."""
    known = [one.identity for one in family.present if one.identity and one.identity.addresses]
    return known[0].addresses[0] if known else ""


def _adult(one: Known) -> PersonRow:
    phone = one.identity.phones[0] if one.identity and one.identity.phones else ""
    return PersonRow(one, phone, to_dial(phone))


def _child(one: Known, placed: PlacedPeriod | None) -> PersonRow:
    if placed is None:
        return PersonRow(one)
    return PersonRow(one, home=str(KIND_LABELS[placed.kind]), home_kind=placed.kind, since=placed.from_on)
