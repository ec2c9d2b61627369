"""What every change here begins with: the path, a person of its family, a number."""

from datetime import date

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.families.models import FamilyMember, Person
from opora.families.queries import children_of_family, people_of_family
from opora.families.rules import Ended
from opora.papers import policies
from opora.papers.queries.destruction import act_of
from opora.process.models import Route
from opora.process.policies import check_not_blocked, is_blocked
from opora.process.queries import workable


def kept(*, actor: Actor, route_id: int, though_blocked: bool = False) -> Route:
    """The path on which papers are still kept; Refused as for all work on it, and when its data is destroyed."""
    route = workable(actor=actor, route_id=route_id, though_blocked=True)
    if is_blocked(route) and (act := act_of(route)) is not None:
        raise policies.destroyed(act.number)
    if not though_blocked:
        check_not_blocked(route)
    return route


def person_of(route: Route, person_id: int) -> Person:
    """A person of the path's family; NotFound for anybody else."""
    people = people_of_family(route.family_id) if route.family_id else []
    found = next((person for person in people if person.pk == person_id), None)
    if found is None:
        raise policies.unseen()
    return found


def is_child_of(route: Route, person_id: int, *, on: date) -> bool:
    """Whether somebody is a child of the path's family on a day."""
    return any(child.pk == person_id for child in children_of_family(route.family_id, on=on))


def was_child_of(route: Route, person_id: int) -> bool:
    """Whether somebody is or once was a child of the path's family."""
    roles = FamilyMember.objects.filter(family=route.family_id, person=person_id, role=FamilyMember.Role.CHILD)
    return roles.filter(is_expected=False).exclude(ended=Ended.MISTAKE).exists()


def number_of_year(kind: str, year: int) -> str:
    """The next number of a kind of paper as it is written: 7/2026."""
    return f"{audit.next_number(kind, year)}/{year}"
