"""Three generations of a family, drawn from its records and from what is written down around it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from opora.access.rules import Actor
from opora.families.models import FamilyMember
from opora.families.queries import Known, NamedFamily
from opora.network.models import KinLink, NetworkMember
from opora.network.queries.finding import members_at
from opora.network.rules import Link, implied_guardians, implied_parents, shared_parents
from opora.process.queries import Place, records_of_family

# A grandmother or an aunt who brings up a child is in the role of a relative: whose mother she is must be written down.
_PARENTS = frozenset({FamilyMember.Role.MOTHER, FamilyMember.Role.FATHER, FamilyMember.Role.CAREGIVER})


@dataclass(frozen=True, slots=True)
class FamilyTree:
    """Who stands in the genogram and what they are to each other; ``loose`` are relatives nobody was linked to yet.

    ``people`` and ``members`` are by the name of their node; ``written`` are the links that may be taken back, by id.
    """

    people: Mapping[str, Known]
    members: Mapping[str, NetworkMember]
    links: tuple[Link, ...]
    written: Mapping[int, Link]
    household: frozenset[str]
    children: frozenset[str]
    loose: tuple[str, ...]
    loose_names: Mapping[str, str]


def genogram_of(*, actor: Actor, place: Place, family: NamedFamily) -> FamilyTree:
    """The genogram of the family of a place just read; ``family`` are its people as this reader may know them."""
    rows = KinLink.objects.filter(records_of_family(actor=actor, place=place)).order_by("pk")
    written = {row.pk: _link(row) for row in rows}
    ends = {node for link in written.values() for node in (link.one, link.other)}
    people = {f"p{one.person_id}": one for one in family.people}
    members = {f"m{one.pk}": one for one in members_at(actor=actor, place=place).order_by("pk")}
    relatives = {
        node: one
        for node, one in members.items()
        if one.person_id is None and (node in ends or one.kind == NetworkMember.Kind.RELATIVE)
    }
    links = [link for link in written.values() if {link.one, link.other} <= {*people, *relatives}]
    # To be a child of the family is a role, also of those who have grown up or left.
    children = {node for node, one in people.items() if one.role == FamilyMember.Role.CHILD}
    parents = _in_role(people, children, _PARENTS)
    sexes = {node: _sex_of(one) for node, one in people.items()} | {node: one.sex for node, one in relatives.items()}
    links += implied_parents(children, parents, sexes, links)
    links += implied_guardians(children, _in_role(people, children, {FamilyMember.Role.GUARDIAN}), links)
    links += shared_parents(links)
    linked = {node for link in links for node in (link.one, link.other)}
    everybody = [*people, *relatives]
    return FamilyTree(
        people={node: one for node, one in people.items() if node in linked},
        members={node: one for node, one in relatives.items() if node in linked},
        links=tuple(links),
        written=written,
        household=frozenset(node for node, one in people.items() if one.is_present and node in linked),
        children=frozenset(node for node, one in people.items() if one.is_child),
        loose=tuple(node for node in everybody if node not in linked),
        loose_names={node: one.name_text for node, one in relatives.items() if node not in linked},
    )


def _in_role(people: Mapping[str, Known], children: Collection[str], roles: Collection[str]) -> list[str]:
    return [node for node, one in people.items() if one.role in roles and node not in children]


def _sex_of(one: Known) -> str:
    """The sex that was entered, else what the role says of it."""
    return one.sex or {"mother": "f", "father": "m"}.get(one.role, "")


def _link(row: KinLink) -> Link:
    one = f"p{row.one_person_id}" if row.one_person_id is not None else f"m{row.one_member_id}"
    other = f"p{row.other_person_id}" if row.other_person_id is not None else f"m{row.other_member_id}"
    return Link(row.kind, one, other, row.state)
